-- SPDX-License-Identifier: Apache-2.0
SELECT number, first_event, last_event, formed_on, details, settings, adapter_done, attempts, error, next_try
FROM batches
ORDER BY number
LIMIT 1
