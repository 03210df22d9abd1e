-- SPDX-License-Identifier: Apache-2.0
SELECT number, name, room_id, user_id, display_name, size, sha256, state, preview, changed_on
FROM files WHERE name = ?1
