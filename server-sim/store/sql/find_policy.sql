-- SPDX-License-Identifier: Apache-2.0
SELECT name, scope FROM policies WHERE fold = ?1
