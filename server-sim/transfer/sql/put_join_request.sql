-- SPDX-License-Identifier: Apache-2.0
INSERT INTO join_requests (room_id, user_id, words, asked_on)
SELECT rooms.id, principals.id, ?1 ->> '$.words', ?1 ->> '$.askedOn'
FROM principals, rooms
WHERE principals.uri = ?1 ->> '$.user' AND principals.type IN (4, 5) AND rooms.uri = ?1 ->> '$.room'
ON CONFLICT (room_id, user_id) DO UPDATE SET words = excluded.words, asked_on = excluded.asked_on
