// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include "protocol/support/Result.h"

namespace Parlour::Server {

struct Transformed {
  QByteArray bytes;
  QString ending;  // of a file that holds it: "xml", "html", "txt", by the stylesheet's output method
};

// Applies an XSLT 1.0 stylesheet (setting CustomConfiguration) to a document. The stylesheet stands alone: it reads no
// other file, writes none and reaches no network, has a bounded number of steps and a bounded depth, and at most 64 MiB
// come out of it. InvalidArgument with what libxslt says when it cannot be read or does not end well. Any thread.
Result<Transformed> applyStylesheet(const QString& path, const QByteArray& document);

}  // namespace Parlour::Server
