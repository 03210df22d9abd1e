-- SPDX-License-Identifier: Apache-2.0
INSERT INTO categories (uri, name, description, invitations, files, history)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
RETURNING id
