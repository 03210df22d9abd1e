-- SPDX-License-Identifier: Apache-2.0
SELECT present.room_id, coalesce(rooms.uri, ''), coalesce(rooms.name, ''), present.user_id, principals.uri,
  principals.display_name, principals.email,
  principals.uri LIKE '%@' || (SELECT value FROM settings WHERE name = 'domain')
FROM compliance_present AS present
JOIN principals ON principals.id = present.user_id
LEFT JOIN rooms ON rooms.id = present.room_id
ORDER BY present.room_id, present.user_id
