-- SPDX-License-Identifier: Apache-2.0
INSERT INTO policies (fold, name, scope, enabled) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (fold) DO UPDATE SET name = excluded.name, enabled = excluded.enabled
