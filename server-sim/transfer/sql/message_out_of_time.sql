-- SPDX-License-Identifier: Apache-2.0
SELECT key FROM (
  SELECT key, sent_on, lag(sent_on) OVER (ORDER BY key) AS before
  FROM messages
  WHERE key BETWEEN ?1 AND ?2
)
WHERE sent_on <= before
LIMIT 1
