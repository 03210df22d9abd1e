-- SPDX-License-Identifier: Apache-2.0
SELECT event_id, time, kind, room_id, room_uri, room_name, user_id, user_uri, user_name, user_email, internal, message_id,
  content, extension
FROM compliance_queue
WHERE event_id > ?1
ORDER BY event_id
LIMIT ?2
