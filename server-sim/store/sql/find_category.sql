-- SPDX-License-Identifier: Apache-2.0
SELECT name FROM categories WHERE id = ?1
