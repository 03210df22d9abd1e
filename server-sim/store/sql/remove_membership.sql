-- SPDX-License-Identifier: Apache-2.0
DELETE FROM memberships WHERE group_id = ?1 AND member_id = ?2
