// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTemporaryDir>
#include <memory>

#include "app/core/ClientServices.h"

namespace Parlour::Tests {

// Somebody who signs in over real sockets with the client's own services and then says on the wire whatever a test
// wants, sensible or not. GUI thread.
class WireUser {
 public:
  explicit WireUser(const QByteArray& address);
  ~WireUser();

  // False when the server does not let the user in.
  bool signIn(quint16 port);
  // The reply to one command, whatever its code; an error when none came.
  Result<Xccos::Reply> ask(const Xccos::Command& command);
  // The code of the reply; 0 when none came.
  int codeOf(const Xccos::Command& command);
  // 200 when the post came back to its author, else the code of the refusal; 0 when nothing came.
  int post(const RoomUri& room, const QByteArray& text);
  const QByteArray& address() const { return address_; }

 private:
  QByteArray address_;
  QTemporaryDir profile_;
  SystemClock clock_;
  std::unique_ptr<Sip::TraceBuffer> trace_;
  std::unique_ptr<QObject> context_;
  std::unique_ptr<Core::ClientServices> services_;
  EnvId lastPost_ = 1;
};

}  // namespace Parlour::Tests
