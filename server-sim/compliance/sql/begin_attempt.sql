-- SPDX-License-Identifier: Apache-2.0
UPDATE batches SET settings = ?2, attempts = attempts + 1 WHERE number = ?1
