-- SPDX-License-Identifier: Apache-2.0
SELECT id, uri, guid, type, display_name, email, company, disabled,
  type IN (4, 5) AND coalesce(
    (SELECT enabled FROM policy_grants JOIN policies ON fold = policy WHERE user_id = principals.id),
    (SELECT enabled FROM policies WHERE scope = 1),
    (SELECT enabled FROM policies WHERE scope = 0),
    0)
FROM principals
ORDER BY id
