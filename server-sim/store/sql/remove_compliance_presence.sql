-- SPDX-License-Identifier: Apache-2.0
DELETE FROM compliance_present WHERE room_id = ?1 AND user_id = ?2
