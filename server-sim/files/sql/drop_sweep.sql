-- SPDX-License-Identifier: Apache-2.0
DELETE FROM file_sweeps WHERE id = ?1
