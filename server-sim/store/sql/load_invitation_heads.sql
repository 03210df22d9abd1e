-- SPDX-License-Identifier: Apache-2.0
SELECT user_id, last_number FROM invitation_heads
