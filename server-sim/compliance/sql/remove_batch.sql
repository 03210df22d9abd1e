-- SPDX-License-Identifier: Apache-2.0
DELETE FROM batches WHERE number = ?1
