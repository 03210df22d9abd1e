-- SPDX-License-Identifier: Apache-2.0
SELECT value FROM settings WHERE name = ?1
