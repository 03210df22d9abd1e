-- SPDX-License-Identifier: Apache-2.0
SELECT json_object('user', uri, 'algorithm', algorithm, 'userName', user_name, 'ha1', ha1)
FROM credentials JOIN principals ON id = user_id
ORDER BY user_id, algorithm, user_name
