-- SPDX-License-Identifier: Apache-2.0
INSERT INTO holds (fold, name, room_id, user_id, since, until, reason, created_by, created_on)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
