-- SPDX-License-Identifier: Apache-2.0
INSERT INTO policy_grants (user_id, policy)
SELECT id, fold
FROM principals, policies
WHERE uri = ?1 ->> '$.user' AND type IN (4, 5) AND fold = ?2 AND scope = 2
ON CONFLICT (user_id) DO UPDATE SET policy = excluded.policy
