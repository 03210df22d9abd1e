-- SPDX-License-Identifier: Apache-2.0
SELECT user_id, name FROM policy_grants JOIN policies ON fold = policy ORDER BY user_id
