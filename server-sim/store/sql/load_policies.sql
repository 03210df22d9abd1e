-- SPDX-License-Identifier: Apache-2.0
SELECT name, scope, enabled FROM policies ORDER BY scope, fold
