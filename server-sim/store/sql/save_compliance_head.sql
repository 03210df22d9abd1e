-- SPDX-License-Identifier: Apache-2.0
UPDATE compliance_head
SET last_event = max(last_event, ?1),
  last_time = max(last_time, coalesce((SELECT time FROM compliance_queue WHERE event_id = ?1), 0))
