// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace Parlour::Sip {

qint64 monotonicNowMs();

}  // namespace Parlour::Sip
