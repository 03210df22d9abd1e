-- SPDX-License-Identifier: Apache-2.0
INSERT INTO publications (user_id, name, container, instance, version, expire_type, publish_time, fragment)
SELECT id, ?1 ->> '$.name', ?1 ->> '$.container', ?1 ->> '$.instance', ?1 ->> '$.version', ?1 ->> '$.expireType',
  ?1 ->> '$.publishTime', ?1 ->> '$.fragment'
FROM principals
WHERE uri = ?1 ->> '$.user' AND type IN (4, 5)
ON CONFLICT (user_id, name, container, instance) DO UPDATE SET
  version = excluded.version, expire_type = excluded.expire_type, publish_time = excluded.publish_time,
  fragment = excluded.fragment
