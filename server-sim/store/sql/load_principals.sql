-- SPDX-License-Identifier: Apache-2.0
SELECT id, uri, guid, type, display_name, email, company, disabled, chat_enabled FROM principals ORDER BY id
