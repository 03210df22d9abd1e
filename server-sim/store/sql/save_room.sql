-- SPDX-License-Identifier: Apache-2.0
INSERT INTO rooms (uri, name, description, topic, category_id, type, privacy, inherit_invitations, disabled,
  created_by, created_on, updated_by, updated_on)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
ON CONFLICT (uri) DO UPDATE SET
  name = excluded.name, description = excluded.description, topic = excluded.topic,
  category_id = excluded.category_id, type = excluded.type, privacy = excluded.privacy,
  inherit_invitations = excluded.inherit_invitations, disabled = excluded.disabled,
  updated_by = excluded.updated_by, updated_on = excluded.updated_on
RETURNING id
