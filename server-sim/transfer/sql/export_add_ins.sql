-- SPDX-License-Identifier: Apache-2.0
SELECT json_object('guid', guid, 'name', name, 'url', url) FROM add_ins ORDER BY guid
