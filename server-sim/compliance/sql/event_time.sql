-- SPDX-License-Identifier: Apache-2.0
SELECT time FROM events ORDER BY event_id LIMIT 1
