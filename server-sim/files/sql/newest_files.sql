-- SPDX-License-Identifier: Apache-2.0
SELECT number, name, room_id, user_id, display_name, size, sha256, state, preview, changed_on
FROM files WHERE state IN (1, 2) ORDER BY number DESC LIMIT ?1
