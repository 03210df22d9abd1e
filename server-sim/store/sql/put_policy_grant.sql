-- SPDX-License-Identifier: Apache-2.0
INSERT INTO policy_grants (user_id, policy) VALUES (?1, ?2)
ON CONFLICT (user_id) DO UPDATE SET policy = excluded.policy
