-- SPDX-License-Identifier: Apache-2.0
SELECT id, uri, name, description, invitations, files, history FROM categories ORDER BY id
