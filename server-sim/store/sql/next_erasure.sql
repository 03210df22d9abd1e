-- SPDX-License-Identifier: Apache-2.0
SELECT id, first_key, last_key, replacement FROM erasures ORDER BY id LIMIT 1
