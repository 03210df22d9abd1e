-- SPDX-License-Identifier: Apache-2.0
INSERT OR IGNORE INTO room_roles (room_id, role, principal_id)
SELECT rooms.id, ?2, principals.id
FROM rooms, principals
WHERE rooms.uri = ?1 AND principals.uri IN (SELECT value FROM json_each(?3))
