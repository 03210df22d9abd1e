-- SPDX-License-Identifier: Apache-2.0
SELECT json_object('uri', uri, 'name', name, 'description', description, 'invitations', invitations, 'files', files,
  'history', history,
  'allowed', json((SELECT json_group_array(uri) FROM (
    SELECT p.uri FROM scope_entries JOIN principals AS p ON p.id = principal_id
    WHERE category_id = categories.id AND allowed = 1 ORDER BY p.uri))),
  'denied', json((SELECT json_group_array(uri) FROM (
    SELECT p.uri FROM scope_entries JOIN principals AS p ON p.id = principal_id
    WHERE category_id = categories.id AND allowed = 0 ORDER BY p.uri))),
  'creators', json((SELECT json_group_array(uri) FROM (
    SELECT p.uri FROM category_roles JOIN principals AS p ON p.id = principal_id
    WHERE category_id = categories.id AND role = 4 ORDER BY p.uri))))
FROM categories
WHERE ?1 IS NULL OR uri IN (SELECT value FROM json_each(?1))
ORDER BY id
