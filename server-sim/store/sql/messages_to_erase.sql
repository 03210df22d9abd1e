-- SPDX-License-Identifier: Apache-2.0
SELECT key, chat, coalesce(length(CAST(rtf AS BLOB)), 0) FROM messages WHERE key BETWEEN ?1 AND ?2 ORDER BY key LIMIT ?3
