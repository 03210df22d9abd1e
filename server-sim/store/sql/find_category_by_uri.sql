-- SPDX-License-Identifier: Apache-2.0
SELECT id FROM categories WHERE uri = ?1
