-- SPDX-License-Identifier: Apache-2.0
SELECT room_id, messages, bytes FROM room_heads ORDER BY room_id
