-- SPDX-License-Identifier: Apache-2.0
SELECT json_object('user', uri, 'label', label, 'sequence', sequence, 'content', content)
FROM preferences JOIN principals ON id = user_id
ORDER BY user_id, label
