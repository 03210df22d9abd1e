-- SPDX-License-Identifier: Apache-2.0
SELECT coalesce(sum(max(size, 0)), 0) FROM files WHERE room_id = ?1 AND state < 3
