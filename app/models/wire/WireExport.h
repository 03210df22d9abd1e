// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

#include "app/models/wire/WireRow.h"
#include "protocol/sip/trace/Trace.h"
#include "protocol/support/Result.h"

namespace Parlour::Models {

// Rows as UTF-8 text for people: one line that says what it is, then the whole message.
QByteArray traceToText(const QList<WireRow>& rows);
// The summary lines alone, as the ladder shows them.
QByteArray ladderToText(const QList<WireRow>& rows);
// {"format": "parlour-trace", "version": 1, "records": [{number, time, outgoing, connection, text | base64, summary}]}
QByteArray traceToJson(const QList<WireRow>& rows);

// Reads what traceToJson wrote, 128 MB and 20,000 records at most, and masks secrets again. Errors: ParseFailed,
// LimitExceeded, NotSupported (a newer version).
Result<QList<Sip::TraceRecord>> traceFromJson(const QByteArray& json);

}  // namespace Parlour::Models
