// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace Parlour::Server {

// For the collector of stored files: an uploaded file must stay until compliance has copied it.
class FilePins {
 public:
  virtual ~FilePins() = default;
  // Whether an upload event that waits refers to the file; `path` as in EventFile::kPath. Thread-safe, cheap. Also true
  // from the moment the event was given to the recorder.
  virtual bool isPinned(const QByteArray& path) const = 0;
};

}  // namespace Parlour::Server
