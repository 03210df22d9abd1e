-- SPDX-License-Identifier: Apache-2.0
UPDATE files SET changed_on = ?1 WHERE name = ?2 AND state = 0
