-- SPDX-License-Identifier: Apache-2.0
INSERT INTO join_requests (room_id, user_id, words, asked_on) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (room_id, user_id) DO UPDATE SET words = excluded.words, asked_on = excluded.asked_on
