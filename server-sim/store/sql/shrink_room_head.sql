-- SPDX-License-Identifier: Apache-2.0
UPDATE room_heads SET messages = messages - ?2, bytes = bytes - ?3 WHERE room_id = ?1
