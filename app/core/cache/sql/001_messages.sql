-- SPDX-License-Identifier: Apache-2.0
-- Messages that this computer has seen. The number of a message is its room's number times 2^40 plus its chatId, so that
-- the order of rows is the order of reading and a room is one range of rows.
CREATE TABLE room (
  id INTEGER PRIMARY KEY,
  uri TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  topic TEXT NOT NULL,
  category TEXT NOT NULL,
  category_name TEXT NOT NULL,
  privacy INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  disabled INTEGER NOT NULL,
  followed INTEGER NOT NULL,
  opened INTEGER NOT NULL
);

CREATE TABLE message (
  id INTEGER PRIMARY KEY,
  author TEXT NOT NULL,
  name TEXT NOT NULL,
  time INTEGER NOT NULL,
  flags INTEGER NOT NULL,
  text TEXT NOT NULL,
  rtf BLOB NOT NULL
);
CREATE INDEX message_time ON message (time);

-- From which chatId to which the messages of a room are known without a gap.
CREATE TABLE known (
  room INTEGER NOT NULL REFERENCES room (id) ON DELETE CASCADE,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY (room, first)
) WITHOUT ROWID;

CREATE VIRTUAL TABLE words USING fts5 (text, content = '', tokenize = 'unicode61 remove_diacritics 2');
