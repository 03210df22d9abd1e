// SPDX-License-Identifier: Apache-2.0
#include "server-sim/control/ControlSocket.h"

#include <fcntl.h>
#include <pwd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <QFile>
#include <array>
#include <cerrno>
#include <cstring>

namespace Parlour::Server {
namespace {

constexpr char kSocketName[] = "control.sock";
constexpr int kBacklog = 16;
constexpr size_t kAccountBuffer = 4'096;

Error socketError(ErrorCode code, const QString& sentence, const QString& directory, int number) {
  return Error::make(code, QStringLiteral("%1 in %2: %3.").arg(sentence, directory, qt_error_string(number)));
}

// Addresses of sockets are short. Through the descriptor of the directory every path is.
struct SocketAddress {
  FileDescriptor directory;
  sockaddr_un address{};

  const sockaddr* pointer() const { return reinterpret_cast<const sockaddr*>(&address); }
};

Result<SocketAddress> socketAddress(const QString& dataDirectory) {
  SocketAddress made;
  made.directory =
      FileDescriptor(::open(QFile::encodeName(dataDirectory).constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (!made.directory.isOpen()) {
    return socketError(ErrorCode::NotFound, QStringLiteral("Cannot look"), dataDirectory, errno);
  }
  made.address.sun_family = AF_UNIX;
  const QByteArray path = "/proc/self/fd/" + QByteArray::number(made.directory.number()) + '/' + kSocketName;
  std::memcpy(made.address.sun_path, path.constData(), static_cast<size_t>(path.size()) + 1);
  return made;
}

FileDescriptor newSocket(int flags) { return FileDescriptor(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | flags, 0)); }

QByteArray accountName(unsigned int user) {
  passwd account{};
  passwd* found = nullptr;
  std::array<char, kAccountBuffer> buffer{};
  if (::getpwuid_r(user, &account, buffer.data(), buffer.size(), &found) == 0 && found) return found->pw_name;
  return QByteArray::number(user);
}

}  // namespace

FileDescriptor& FileDescriptor::operator=(FileDescriptor&& other) noexcept {
  if (this != &other) {
    if (number_ >= 0) ::close(number_);
    number_ = std::exchange(other.number_, -1);
  }
  return *this;
}

FileDescriptor::~FileDescriptor() {
  if (number_ >= 0) ::close(number_);
}

namespace ControlSocket {

QString pathIn(const QString& dataDirectory) { return dataDirectory + QLatin1Char('/') + QLatin1String(kSocketName); }

Result<FileDescriptor> listen(const QString& dataDirectory) {
  const auto address = socketAddress(dataDirectory);
  if (!address) return address.error();
  FileDescriptor listener = newSocket(SOCK_NONBLOCK);
  const QString sentence = QStringLiteral("Cannot open the control socket");
  // The mode of the descriptor becomes that of the name bound to it, so there is no moment with a wider one.
  if (!listener.isOpen() || ::fchmod(listener.number(), S_IRUSR | S_IWUSR) != 0) {
    return socketError(ErrorCode::Storage, sentence, dataDirectory, errno);
  }
  ::unlinkat(address->directory.number(), kSocketName, 0);
  if (::bind(listener.number(), address->pointer(), sizeof(sockaddr_un)) != 0 ||
      ::listen(listener.number(), kBacklog) != 0) {
    return socketError(ErrorCode::Storage, sentence, dataDirectory, errno);
  }
  struct stat info {};
  const bool read = ::fstatat(address->directory.number(), kSocketName, &info, 0) == 0;
  if (read && (info.st_mode & (S_IRWXG | S_IRWXO | S_IXUSR)) == 0) return listener;
  ::unlinkat(address->directory.number(), kSocketName, 0);
  return Error::make(ErrorCode::Storage,
                     QStringLiteral("The control socket in %1 would be open to others.").arg(dataDirectory));
}

Result<FileDescriptor> connect(const QString& dataDirectory) {
  const auto address = socketAddress(dataDirectory);
  if (!address) return address.error();
  FileDescriptor connection = newSocket(0);
  if (connection.isOpen() && ::connect(connection.number(), address->pointer(), sizeof(sockaddr_un)) == 0) {
    return connection;
  }
  const int number = errno;
  const bool nobody = number == ENOENT || number == ECONNREFUSED;
  return socketError(nobody ? ErrorCode::NotFound : ErrorCode::PermissionDenied,
                     QStringLiteral("Cannot reach the server"), dataDirectory, number);
}

Result<SocketPeer> peerOf(const FileDescriptor& connection) {
  ucred credentials{};
  socklen_t size = sizeof(credentials);
  if (::getsockopt(connection.number(), SOL_SOCKET, SO_PEERCRED, &credentials, &size) != 0) {
    return Error::make(ErrorCode::PermissionDenied, QStringLiteral("Cannot tell who is at the control socket."));
  }
  return SocketPeer{credentials.uid, accountName(credentials.uid)};
}

}  // namespace ControlSocket
}  // namespace Parlour::Server
