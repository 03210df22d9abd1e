-- SPDX-License-Identifier: Apache-2.0
SELECT digest, user_id, room_id, room_key, upload, display_name, expires_on, file, spent
FROM file_tokens WHERE digest = ?1
