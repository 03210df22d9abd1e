-- SPDX-License-Identifier: Apache-2.0
INSERT INTO preferences (user_id, label, sequence, content)
SELECT id, ?1 ->> '$.label', ?1 ->> '$.sequence', ?1 ->> '$.content'
FROM principals
WHERE uri = ?1 ->> '$.user' AND type IN (4, 5)
ON CONFLICT (user_id, label) DO UPDATE SET
  sequence = max(sequence + 1, excluded.sequence), content = excluded.content
