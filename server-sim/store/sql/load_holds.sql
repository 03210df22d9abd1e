-- SPDX-License-Identifier: Apache-2.0
SELECT name, room_id, user_id, since, until, reason, created_by, created_on FROM holds ORDER BY fold
