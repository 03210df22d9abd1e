-- SPDX-License-Identifier: Apache-2.0
SELECT max(event_id)
FROM (
  SELECT event_id, length(content) + length(extension) AS own,
    sum(length(content) + length(extension)) OVER (ORDER BY event_id) AS bytes
  FROM (SELECT event_id, content, extension FROM events WHERE event_id <= ?1 ORDER BY event_id LIMIT ?2)
)
WHERE bytes - own <= ?3
