// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include "protocol/support/Clock.h"
#include "protocol/support/Result.h"
#include "protocol/support/sqlite/Database.h"
#include "server-sim/channel/Types.h"

namespace Parlour::Server {

// A file that became visible, or that somebody began to read.
struct FileEvent {
  RoomId room = 0;
  PrincipalId user = 0;  // who did it
  QByteArray file;       // repository name, "<guid>.<ending>"
  QString name;          // for display
  qint64 size = 0;       // bytes
  QByteArray sha256;     // 64 hexadecimal digits; content is kept under it
  Timestamp time;
};

// Who wants to know of them, and why contents may have to stay (compliance). Implemented elsewhere; FileService keeps
// a reference, null for nobody. Everything here is called on the writer thread of the store, inside the transaction
// that makes the thing true: an error undoes it and refuses the transfer with `storage`. Write through `database` only,
// and never wait.
class FileEvents {
 public:
  virtual ~FileEvents() = default;
  virtual Status uploaded(Sqlite::Database& database, const FileEvent& event) = 0;
  virtual Status downloadBegun(Sqlite::Database& database, const FileEvent& event) = 0;
};

// Asked on a thread of FileService before a content is deleted; what is pinned stays, and is asked about again later.
// A file that was taken away is not readable by anybody any more, pinned or not. Thread-safe.
class FilePins {
 public:
  virtual ~FilePins() = default;
  virtual bool isPinned(const QByteArray& file, const QByteArray& sha256) = 0;
};

}  // namespace Parlour::Server
