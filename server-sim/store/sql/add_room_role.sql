-- SPDX-License-Identifier: Apache-2.0
INSERT OR IGNORE INTO room_roles (room_id, role, principal_id) VALUES (?1, ?2, ?3)
