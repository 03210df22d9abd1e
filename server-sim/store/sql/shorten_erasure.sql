-- SPDX-License-Identifier: Apache-2.0
UPDATE erasures SET first_key = ?2 WHERE id = ?1
