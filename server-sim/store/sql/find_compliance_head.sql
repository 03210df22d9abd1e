-- SPDX-License-Identifier: Apache-2.0
SELECT last_event, last_time FROM compliance_head
