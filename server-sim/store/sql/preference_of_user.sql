-- SPDX-License-Identifier: Apache-2.0
SELECT sequence, content FROM preferences WHERE user_id = ?1 AND label = ?2
