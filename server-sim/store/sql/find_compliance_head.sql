-- SPDX-License-Identifier: Apache-2.0
SELECT max(last_event, coalesce((SELECT max(event_id) FROM compliance_queue), 0)),
  max(last_time, coalesce((SELECT time FROM compliance_queue ORDER BY event_id DESC LIMIT 1), 0))
FROM compliance_head
