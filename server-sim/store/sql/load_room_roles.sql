-- SPDX-License-Identifier: Apache-2.0
SELECT room_id, role, principal_id FROM room_roles ORDER BY room_id, role, principal_id
