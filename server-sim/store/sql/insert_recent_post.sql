-- SPDX-License-Identifier: Apache-2.0
INSERT INTO recent_posts (author_id, epid, envid, digest, chat_id, accepted_on)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (author_id, epid, envid) DO NOTHING
