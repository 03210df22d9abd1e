-- SPDX-License-Identifier: Apache-2.0
SELECT 1 FROM add_ins WHERE guid = ?1
