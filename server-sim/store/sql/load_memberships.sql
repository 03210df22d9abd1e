-- SPDX-License-Identifier: Apache-2.0
SELECT group_id, member_id FROM memberships ORDER BY group_id, member_id
