-- SPDX-License-Identifier: Apache-2.0
INSERT OR IGNORE INTO messages (key, sent_on, author_id, alert, chat, rtf) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
