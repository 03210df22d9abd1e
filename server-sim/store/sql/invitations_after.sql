-- SPDX-License-Identifier: Apache-2.0
SELECT number, room_id, created_on FROM invitations WHERE user_id = ?1 AND number > ?2 ORDER BY number
