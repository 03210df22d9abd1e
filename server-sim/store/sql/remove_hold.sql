-- SPDX-License-Identifier: Apache-2.0
DELETE FROM holds WHERE fold = ?1
