-- SPDX-License-Identifier: Apache-2.0
SELECT json_object('uri', rooms.uri, 'category', categories.uri, 'name', rooms.name,
  'description', rooms.description, 'topic', topic, 'type', type, 'privacy', privacy,
  'inheritInvitations', inherit_invitations, 'disabled', disabled, 'addIn', coalesce(add_in, ''),
  'createdBy', created_by, 'createdOn', created_on, 'updatedBy', updated_by, 'updatedOn', updated_on,
  'members', json((SELECT json_group_array(uri) FROM (
    SELECT p.uri FROM room_roles JOIN principals AS p ON p.id = principal_id
    WHERE room_id = rooms.id AND role = 1 ORDER BY p.uri))),
  'managers', json((SELECT json_group_array(uri) FROM (
    SELECT p.uri FROM room_roles JOIN principals AS p ON p.id = principal_id
    WHERE room_id = rooms.id AND role = 2 ORDER BY p.uri))),
  'presenters', json((SELECT json_group_array(uri) FROM (
    SELECT p.uri FROM room_roles JOIN principals AS p ON p.id = principal_id
    WHERE room_id = rooms.id AND role = 3 ORDER BY p.uri))))
FROM rooms JOIN categories ON categories.id = category_id
WHERE ?1 IS NULL OR categories.uri IN (SELECT value FROM json_each(?1))
ORDER BY rooms.id
