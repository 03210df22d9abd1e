-- SPDX-License-Identifier: Apache-2.0
DELETE FROM room_roles WHERE room_id = (SELECT id FROM rooms WHERE uri = ?1)
