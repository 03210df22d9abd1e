-- SPDX-License-Identifier: Apache-2.0
INSERT INTO rooms (uri, name, description, topic, category_id, type, privacy, inherit_invitations, disabled, add_in,
  created_by, created_on, updated_by, updated_on)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
RETURNING id
