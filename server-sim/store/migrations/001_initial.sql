-- SPDX-License-Identifier: Apache-2.0
-- Times are ticks of 100 ns since 1970 in UTC. Stored numbers of types, privacy and roles are those
-- that Persistent Chat itself stores.

CREATE TABLE settings (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE principals (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uri TEXT NOT NULL UNIQUE,
  guid TEXT NOT NULL,
  type INTEGER NOT NULL CHECK (type IN (4, 5, 8, 9, 10)),
  display_name TEXT NOT NULL,
  email TEXT NOT NULL,
  title TEXT NOT NULL,
  company TEXT NOT NULL,
  disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1, 2)),
  chat_enabled INTEGER NOT NULL DEFAULT 0 CHECK (chat_enabled IN (0, 1))
) STRICT;

CREATE TABLE memberships (
  group_id INTEGER NOT NULL REFERENCES principals (id) ON DELETE CASCADE,
  member_id INTEGER NOT NULL REFERENCES principals (id) ON DELETE CASCADE,
  PRIMARY KEY (group_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX memberships_by_member ON memberships (member_id);

CREATE TABLE credentials (
  user_id INTEGER NOT NULL REFERENCES principals (id) ON DELETE CASCADE,
  algorithm TEXT NOT NULL,
  user_name TEXT NOT NULL,
  ha1 TEXT NOT NULL,
  PRIMARY KEY (user_id, algorithm, user_name)
) STRICT, WITHOUT ROWID;

CREATE TABLE categories (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uri TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  invitations INTEGER NOT NULL CHECK (invitations IN (0, 1)),
  files INTEGER NOT NULL CHECK (files IN (0, 1)),
  history INTEGER NOT NULL CHECK (history IN (0, 1))
) STRICT;

-- Who may take part in the rooms of a category; a denial wins over an allowance.
CREATE TABLE scope_entries (
  category_id INTEGER NOT NULL REFERENCES categories (id) ON DELETE CASCADE,
  principal_id INTEGER NOT NULL REFERENCES principals (id) ON DELETE CASCADE,
  allowed INTEGER NOT NULL CHECK (allowed IN (0, 1)),
  PRIMARY KEY (category_id, principal_id, allowed)
) STRICT, WITHOUT ROWID;
CREATE INDEX scope_entries_by_principal ON scope_entries (principal_id);

CREATE TABLE category_roles (
  category_id INTEGER NOT NULL REFERENCES categories (id) ON DELETE CASCADE,
  role INTEGER NOT NULL CHECK (role = 4),
  principal_id INTEGER NOT NULL REFERENCES principals (id) ON DELETE CASCADE,
  PRIMARY KEY (category_id, role, principal_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX category_roles_by_principal ON category_roles (principal_id);

-- A number is never used twice, because it is a part of the key of the room's messages.
CREATE TABLE rooms (
  id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id BETWEEN 1 AND 8388607),
  uri TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  topic TEXT NOT NULL,
  category_id INTEGER NOT NULL REFERENCES categories (id),
  type INTEGER NOT NULL CHECK (type IN (4, 5)),
  privacy INTEGER NOT NULL CHECK (privacy IN (2, 3, 6)),
  inherit_invitations INTEGER NOT NULL CHECK (inherit_invitations IN (0, 1)),
  disabled INTEGER NOT NULL CHECK (disabled IN (0, 1)),
  created_by TEXT NOT NULL,
  created_on INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  updated_on INTEGER NOT NULL
) STRICT;
CREATE INDEX rooms_by_category ON rooms (category_id);

CREATE TABLE room_roles (
  room_id INTEGER NOT NULL REFERENCES rooms (id) ON DELETE CASCADE,
  role INTEGER NOT NULL CHECK (role IN (1, 2, 3)),
  principal_id INTEGER NOT NULL REFERENCES principals (id) ON DELETE CASCADE,
  PRIMARY KEY (room_id, role, principal_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX room_roles_by_principal ON room_roles (principal_id);

-- The newest number and time of each room; apart from rooms, because every post changes it, and kept
-- although messages may not be (categories without history) or no longer be there.
CREATE TABLE room_heads (
  room_id INTEGER PRIMARY KEY REFERENCES rooms (id) ON DELETE CASCADE,
  last_chat_id INTEGER NOT NULL DEFAULT 0,
  last_time INTEGER NOT NULL DEFAULT 0
) STRICT;

-- key = room * 2^40 + number in the room. One B-tree thus orders the messages of a room by number and, as time
-- rises with the number, by time; and the full-text index, which knows only this key, can stay within one room.
CREATE TABLE messages (
  key INTEGER PRIMARY KEY,
  sent_on INTEGER NOT NULL,
  author_id INTEGER NOT NULL,
  alert INTEGER NOT NULL CHECK (alert IN (0, 1)),
  chat TEXT NOT NULL,
  rtf TEXT
) STRICT;
-- Holds the key as well, so it pages through what one author wrote in one room.
CREATE INDEX messages_by_author ON messages (author_id);

CREATE VIRTUAL TABLE message_search USING fts5 (
  chat,
  content = 'messages',
  content_rowid = 'key',
  columnsize = 0,
  tokenize = 'unicode61 remove_diacritics 2'
);
-- Merges are left to quiet moments; these are the marks at which a post has to pay for them after all.
INSERT INTO message_search (message_search, rank) VALUES ('automerge', 8);
INSERT INTO message_search (message_search, rank) VALUES ('crisismerge', 32);

-- Posts accepted lately, by the identity that a sender repeats them with; in the order of acceptance.
CREATE TABLE recent_posts (
  id INTEGER PRIMARY KEY,
  author_id INTEGER NOT NULL,
  epid TEXT NOT NULL,
  envid INTEGER NOT NULL,
  digest INTEGER NOT NULL,
  chat_id INTEGER NOT NULL,
  accepted_on INTEGER NOT NULL,
  UNIQUE (author_id, epid, envid)
) STRICT;

CREATE TABLE invitations (
  user_id INTEGER NOT NULL REFERENCES principals (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number > 0),
  room_id INTEGER NOT NULL REFERENCES rooms (id) ON DELETE CASCADE,
  created_on INTEGER NOT NULL,
  PRIMARY KEY (user_id, number),
  UNIQUE (user_id, room_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX invitations_by_room ON invitations (room_id);

CREATE TABLE publications (
  user_id INTEGER NOT NULL REFERENCES principals (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  container INTEGER NOT NULL CHECK (container BETWEEN 0 AND 32767),
  instance INTEGER NOT NULL CHECK (instance BETWEEN 0 AND 2147483647),
  version INTEGER NOT NULL,
  expire_type TEXT NOT NULL,
  publish_time INTEGER NOT NULL,
  fragment TEXT NOT NULL,
  PRIMARY KEY (user_id, name, container, instance)
) STRICT, WITHOUT ROWID;

CREATE TABLE preferences (
  user_id INTEGER NOT NULL REFERENCES principals (id) ON DELETE CASCADE,
  label TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (user_id, label)
) STRICT, WITHOUT ROWID;
