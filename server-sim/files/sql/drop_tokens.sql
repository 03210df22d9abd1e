-- SPDX-License-Identifier: Apache-2.0
DELETE FROM file_tokens WHERE expires_on < ?1
