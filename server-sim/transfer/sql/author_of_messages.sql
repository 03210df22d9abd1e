-- SPDX-License-Identifier: Apache-2.0
SELECT id FROM principals WHERE uri = ?1 AND type IN (4, 5)
