-- SPDX-License-Identifier: Apache-2.0
UPDATE compliance_head SET last_event = ?1, last_time = max(last_time, ?2)
