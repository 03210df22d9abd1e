// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <vector>

#include "protocol/support/Result.h"
#include "server-sim/compliance/AdapterSettings.h"
#include "server-sim/compliance/EventSink.h"

namespace Parlour::Server {

struct OutputFile {
  QString name;  // of the file alone
  QByteArray bytes;
};

// The files that an adapter makes of a batch. A pure function but for the stylesheet, which is read anew: the same
// batch gives the same names and the same bytes, so that writing them a second time changes nothing. Names begin with
// the time and the numbers of the batch. InvalidArgument: the settings or the stylesheet cannot be used. Not for
// programs.
Result<std::vector<OutputFile>> renderBatch(const EventBatch& batch, const AdapterSettings& settings);

// "20311231T081530Z-3fa9c1d2-1-250": when it was formed, whose it is, its first and last event.
QString batchName(const EventBatch& batch);

// The documents of the single formats.
QByteArray conversationsXml(const EventBatch& batch, const AdapterSettings& settings);
QByteArray furtherEventsXml(const EventBatch& batch, const AdapterSettings& settings);
QByteArray attachmentsXml(const EventBatch& batch);
QByteArray eventsCsv(const EventBatch& batch);
// First a line about the batch, then one for each event.
QByteArray eventsJsonLines(const EventBatch& batch, const AdapterSettings& settings);
std::vector<OutputFile> conversationMails(const EventBatch& batch, const AdapterSettings& settings);

// Namespace of what the documented schema does not have.
inline constexpr char kFurtherNamespace[] = "urn:parlour:compliance:1";

}  // namespace Parlour::Server
