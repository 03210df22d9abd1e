-- SPDX-License-Identifier: Apache-2.0
UPDATE room_heads SET last_chat_id = max(last_chat_id, ?2), last_time = max(last_time, ?3),
  messages = messages + ?4, bytes = bytes + ?5
WHERE room_id = ?1
