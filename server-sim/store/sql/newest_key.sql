-- SPDX-License-Identifier: Apache-2.0
SELECT max(key) FROM messages WHERE key BETWEEN ?1 AND ?2
