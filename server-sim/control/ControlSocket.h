// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <utility>

#include "protocol/support/Result.h"

namespace Parlour::Server {

// A file descriptor that is closed with its owner.
class FileDescriptor {
 public:
  FileDescriptor() = default;
  explicit FileDescriptor(int number) : number_(number) {}
  FileDescriptor(FileDescriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  FileDescriptor& operator=(FileDescriptor&& other) noexcept;
  ~FileDescriptor();
  int number() const { return number_; }
  bool isOpen() const { return number_ >= 0; }

 private:
  int number_ = -1;
};

// Who is at the other end of a local socket, as the kernel says.
struct SocketPeer {
  unsigned int user = 0;
  QByteArray name;  // of the account, or its number
};

// The socket control.sock in a data directory. Paths of any length work.
namespace ControlSocket {

QString pathIn(const QString& dataDirectory);
// Takes the place of one that is left over; the directory must be held by the caller. Nobody but the owner can ever
// connect, not even in between.
Result<FileDescriptor> listen(const QString& dataDirectory);
// NotFound when no server listens there.
Result<FileDescriptor> connect(const QString& dataDirectory);
Result<SocketPeer> peerOf(const FileDescriptor& connection);

}  // namespace ControlSocket
}  // namespace Parlour::Server
