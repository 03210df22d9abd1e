// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/socket.h>

#include <QTcpSocket>
#include <QTest>

namespace Parlour::Sip {

// A TCP peer that writes and sees bytes, for what a well-behaved stack would never send.
class RawPeer {
 public:
  explicit RawPeer(quint16 port) {
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    connected = socket.waitForConnected(5000);
  }
  void write(const QByteArray& bytes) {
    socket.write(bytes);
    socket.flush();
  }
  bool waitFor(const QByteArray& text, int ms = 5000) {
    return QTest::qWaitFor(
        [&] {
          received += socket.readAll();
          return received.contains(text);
        },
        ms);
  }
  bool waitForEnd(int ms = 5000) {
    return QTest::qWaitFor(
        [&] {
          received += socket.readAll();
          return socket.state() == QAbstractSocket::UnconnectedState;
        },
        ms);
  }
  // Ends with RST instead of FIN.
  void reset() {
    const linger hard{1, 0};
    setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    socket.abort();
  }

  QTcpSocket socket;
  QByteArray received;
  bool connected = false;
};

inline QByteArray rawRequest(const QByteArray& method, const QByteArray& callId, int cseq, const QByteArray& via,
                             const QByteArray& moreHeaders = {}, const QByteArray& body = {}) {
  return method + " sip:orchard.example SIP/2.0\r\nVia: " + via +
         "\r\nMax-Forwards: 70\r\nFrom: <sip:ada@orchard.example>;tag=1;epid=ab\r\nTo: "
         "<sip:ada@orchard.example>\r\nCall-ID: " +
         callId + "\r\nCSeq: " + QByteArray::number(cseq) + ' ' + method + "\r\n" + moreHeaders +
         "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

}  // namespace Parlour::Sip
