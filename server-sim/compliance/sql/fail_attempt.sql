-- SPDX-License-Identifier: Apache-2.0
UPDATE batches SET settings = '', error = ?2, next_try = ?3 WHERE number = ?1
