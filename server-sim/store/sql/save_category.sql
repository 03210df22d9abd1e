-- SPDX-License-Identifier: Apache-2.0
INSERT INTO categories (uri, name, description, invitations, files, history)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (uri) DO UPDATE SET
  name = excluded.name, description = excluded.description, invitations = excluded.invitations,
  files = excluded.files, history = excluded.history
RETURNING id
