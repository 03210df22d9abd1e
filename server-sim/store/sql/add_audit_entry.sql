-- SPDX-License-Identifier: Apache-2.0
INSERT INTO audit_trail (time, actor, action, object, before, after) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
