// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "server-sim/channel/Store.h"

namespace Parlour::Server {

enum class FileDirection { Download, Upload };

// Somebody who may move a file asks for the token to do it with.
struct FileTokenWish {
  PrincipalId user = 0;
  RoomId room = 0;
  RoomUri uri;  // of the room
  FileDirection direction = FileDirection::Download;
  QString fileName;  // from the peer, as it came
};

struct IssuedFileToken {
  QByteArray token;  // a secret
  QString serverUri;
};

// Gives out the tokens of xccos 7.12: for one transfer, 30 minutes. Loop thread; `done` is called there, later. Busy:
// the user holds too many.
class FileTokens {
 public:
  virtual ~FileTokens() = default;
  virtual void issue(const FileTokenWish& wish, Store::Callback<IssuedFileToken> done) = 0;
};

}  // namespace Parlour::Server
