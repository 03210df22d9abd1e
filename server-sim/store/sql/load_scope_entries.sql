-- SPDX-License-Identifier: Apache-2.0
SELECT category_id, allowed, principal_id FROM scope_entries ORDER BY category_id, principal_id
