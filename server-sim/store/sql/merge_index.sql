-- SPDX-License-Identifier: Apache-2.0
INSERT INTO message_search (message_search, rank) VALUES ('merge', ?1)
