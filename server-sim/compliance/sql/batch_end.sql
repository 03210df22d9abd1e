-- SPDX-License-Identifier: Apache-2.0
SELECT max(event_id) FROM (SELECT event_id FROM events WHERE event_id <= ?1 ORDER BY event_id LIMIT ?2)
