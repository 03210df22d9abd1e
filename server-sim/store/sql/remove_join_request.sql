-- SPDX-License-Identifier: Apache-2.0
DELETE FROM join_requests WHERE room_id = ?1 AND user_id = ?2
