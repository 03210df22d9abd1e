-- SPDX-License-Identifier: Apache-2.0
SELECT number FROM invitations WHERE user_id = ?1 AND room_id = ?2
