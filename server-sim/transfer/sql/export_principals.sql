-- SPDX-License-Identifier: Apache-2.0
SELECT json_object('uri', uri, 'guid', guid, 'type', type, 'name', display_name, 'email', email, 'title', title,
  'company', company, 'disabled', disabled)
FROM principals
ORDER BY id
