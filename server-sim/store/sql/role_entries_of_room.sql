-- SPDX-License-Identifier: Apache-2.0
SELECT principal_id FROM room_roles WHERE room_id = ?1 AND role = ?2
