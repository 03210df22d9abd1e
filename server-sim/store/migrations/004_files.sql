-- SPDX-License-Identifier: Apache-2.0
-- Files of rooms; their contents are kept beside the database under their hash.

-- `name` is the repository name. State 0: being uploaded, 1: complete, 2: in quarantine, 3: taken away, which stays
-- until its content is deleted. Rooms and users may be gone before.
CREATE TABLE files (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  room_id INTEGER NOT NULL,
  user_id INTEGER NOT NULL,
  display_name TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  state INTEGER NOT NULL CHECK (state IN (0, 1, 2, 3)),
  preview TEXT NOT NULL DEFAULT '',
  changed_on INTEGER NOT NULL
) STRICT;
CREATE INDEX files_by_room ON files (room_id, state, size);
CREATE INDEX files_by_content ON files (sha256);
CREATE INDEX files_by_state ON files (state, changed_on);

-- Permissions for transfers, by the SHA-256 of their token; `file` once one was begun with it.
CREATE TABLE file_tokens (
  digest TEXT NOT NULL PRIMARY KEY,
  user_id INTEGER NOT NULL,
  room_id INTEGER NOT NULL,
  room_key TEXT NOT NULL,
  upload INTEGER NOT NULL CHECK (upload IN (0, 1)),
  display_name TEXT NOT NULL,
  expires_on INTEGER NOT NULL,
  file TEXT NOT NULL DEFAULT '',
  spent INTEGER NOT NULL DEFAULT 0 CHECK (spent IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX file_tokens_by_time ON file_tokens (expires_on);
CREATE INDEX file_tokens_by_user ON file_tokens (user_id, expires_on);

-- Which messages name files, kept by the messages themselves; and what was said by those that do so no more.
CREATE TABLE file_mentions (
  message_key INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE file_sweeps (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  room_id INTEGER NOT NULL,
  chat TEXT NOT NULL
) STRICT;
CREATE TRIGGER file_mention_made AFTER INSERT ON messages WHEN instr(NEW.chat, 'ma-filelink://') > 0
BEGIN
  INSERT OR IGNORE INTO file_mentions VALUES (NEW.key);
END;
CREATE TRIGGER file_mention_changed AFTER UPDATE OF chat ON messages WHEN instr(OLD.chat, 'ma-filelink://') > 0
BEGIN
  DELETE FROM file_mentions WHERE message_key = OLD.key AND instr(NEW.chat, 'ma-filelink://') = 0;
  INSERT INTO file_sweeps (room_id, chat) VALUES (OLD.key >> 40, OLD.chat);
END;
CREATE TRIGGER file_mention_gone AFTER DELETE ON messages WHEN instr(OLD.chat, 'ma-filelink://') > 0
BEGIN
  DELETE FROM file_mentions WHERE message_key = OLD.key;
  INSERT INTO file_sweeps (room_id, chat) VALUES (OLD.key >> 40, OLD.chat);
END;
CREATE TRIGGER file_room_gone AFTER DELETE ON rooms
BEGIN
  DELETE FROM file_tokens WHERE room_id = OLD.id;
  UPDATE files SET state = 3 WHERE room_id = OLD.id AND state <> 3;
END;
