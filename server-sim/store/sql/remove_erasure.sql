-- SPDX-License-Identifier: Apache-2.0
DELETE FROM erasures WHERE id = ?1
