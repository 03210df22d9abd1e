-- SPDX-License-Identifier: Apache-2.0
UPDATE state SET last_run = ?1
