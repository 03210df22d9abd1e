-- SPDX-License-Identifier: Apache-2.0
-- Events for the compliance service, each written in the transaction of its cause and deleted when it is in
-- compliance.db. Rooms and people are named as they were, because they may be others, or gone, when it is read.
CREATE TABLE compliance_queue (
  event_id INTEGER PRIMARY KEY,
  time INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  room_id INTEGER NOT NULL,
  room_uri TEXT NOT NULL,
  room_name TEXT NOT NULL,
  user_id INTEGER NOT NULL,
  user_uri TEXT NOT NULL,
  user_name TEXT NOT NULL,
  user_email TEXT NOT NULL,
  internal INTEGER NOT NULL CHECK (internal IN (0, 1)),
  message_id INTEGER NOT NULL,
  content TEXT NOT NULL,
  extension TEXT NOT NULL
) STRICT;

-- The number and time of the last event that was deleted; numbers are not given again when the queue is empty. What is
-- in the queue is newer: a row that every post changed would cost each a page.
CREATE TABLE compliance_head (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  last_event INTEGER NOT NULL,
  last_time INTEGER NOT NULL
) STRICT;
INSERT INTO compliance_head (one, last_event, last_time) VALUES (1, 0, 0);

-- Whose joining was recorded and whose leaving was not yet; who is in it at a start was cut off by the end before.
CREATE TABLE compliance_present (
  room_id INTEGER NOT NULL,
  user_id INTEGER NOT NULL,
  PRIMARY KEY (room_id, user_id)
) STRICT, WITHOUT ROWID;

-- Uploads whose file compliance has not copied yet.
CREATE INDEX compliance_uploads ON compliance_queue (event_id) WHERE kind = 4;
