-- SPDX-License-Identifier: Apache-2.0
SELECT id, room_id, chat FROM file_sweeps ORDER BY id LIMIT ?1
