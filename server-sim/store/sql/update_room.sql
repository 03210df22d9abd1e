-- SPDX-License-Identifier: Apache-2.0
UPDATE rooms SET
  name = ?2, description = ?3, topic = ?4, category_id = ?5, type = ?6, privacy = ?7, inherit_invitations = ?8,
  disabled = ?9, add_in = ?10, created_by = ?11, created_on = ?12, updated_by = ?13, updated_on = ?14
WHERE id = ?1
