-- SPDX-License-Identifier: Apache-2.0
INSERT INTO credentials (user_id, algorithm, user_name, ha1)
SELECT id, ?1 ->> '$.algorithm', ?1 ->> '$.userName', ?1 ->> '$.ha1'
FROM principals
WHERE uri = ?1 ->> '$.user'
ON CONFLICT (user_id, algorithm, user_name) DO UPDATE SET ha1 = excluded.ha1
