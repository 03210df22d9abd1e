-- SPDX-License-Identifier: Apache-2.0
INSERT INTO invitation_heads (user_id, last_number) VALUES (?1, ?2)
ON CONFLICT (user_id) DO UPDATE SET last_number = excluded.last_number
