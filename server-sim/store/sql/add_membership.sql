-- SPDX-License-Identifier: Apache-2.0
INSERT OR IGNORE INTO memberships (group_id, member_id) VALUES (?1, ?2)
