-- SPDX-License-Identifier: Apache-2.0
SELECT algorithm, user_name, ha1 FROM credentials WHERE user_id = ?1 ORDER BY algorithm, user_name
