-- SPDX-License-Identifier: Apache-2.0
UPDATE files SET size = ?1, sha256 = ?2, state = ?3, preview = ?4, changed_on = ?5 WHERE name = ?6 AND state <> 3
