-- SPDX-License-Identifier: Apache-2.0
SELECT time, actor, action, object, before, after
FROM audit_trail
WHERE time BETWEEN ?1 AND ?2
  AND (?3 = '' OR actor = ?3)
  AND (?4 = '' OR object = ?4)
  AND substr(action, 1, length(?5)) = ?5
ORDER BY time DESC, id DESC
LIMIT ?6
