-- SPDX-License-Identifier: Apache-2.0
SELECT json_object('group', owners.uri, 'member', members.uri)
FROM memberships
JOIN principals AS owners ON owners.id = group_id
JOIN principals AS members ON members.id = member_id
ORDER BY group_id, member_id
