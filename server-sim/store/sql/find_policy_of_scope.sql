-- SPDX-License-Identifier: Apache-2.0
SELECT name FROM policies WHERE scope = ?1 AND fold <> ?2
