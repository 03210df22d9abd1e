-- SPDX-License-Identifier: Apache-2.0
INSERT OR IGNORE INTO scope_entries (category_id, allowed, principal_id) VALUES (?1, ?2, ?3)
