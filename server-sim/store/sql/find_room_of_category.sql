-- SPDX-License-Identifier: Apache-2.0
SELECT 1 FROM rooms WHERE category_id = ?1 LIMIT 1
