-- SPDX-License-Identifier: Apache-2.0
INSERT INTO principals (uri, guid, type, display_name, email, title, company, disabled)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
ON CONFLICT (uri) DO UPDATE SET
  guid = excluded.guid, type = excluded.type, display_name = excluded.display_name, email = excluded.email,
  title = excluded.title, company = excluded.company, disabled = excluded.disabled
RETURNING id
