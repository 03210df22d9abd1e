-- SPDX-License-Identifier: Apache-2.0
INSERT INTO rooms (uri, name, description, topic, category_id, type, privacy, inherit_invitations, disabled, add_in,
  created_by, created_on, updated_by, updated_on)
SELECT ?1 ->> '$.uri', ?1 ->> '$.name', ?1 ->> '$.description', ?1 ->> '$.topic', id, ?1 ->> '$.type',
  ?1 ->> '$.privacy', ?1 ->> '$.inheritInvitations', ?1 ->> '$.disabled',
  (SELECT guid FROM add_ins WHERE guid = ?1 ->> '$.addIn'),
  ?1 ->> '$.createdBy', ?1 ->> '$.createdOn', ?1 ->> '$.updatedBy', ?1 ->> '$.updatedOn'
FROM categories
WHERE uri = ?1 ->> '$.category'
ON CONFLICT (uri) DO UPDATE SET
  name = excluded.name, description = excluded.description, topic = excluded.topic,
  category_id = excluded.category_id, type = excluded.type, privacy = excluded.privacy,
  inherit_invitations = excluded.inherit_invitations, disabled = excluded.disabled, add_in = excluded.add_in,
  created_by = excluded.created_by, created_on = excluded.created_on,
  updated_by = excluded.updated_by, updated_on = excluded.updated_on
