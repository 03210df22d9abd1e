-- SPDX-License-Identifier: Apache-2.0
INSERT INTO room_heads (room_id) SELECT id FROM rooms WHERE uri = ?1 ON CONFLICT (room_id) DO NOTHING
