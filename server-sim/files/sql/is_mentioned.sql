-- SPDX-License-Identifier: Apache-2.0
-- Messages of one room follow each other: their keys begin with its number.
SELECT EXISTS (
  SELECT 1 FROM file_mentions JOIN messages ON messages.key = file_mentions.message_key
  WHERE file_mentions.message_key BETWEEN ?1 << 40 AND ((?1 + 1) << 40) - 1 AND instr(messages.chat, ?2) > 0)
