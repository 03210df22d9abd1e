-- SPDX-License-Identifier: Apache-2.0
UPDATE categories SET name = ?2, description = ?3, invitations = ?4, files = ?5, history = ?6 WHERE id = ?1
