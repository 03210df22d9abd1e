-- SPDX-License-Identifier: Apache-2.0
SELECT event_id, time, kind, room_id, room_uri, room_name, user_id, user_uri, user_name, user_email, internal, message_id,
  content, extension
FROM events
WHERE event_id BETWEEN ?1 AND ?2
ORDER BY event_id
