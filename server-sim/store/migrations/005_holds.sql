-- SPDX-License-Identifier: Apache-2.0
-- Messages that nothing may take away: of a room, a person and a time, each of which may be open (0).
CREATE TABLE holds (
  fold TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  room_id INTEGER NOT NULL,
  user_id INTEGER NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER NOT NULL,
  reason TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_on INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
