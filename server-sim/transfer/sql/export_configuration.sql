-- SPDX-License-Identifier: Apache-2.0
SELECT json_object('scope', scope, 'key', key, 'value', value) FROM configuration ORDER BY scope, key
