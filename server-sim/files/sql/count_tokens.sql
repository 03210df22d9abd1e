-- SPDX-License-Identifier: Apache-2.0
SELECT count(*) FROM file_tokens WHERE user_id = ?1 AND expires_on > ?2
