-- SPDX-License-Identifier: Apache-2.0
DELETE FROM scope_entries WHERE category_id = (SELECT id FROM categories WHERE uri = ?1)
