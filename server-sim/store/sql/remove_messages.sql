-- SPDX-License-Identifier: Apache-2.0
DELETE FROM messages WHERE key BETWEEN ?1 AND ?2
