-- SPDX-License-Identifier: Apache-2.0
INSERT OR REPLACE INTO recent_posts (author_id, epid, envid, digest, chat_id, accepted_on)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
