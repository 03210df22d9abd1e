-- SPDX-License-Identifier: Apache-2.0
SELECT key, sent_on FROM messages WHERE key BETWEEN ?1 AND ?2 ORDER BY key LIMIT 1
