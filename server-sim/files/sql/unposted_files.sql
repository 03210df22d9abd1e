-- SPDX-License-Identifier: Apache-2.0
-- Messages of one room follow each other: their keys begin with its number.
SELECT number, name, room_id, user_id, display_name, size, sha256, state, preview, changed_on
FROM files
WHERE state = 1 AND changed_on < ?1 AND NOT EXISTS (
  SELECT 1 FROM file_mentions JOIN messages ON messages.key = file_mentions.message_key
  WHERE file_mentions.message_key BETWEEN files.room_id << 40 AND ((files.room_id + 1) << 40) - 1
    AND instr(messages.chat, files.name) > 0)
LIMIT ?2
