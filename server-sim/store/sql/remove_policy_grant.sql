-- SPDX-License-Identifier: Apache-2.0
DELETE FROM policy_grants WHERE user_id = ?1
