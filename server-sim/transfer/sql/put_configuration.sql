-- SPDX-License-Identifier: Apache-2.0
INSERT INTO configuration (scope, key, value) VALUES (?1 ->> '$.scope', ?1 ->> '$.key', ?1 ->> '$.value')
ON CONFLICT (scope, key) DO UPDATE SET value = excluded.value
