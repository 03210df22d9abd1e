-- SPDX-License-Identifier: Apache-2.0
INSERT OR IGNORE INTO events (
  event_id, time, kind, room_id, room_uri, room_name, user_id, user_uri, user_name, user_email, internal, message_id,
  content, extension
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
