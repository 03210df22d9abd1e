-- SPDX-License-Identifier: Apache-2.0
INSERT INTO preferences (user_id, label, sequence, content) VALUES (?1, ?2, 1, ?3)
ON CONFLICT (user_id, label) DO UPDATE SET sequence = sequence + 1, content = excluded.content
RETURNING sequence
