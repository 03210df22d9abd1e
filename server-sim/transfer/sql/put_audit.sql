-- SPDX-License-Identifier: Apache-2.0
INSERT INTO audit_trail (time, actor, action, object, before, after)
VALUES (?1 ->> '$.time', ?1 ->> '$.actor', ?1 ->> '$.action', ?1 ->> '$.object', ?1 ->> '$.before', ?1 ->> '$.after')
