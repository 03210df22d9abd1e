-- SPDX-License-Identifier: Apache-2.0
SELECT 1 FROM principals WHERE id = ?1 AND type IN (4, 5)
