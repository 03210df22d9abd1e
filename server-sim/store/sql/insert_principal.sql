-- SPDX-License-Identifier: Apache-2.0
INSERT INTO principals (uri, guid, type, display_name, email, title, company, disabled)
VALUES (?1, ?2, ?3, ?4, ?5, '', ?6, ?7)
RETURNING id
