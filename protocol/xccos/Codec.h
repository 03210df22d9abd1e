// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include "protocol/support/Result.h"
#include "protocol/xccos/Limits.h"
#include "protocol/xccos/Messages.h"

namespace Parlour::Xccos {

// Reads one document (UTF-8, declaration and BOM allowed). Pure and thread-safe. DTDs and other
// encodings are refused; unknown elements and attributes are skipped, unknown message ids are kept
// as UnknownX. Replies win over notices, those over errors, those over commands, those over the
// first chat message (xccos 3.4); what was left out is counted in Envelope::dropped.
// Errors: ParseFailed or LimitExceeded, with byte offset, and element and line in `detail`.
Result<Envelope> parse(QByteArrayView body, const Limits& limits = {});

// Writes the compact form that pidgin-sipe sends: no declaration, no white space between elements.
// Characters that XML 1.0 cannot carry are dropped, CR is written so that it survives.
// Rooms in replies and notices carry their visibility in both spellings (xccos 7.1).
QByteArray serialize(const Envelope& envelope);

}  // namespace Parlour::Xccos
