-- SPDX-License-Identifier: Apache-2.0
SELECT guid, name, url FROM add_ins ORDER BY guid
