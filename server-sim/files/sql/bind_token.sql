-- SPDX-License-Identifier: Apache-2.0
UPDATE file_tokens SET file = ?1, expires_on = ?2 WHERE digest = ?3
