// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace Parlour::Ctl {

// The name of the account that runs this program, or its number.
QByteArray ownAccount();

}  // namespace Parlour::Ctl
