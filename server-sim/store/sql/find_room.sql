-- SPDX-License-Identifier: Apache-2.0
SELECT name FROM rooms WHERE id = ?1
