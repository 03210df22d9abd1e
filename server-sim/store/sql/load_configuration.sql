-- SPDX-License-Identifier: Apache-2.0
SELECT scope, key, value FROM configuration ORDER BY scope, key
