-- SPDX-License-Identifier: Apache-2.0
INSERT OR IGNORE INTO category_roles (category_id, role, principal_id) VALUES (?1, ?2, ?3)
