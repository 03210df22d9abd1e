-- SPDX-License-Identifier: Apache-2.0
SELECT user_id, room_id, words, asked_on FROM join_requests ORDER BY asked_on, room_id, user_id
