-- SPDX-License-Identifier: Apache-2.0
SELECT count(*) FROM files WHERE state = 0 AND user_id = ?1
