-- SPDX-License-Identifier: Apache-2.0
INSERT INTO files (name, room_id, user_id, display_name, size, sha256, state, changed_on)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
