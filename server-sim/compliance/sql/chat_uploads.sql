-- SPDX-License-Identifier: Apache-2.0
SELECT extension FROM compliance_queue WHERE kind = 4
