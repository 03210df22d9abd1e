// SPDX-License-Identifier: Apache-2.0
// Where tests find what they do not build themselves.
#pragma once

#include <QString>

namespace Parlour::Testing {

/// A file or folder of the project, given from the project's root.
QString sourcePath(const QString& path);

/// A program of the same build: "parlour-server". Needs the application object.
QString programPath(const QString& name);

}  // namespace Parlour::Testing
