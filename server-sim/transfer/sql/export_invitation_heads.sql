-- SPDX-License-Identifier: Apache-2.0
SELECT json_object('user', uri, 'lastNumber', last_number)
FROM invitation_heads JOIN principals ON id = user_id
ORDER BY user_id
