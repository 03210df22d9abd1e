-- SPDX-License-Identifier: Apache-2.0
SELECT key FROM messages
WHERE key BETWEEN ?1 AND ?2 AND sent_on >= ?3 AND sent_on <= ?4
ORDER BY key
LIMIT 1
