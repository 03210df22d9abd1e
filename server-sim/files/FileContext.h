// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "server-sim/channel/FileTokens.h"
#include "server-sim/compliance/ComplianceEvent.h"
#include "server-sim/files/ContentStore.h"
#include "server-sim/files/FileCounters.h"
#include "server-sim/files/FileDatabase.h"
#include "server-sim/files/FileSettings.h"
#include "server-sim/files/ScanHook.h"
#include "server-sim/files/TokenBook.h"

namespace Parlour::Server {

// What uploads and downloads share; owned by FileService. Thread-safe, as are its parts.
struct FileContext {
  const FileSettings settings;
  const Clock& clock;
  ContentStore& contents;
  FileDatabase& database;
  TokenBook& tokens;
  ScanHook& scan;
  FileCounters& counters;
  // Whether the user still may, asked of the loop; and what compliance is to know of it when it comes to pass, null for
  // nothing. Waits.
  std::function<FileOutcome<EventPtr>(const TokenRecord& token)> mayGoOn;
};

// Adds what is known of the file and records the event within the transaction; nothing for null.
Status recordTransfer(Sqlite::Database& database, const EventPtr& event, const FileRecord& file, Timestamp now);

}  // namespace Parlour::Server
