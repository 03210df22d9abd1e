// SPDX-License-Identifier: Apache-2.0
// SofiaAgent's outgoing connections.
#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <utility>

#include "protocol/sip/sofia/SofiaAgent.h"

namespace Parlour::Sip {

namespace {

Error connectError(int error) {
  return Error::make(ErrorCode::ConnectionLost, QStringLiteral("The server cannot be reached."),
                     QString::fromLocal8Bit(su_strerror(error)));
}

Result<QByteArray> readTrustAnchors(const QByteArray& path) {
  QFile file(QFile::decodeName(path));
  if (path.isEmpty() || !file.open(QIODevice::ReadOnly)) {
    return Error::make(ErrorCode::InvalidArgument, QStringLiteral("The file of trusted certificates cannot be read."),
                       file.errorString());
  }
  return file.readAll();
}

}  // namespace

Result<tport_t*> SofiaAgent::clientTransport(const Target& target) {
  const bool v6 = target.host.contains(':');
  const QByteArray any = v6 ? "[::]:*" : "0.0.0.0:*";
  QByteArray anchors;
  if (target.protocol == Protocol::Tls) {
    Result<QByteArray> read = readTrustAnchors(target.trustFile);
    if (!read) return read.error();
    anchors = std::move(*read);
  }
  const QByteArray key = (target.protocol == Protocol::Tls ? "tls " : "tcp ") + any +
                         QCryptographicHash::hash(anchors, QCryptographicHash::Sha256);
  if (tport_t* known = clientTransports_.value(key, nullptr)) return known;
  // Sofia reads a directory, once, when the transport is made.
  QTemporaryDir directory;
  if (target.protocol == Protocol::Tls) {
    QFile file(directory.filePath(QStringLiteral("cafile.pem")));
    if (!file.open(QIODevice::WriteOnly) || file.write(anchors) != anchors.size() || !file.flush()) {
      return Error::make(ErrorCode::Internal, QStringLiteral("The trusted certificates cannot be stored."),
                         file.errorString());
    }
  }
  const QByteArray url =
      target.protocol == Protocol::Tls ? "sips:" + any + ";transport=tls" : "sip:" + any + ";transport=tcp";
  const Result<tport_t*> primary = addTransport(url, QFile::encodeName(directory.path()), false);
  if (primary) clientTransports_.insert(key, *primary);
  return primary;
}

Result<ConnectionId> SofiaAgent::connect(const Target& target) {
  if (!isAddressLiteral(target.host) || target.port == 0) {
    return Error::make(ErrorCode::InvalidArgument,
                       QStringLiteral("A server's address must be an IP address and a port."));
  }
  const Result<tport_t*> primary = clientTransport(target);
  if (!primary) return primary.error();
  const QByteArray host = target.host.contains(':') ? '[' + target.host + ']' : target.host;
  const QByteArray port = QByteArray::number(target.port);
  tp_name_t name{};
  name.tpn_proto = target.protocol == Protocol::Tls ? "tls" : "tcp";
  name.tpn_canon = host.constData();
  name.tpn_host = host.constData();
  name.tpn_port = port.constData();
  // Sofia connects only to send. A line end before the first message is ignored by every receiver (RFC 3261 7.5).
  const MsgPtr lineEnd = writer_.fromText("\r\n", {});
  if (!lineEnd) return Error::make(ErrorCode::Internal, QStringLiteral("Out of memory."));
  const int descriptor = lowestFreeDescriptor();
  tport_t* tport = tport_tsend(*primary, lineEnd.get(), &name, TPTAG_FRESH(1), TAG_END());
  if (tport == nullptr) return connectError(msg_errno(lineEnd.get()));
  SofiaConnection& connection = remember(TportPtr(tport_ref(tport)), target.protocol);
  connection.peer = {target.host, target.port};
  connection.likelyDescriptor = descriptor;
  return connection.id;
}

}  // namespace Parlour::Sip
