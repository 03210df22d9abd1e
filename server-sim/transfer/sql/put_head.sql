-- SPDX-License-Identifier: Apache-2.0
UPDATE room_heads SET
  last_chat_id = max(last_chat_id, ?1 ->> '$.lastChatId'), last_time = max(last_time, ?1 ->> '$.lastTime')
WHERE room_id = (SELECT id FROM rooms WHERE uri = ?1 ->> '$.room')
