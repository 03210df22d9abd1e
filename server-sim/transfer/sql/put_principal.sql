-- SPDX-License-Identifier: Apache-2.0
INSERT INTO principals (uri, guid, type, display_name, email, title, company, disabled)
VALUES (?1 ->> '$.uri', ?1 ->> '$.guid', ?1 ->> '$.type', ?1 ->> '$.name', ?1 ->> '$.email', ?1 ->> '$.title',
  ?1 ->> '$.company', ?1 ->> '$.disabled')
ON CONFLICT (uri) DO UPDATE SET
  guid = excluded.guid, type = excluded.type, display_name = excluded.display_name, email = excluded.email,
  title = excluded.title, company = excluded.company, disabled = excluded.disabled
