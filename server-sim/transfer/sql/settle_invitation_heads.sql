-- SPDX-License-Identifier: Apache-2.0
INSERT INTO invitation_heads (user_id, last_number)
SELECT user_id, max(number) FROM invitations WHERE true GROUP BY user_id
ON CONFLICT (user_id) DO UPDATE SET last_number = max(last_number, excluded.last_number)
