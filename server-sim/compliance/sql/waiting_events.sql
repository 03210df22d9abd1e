-- SPDX-License-Identifier: Apache-2.0
SELECT coalesce(max(event_id), 0) FROM events
