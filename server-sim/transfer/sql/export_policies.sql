-- SPDX-License-Identifier: Apache-2.0
SELECT json_object('name', name, 'scope', scope, 'enabled', enabled) FROM policies ORDER BY scope, fold
