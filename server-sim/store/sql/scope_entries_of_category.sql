-- SPDX-License-Identifier: Apache-2.0
SELECT principal_id FROM scope_entries WHERE category_id = ?1 AND allowed = ?2
