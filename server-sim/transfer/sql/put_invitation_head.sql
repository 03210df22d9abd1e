-- SPDX-License-Identifier: Apache-2.0
INSERT INTO invitation_heads (user_id, last_number)
SELECT id, ?1 ->> '$.lastNumber' FROM principals WHERE uri = ?1 ->> '$.user'
ON CONFLICT (user_id) DO UPDATE SET last_number = max(last_number, excluded.last_number)
