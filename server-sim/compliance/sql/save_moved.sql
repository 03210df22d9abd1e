-- SPDX-License-Identifier: Apache-2.0
UPDATE state SET moved = max(moved, ?1)
