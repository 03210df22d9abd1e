-- SPDX-License-Identifier: Apache-2.0
SELECT (SELECT count(*) FROM principals WHERE type IN (4, 5)), (SELECT count(*) FROM categories),
  (SELECT count(*) FROM rooms), (SELECT count(*) FROM messages), (SELECT coalesce(sum(messages), 0) FROM room_heads)
