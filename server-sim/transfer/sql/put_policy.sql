-- SPDX-License-Identifier: Apache-2.0
INSERT INTO policies (fold, name, scope, enabled)
VALUES (?2, ?1 ->> '$.name', ?1 ->> '$.scope', ?1 ->> '$.enabled')
ON CONFLICT (fold) DO UPDATE SET name = excluded.name, scope = excluded.scope, enabled = excluded.enabled
