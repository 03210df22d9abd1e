-- SPDX-License-Identifier: Apache-2.0
SELECT type FROM principals WHERE id = ?1
