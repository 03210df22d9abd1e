-- SPDX-License-Identifier: Apache-2.0
DELETE FROM compliance_queue WHERE event_id <= ?1
