-- SPDX-License-Identifier: Apache-2.0
SELECT json_object('user', uri, 'policy', name)
FROM policy_grants JOIN principals ON id = user_id JOIN policies ON fold = policy
ORDER BY user_id
