-- SPDX-License-Identifier: Apache-2.0
SELECT id, uri, name, description, topic, category_id, type, privacy, inherit_invitations, disabled,
  created_by, created_on, updated_by, updated_on, last_chat_id, last_time, add_in
FROM rooms JOIN room_heads ON room_heads.room_id = rooms.id
ORDER BY id
