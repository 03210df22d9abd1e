-- SPDX-License-Identifier: Apache-2.0
SELECT moved, delivered, last_run, last_success FROM state
