-- SPDX-License-Identifier: Apache-2.0
SELECT json_object('user', principals.uri, 'room', rooms.uri, 'words', words, 'askedOn', asked_on)
FROM join_requests
JOIN principals ON principals.id = user_id
JOIN rooms ON rooms.id = room_id
JOIN categories ON categories.id = category_id
WHERE ?1 IS NULL OR categories.uri IN (SELECT value FROM json_each(?1))
ORDER BY room_id, user_id
