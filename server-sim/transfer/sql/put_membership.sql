-- SPDX-License-Identifier: Apache-2.0
INSERT INTO memberships (group_id, member_id)
SELECT owners.id, members.id
FROM principals AS owners, principals AS members
WHERE owners.uri = ?1 ->> '$.group' AND members.uri = ?1 ->> '$.member'
