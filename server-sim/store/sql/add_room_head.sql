-- SPDX-License-Identifier: Apache-2.0
INSERT INTO room_heads (room_id) VALUES (?1) ON CONFLICT (room_id) DO NOTHING
