-- SPDX-License-Identifier: Apache-2.0
INSERT INTO message_search (message_search, rowid, chat) VALUES ('delete', ?1, ?2)
