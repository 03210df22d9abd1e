-- SPDX-License-Identifier: Apache-2.0
SELECT EXISTS (SELECT 1 FROM files WHERE sha256 = ?1 AND state = 1)
