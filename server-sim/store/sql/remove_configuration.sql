-- SPDX-License-Identifier: Apache-2.0
DELETE FROM configuration WHERE scope = ?1 AND key = ?2
