-- SPDX-License-Identifier: Apache-2.0
SELECT category_id, role, principal_id FROM category_roles ORDER BY category_id, principal_id
