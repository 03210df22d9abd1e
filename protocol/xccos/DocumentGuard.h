// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

#include "protocol/support/Result.h"
#include "protocol/xccos/Limits.h"

namespace Parlour::Xccos {

// Looks over a document in one linear pass before an XML parser sees it: size, encoding, DTD, depth,
// number of elements and of attributes. Needed because QXmlStreamReader compares the attributes of
// an element pairwise, so one long tag could keep a server busy for minutes.
// Says nothing about well-formedness; up to the first ill-formed byte it counts as the parser does.
Status checkDocument(QByteArrayView body, const Limits& limits);

// An error at a byte offset of the body, with line and column in `detail`.
Error locatedError(ErrorCode code, const QString& text, const QString& what, QByteArrayView body, qsizetype offset);

}  // namespace Parlour::Xccos
