-- SPDX-License-Identifier: Apache-2.0
DELETE FROM add_ins WHERE guid = ?1
