-- SPDX-License-Identifier: Apache-2.0
SELECT user_id, room_id FROM invitations
