-- SPDX-License-Identifier: Apache-2.0
SELECT last_chat_id, last_time FROM room_heads WHERE room_id = ?1
