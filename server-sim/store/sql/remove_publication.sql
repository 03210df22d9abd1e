-- SPDX-License-Identifier: Apache-2.0
DELETE FROM publications WHERE user_id = ?1 AND name = ?2 AND container = ?3 AND instance = ?4
