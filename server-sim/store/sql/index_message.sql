-- SPDX-License-Identifier: Apache-2.0
INSERT INTO message_search (rowid, chat) VALUES (?1, ?2)
