-- SPDX-License-Identifier: Apache-2.0
UPDATE messages SET chat = ?2, rtf = NULL WHERE key = ?1
