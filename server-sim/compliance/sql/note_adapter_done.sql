-- SPDX-License-Identifier: Apache-2.0
UPDATE batches SET settings = '', adapter_done = 1, error = '' WHERE number = ?1
