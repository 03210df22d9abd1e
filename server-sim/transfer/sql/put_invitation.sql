-- SPDX-License-Identifier: Apache-2.0
INSERT INTO invitations (user_id, room_id, number, created_on)
SELECT principals.id, rooms.id,
  CASE WHEN EXISTS (SELECT 1 FROM invitations AS taken
                    WHERE taken.user_id = principals.id AND taken.number = ?1 ->> '$.number')
    THEN (SELECT max(number) + 1 FROM invitations AS taken WHERE taken.user_id = principals.id)
    ELSE ?1 ->> '$.number' END,
  ?1 ->> '$.createdOn'
FROM principals, rooms
WHERE principals.uri = ?1 ->> '$.user' AND principals.type IN (4, 5) AND rooms.uri = ?1 ->> '$.room'
