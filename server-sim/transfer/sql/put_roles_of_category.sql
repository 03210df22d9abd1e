-- SPDX-License-Identifier: Apache-2.0
INSERT OR IGNORE INTO category_roles (category_id, role, principal_id)
SELECT categories.id, ?2, principals.id
FROM categories, principals
WHERE categories.uri = ?1 AND principals.uri IN (SELECT value FROM json_each(?3))
