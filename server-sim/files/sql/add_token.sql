-- SPDX-License-Identifier: Apache-2.0
INSERT INTO file_tokens (digest, user_id, room_id, room_key, upload, display_name, expires_on)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
