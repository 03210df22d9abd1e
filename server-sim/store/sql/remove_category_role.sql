-- SPDX-License-Identifier: Apache-2.0
DELETE FROM category_roles WHERE category_id = ?1 AND role = ?2 AND principal_id = ?3
