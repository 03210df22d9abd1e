-- SPDX-License-Identifier: Apache-2.0
DELETE FROM policies WHERE scope = ?1 ->> '$.scope' AND scope < 2 AND fold <> ?2
