-- SPDX-License-Identifier: Apache-2.0
DELETE FROM recent_posts
WHERE accepted_on < ?1 AND id IN (SELECT id FROM recent_posts ORDER BY id LIMIT ?2)
