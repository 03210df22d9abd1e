-- SPDX-License-Identifier: Apache-2.0
SELECT user_id, words, asked_on FROM join_requests WHERE room_id = ?1
