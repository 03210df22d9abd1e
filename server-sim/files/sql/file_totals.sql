-- SPDX-License-Identifier: Apache-2.0
SELECT count(*), coalesce(sum(size), 0) FROM files WHERE state = 1
