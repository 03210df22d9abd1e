-- SPDX-License-Identifier: Apache-2.0
DELETE FROM scope_entries WHERE category_id = ?1 AND allowed = ?2 AND principal_id = ?3
