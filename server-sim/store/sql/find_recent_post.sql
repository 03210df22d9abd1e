-- SPDX-License-Identifier: Apache-2.0
SELECT digest, chat_id, accepted_on FROM recent_posts WHERE author_id = ?1 AND epid = ?2 AND envid = ?3
