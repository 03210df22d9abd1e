-- SPDX-License-Identifier: Apache-2.0
SELECT value FROM settings WHERE name = 'database_version'
