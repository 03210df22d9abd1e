-- SPDX-License-Identifier: Apache-2.0
SELECT uri, title, company FROM principals WHERE id = ?1
