-- SPDX-License-Identifier: Apache-2.0
SELECT rooms.uri, rooms.description, rooms.topic, categories.name, rooms.privacy, rooms.type, categories.history
FROM rooms
JOIN categories ON categories.id = rooms.category_id
WHERE rooms.id = ?1
