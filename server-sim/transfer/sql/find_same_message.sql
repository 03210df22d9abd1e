-- SPDX-License-Identifier: Apache-2.0
SELECT 1 FROM messages
WHERE key = ?1 AND sent_on = ?2 AND author_id = ?3 AND alert = ?4 AND chat = ?5 AND rtf IS ?6
