-- SPDX-License-Identifier: Apache-2.0
-- What administration changes while the server runs: add-ins, policies, configuration, requests to join, the audit
-- trail, and messages that are to be taken away.

CREATE TABLE add_ins (
  guid TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  url TEXT NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE rooms ADD COLUMN add_in TEXT REFERENCES add_ins (guid) ON DELETE SET NULL;
CREATE INDEX rooms_by_add_in ON rooms (add_in) WHERE add_in IS NOT NULL;

-- Who may use the chat rooms. fold is the name without regard to case. There is at most one policy of the site and
-- one of everything; those of users count for the users they were granted to.
CREATE TABLE policies (
  fold TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  scope INTEGER NOT NULL CHECK (scope IN (0, 1, 2)),
  enabled INTEGER NOT NULL CHECK (enabled IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX policies_by_wide_scope ON policies (scope) WHERE scope < 2;

CREATE TABLE policy_grants (
  user_id INTEGER NOT NULL PRIMARY KEY REFERENCES principals (id) ON DELETE CASCADE,
  policy TEXT NOT NULL REFERENCES policies (fold) ON DELETE CASCADE
) STRICT;
CREATE INDEX policy_grants_by_policy ON policy_grants (policy);

-- The switch that every user had of his own becomes a granted policy.
INSERT INTO policies (fold, name, scope, enabled) VALUES ('global', 'Global', 0, 0);
INSERT INTO policies (fold, name, scope, enabled) VALUES ('chat rooms on', 'Chat rooms on', 2, 1);
INSERT INTO policy_grants (user_id, policy)
SELECT id, 'chat rooms on' FROM principals WHERE chat_enabled = 1 AND type IN (4, 5);
ALTER TABLE principals DROP COLUMN chat_enabled;

CREATE TABLE configuration (
  scope INTEGER NOT NULL CHECK (scope IN (0, 1, 2)),
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (scope, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE join_requests (
  room_id INTEGER NOT NULL REFERENCES rooms (id) ON DELETE CASCADE,
  user_id INTEGER NOT NULL REFERENCES principals (id) ON DELETE CASCADE,
  words TEXT NOT NULL,
  asked_on INTEGER NOT NULL,
  PRIMARY KEY (room_id, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX join_requests_by_user ON join_requests (user_id);

-- Stays when what it speaks of is gone, so it refers to nothing.
CREATE TABLE audit_trail (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  time INTEGER NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  object TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL
) STRICT;
CREATE INDEX audit_trail_by_time ON audit_trail (time);

-- The highest number that a user's invitations had; a number is not given again when its invitation is gone.
CREATE TABLE invitation_heads (
  user_id INTEGER NOT NULL PRIMARY KEY REFERENCES principals (id) ON DELETE CASCADE,
  last_number INTEGER NOT NULL
) STRICT;
INSERT INTO invitation_heads (user_id, last_number) SELECT user_id, max(number) FROM invitations GROUP BY user_id;

-- What is kept of a room's messages, counted along, because counting a large room takes seconds.
ALTER TABLE room_heads ADD COLUMN messages INTEGER NOT NULL DEFAULT 0;
ALTER TABLE room_heads ADD COLUMN bytes INTEGER NOT NULL DEFAULT 0;
UPDATE room_heads SET messages = kept.messages, bytes = kept.bytes
FROM (
  SELECT key >> 40 AS room_id, count(*) AS messages,
    sum(length(CAST(chat AS BLOB)) + coalesce(length(CAST(rtf AS BLOB)), 0)) AS bytes
  FROM messages
  GROUP BY key >> 40
) AS kept
WHERE kept.room_id = room_heads.room_id;

-- Messages that were taken away by what was committed and are still to be erased, in the order of the ids. With a
-- replacement they stay and show that text.
CREATE TABLE erasures (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  first_key INTEGER NOT NULL,
  last_key INTEGER NOT NULL,
  replacement TEXT
) STRICT;
