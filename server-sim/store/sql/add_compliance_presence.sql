-- SPDX-License-Identifier: Apache-2.0
INSERT OR IGNORE INTO compliance_present (room_id, user_id) VALUES (?1, ?2)
