-- SPDX-License-Identifier: Apache-2.0
SELECT messages.key, sent_on, author_id, alert, messages.chat, rtf
FROM message_search CROSS JOIN messages ON messages.key = message_search.rowid
WHERE message_search.rowid BETWEEN ?1 AND ?2 AND message_search MATCH ?3
ORDER BY message_search.rowid DESC
