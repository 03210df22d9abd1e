-- SPDX-License-Identifier: Apache-2.0
INSERT INTO erasures (first_key, last_key, replacement) VALUES (?1, ?2, ?3)
