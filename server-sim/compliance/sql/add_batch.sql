-- SPDX-License-Identifier: Apache-2.0
INSERT INTO batches (first_event, last_event, formed_on, details) VALUES (?1, ?2, ?3, ?4)
