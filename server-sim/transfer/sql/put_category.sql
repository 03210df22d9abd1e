-- SPDX-License-Identifier: Apache-2.0
INSERT INTO categories (uri, name, description, invitations, files, history)
VALUES (?1 ->> '$.uri', ?1 ->> '$.name', ?1 ->> '$.description', ?1 ->> '$.invitations', ?1 ->> '$.files',
  ?1 ->> '$.history')
ON CONFLICT (uri) DO UPDATE SET
  name = excluded.name, description = excluded.description, invitations = excluded.invitations,
  files = excluded.files, history = excluded.history
