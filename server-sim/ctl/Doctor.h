// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>

namespace Parlour::Ctl {

// Looks at a data directory and, when one runs on it, at its server. Blocking.
//   {"ok":true,"result":{"checks":[{"check","result":"ok|warn|fail","text","advice"}],"failed":0,"warned":1}}
QJsonObject runDoctor(const QString& dataDir);

}  // namespace Parlour::Ctl
