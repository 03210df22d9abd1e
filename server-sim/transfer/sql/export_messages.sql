-- SPDX-License-Identifier: Apache-2.0
SELECT rooms.uri, key, sent_on, principals.uri, alert,
  coalesce((SELECT replacement FROM erasures
            WHERE key BETWEEN first_key AND last_key AND replacement IS NOT NULL ORDER BY erasures.id DESC LIMIT 1),
           chat),
  CASE WHEN EXISTS (SELECT 1 FROM erasures WHERE key BETWEEN first_key AND last_key) THEN NULL ELSE rtf END
FROM rooms
CROSS JOIN categories ON categories.id = category_id
CROSS JOIN messages ON key BETWEEN (rooms.id << 40) AND (rooms.id << 40) + 1099511627775
CROSS JOIN principals ON principals.id = author_id
WHERE (?1 IS NULL OR categories.uri IN (SELECT value FROM json_each(?1)))
  AND sent_on >= ?2
  AND NOT EXISTS (SELECT 1 FROM erasures WHERE key BETWEEN first_key AND last_key AND replacement IS NULL)
ORDER BY rooms.id, key
