-- SPDX-License-Identifier: Apache-2.0
-- Events that left the queue of chat.db and wait for the adapter. Numbers and columns are those of the queue.
CREATE TABLE events (
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

-- moved: events up to this number have been here, whether or not they are still.
-- last_run: when all events of the moment had been given away.
CREATE TABLE state (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  moved INTEGER NOT NULL,
  delivered INTEGER NOT NULL,
  last_run INTEGER NOT NULL,
  last_success INTEGER NOT NULL
) STRICT;
INSERT INTO state (one, moved, delivered, last_run, last_success) VALUES (1, 0, 0, 0, 0);

-- At most one at a time: what it holds is fixed until it is delivered. settings: of an attempt whose end nobody knows.
CREATE TABLE batches (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  first_event INTEGER NOT NULL,
  last_event INTEGER NOT NULL,
  formed_on INTEGER NOT NULL,
  details TEXT NOT NULL,
  settings TEXT NOT NULL DEFAULT '',
  adapter_done INTEGER NOT NULL DEFAULT 0 CHECK (adapter_done IN (0, 1)),
  attempts INTEGER NOT NULL DEFAULT 0,
  error TEXT NOT NULL DEFAULT '',
  next_try INTEGER NOT NULL DEFAULT 0
) STRICT;
