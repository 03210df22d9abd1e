-- SPDX-License-Identifier: Apache-2.0
SELECT json_object('time', time, 'actor', actor, 'action', action, 'object', object, 'before', before, 'after', after)
FROM audit_trail
ORDER BY id
