-- SPDX-License-Identifier: Apache-2.0
INSERT OR REPLACE INTO credentials (user_id, algorithm, user_name, ha1) VALUES (?1, ?2, ?3, ?4)
