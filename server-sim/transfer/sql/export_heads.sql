-- SPDX-License-Identifier: Apache-2.0
SELECT json_object('room', rooms.uri, 'lastChatId', last_chat_id, 'lastTime', last_time)
FROM room_heads
JOIN rooms ON rooms.id = room_id
JOIN categories ON categories.id = category_id
WHERE ?1 IS NULL OR categories.uri IN (SELECT value FROM json_each(?1))
ORDER BY room_id
