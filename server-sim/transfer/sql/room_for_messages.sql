-- SPDX-License-Identifier: Apache-2.0
SELECT id FROM rooms WHERE uri = ?1
