// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <functional>
#include <vector>

#include "protocol/support/Result.h"
#include "server-sim/channel/Types.h"

namespace Parlour::Server {

// A file as administrators see it.
struct FileFacts {
  QByteArray file;  // repository name
  RoomId room = 0;
  PrincipalId user = 0;
  QString name;
  qint64 size = 0;
  bool quarantined = false;
  Timestamp time;
};

// What administrators can ask of the file service. Loop thread; the answers come there, later.
class FileControl {
 public:
  template <typename T>
  using Answer = std::function<void(const Result<T>&)>;

  virtual ~FileControl() = default;
  // The newest of a room, of all rooms with 0.
  virtual void list(RoomId room, int limit, Answer<std::vector<FileFacts>> done) = 0;
  virtual void find(const QByteArray& file, Answer<FileFacts> done) = 0;
  // Nobody can read it afterwards; leaves a line in the audit trail.
  virtual void remove(const QByteArray& file, const QByteArray& actor, Answer<FileFacts> done) = 0;
  // Gives how many files were deleted.
  virtual void collectNow(Answer<qint64> done) = 0;
};

}  // namespace Parlour::Server
