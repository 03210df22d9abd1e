-- SPDX-License-Identifier: Apache-2.0
SELECT id FROM principals WHERE uri = ?1
