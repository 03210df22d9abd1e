-- SPDX-License-Identifier: Apache-2.0
UPDATE state SET delivered = max(delivered, ?1), last_success = ?2
