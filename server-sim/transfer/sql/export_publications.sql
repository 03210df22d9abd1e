-- SPDX-License-Identifier: Apache-2.0
SELECT json_object('user', uri, 'name', name, 'container', container, 'instance', instance, 'version', version,
  'expireType', expire_type, 'publishTime', publish_time, 'fragment', fragment)
FROM publications JOIN principals ON id = user_id
ORDER BY user_id, name, container, instance
