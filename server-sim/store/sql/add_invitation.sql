-- SPDX-License-Identifier: Apache-2.0
INSERT INTO invitations (user_id, number, room_id, created_on) VALUES (?1, ?2, ?3, ?4)
