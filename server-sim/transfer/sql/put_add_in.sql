-- SPDX-License-Identifier: Apache-2.0
INSERT INTO add_ins (guid, name, url) VALUES (?1 ->> '$.guid', ?1 ->> '$.name', ?1 ->> '$.url')
ON CONFLICT (guid) DO UPDATE SET name = excluded.name, url = excluded.url
