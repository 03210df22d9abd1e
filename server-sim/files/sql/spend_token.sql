-- SPDX-License-Identifier: Apache-2.0
UPDATE file_tokens SET spent = 1 WHERE digest = ?1
