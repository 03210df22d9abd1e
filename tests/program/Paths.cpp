// SPDX-License-Identifier: Apache-2.0
#include "tests/program/Paths.h"

#include <QCoreApplication>
#include <QDir>

namespace Parlour::Testing {

QString sourcePath(const QString& path) { return QStringLiteral(PARLOUR_SOURCE_DIR) + QLatin1Char('/') + path; }

QString programPath(const QString& name) {
  return QDir::cleanPath(QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/") + name);
}

}  // namespace Parlour::Testing
