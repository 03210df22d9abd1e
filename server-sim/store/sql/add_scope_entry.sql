-- SPDX-License-Identifier: Apache-2.0
INSERT OR IGNORE INTO scope_entries (category_id, principal_id, allowed) VALUES (?1, ?2, ?3)
