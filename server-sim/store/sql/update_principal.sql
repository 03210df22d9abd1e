-- SPDX-License-Identifier: Apache-2.0
UPDATE principals SET
  uri = ?2, guid = ?3, type = ?4, display_name = ?5, email = ?6, company = ?7,
  disabled = CASE WHEN ?8 = 0 THEN 0 ELSE max(disabled, 1) END
WHERE id = ?1
