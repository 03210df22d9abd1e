-- SPDX-License-Identifier: Apache-2.0
SELECT principal_id FROM category_roles WHERE category_id = ?1 AND role = ?2
