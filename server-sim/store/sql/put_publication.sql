-- SPDX-License-Identifier: Apache-2.0
INSERT OR REPLACE INTO publications
  (user_id, name, container, instance, version, expire_type, publish_time, fragment)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
