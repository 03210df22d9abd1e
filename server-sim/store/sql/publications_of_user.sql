-- SPDX-License-Identifier: Apache-2.0
SELECT name, container, instance, version, expire_type, publish_time, fragment
FROM publications
WHERE user_id = ?1
ORDER BY name, container, instance
