-- SPDX-License-Identifier: Apache-2.0
SELECT key, sent_on, author_id, alert, chat, rtf
FROM messages INDEXED BY messages_by_author
WHERE key BETWEEN ?1 AND ?2 AND author_id = ?3
ORDER BY key ASC
