// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTcpServer>
#include <QTcpSocket>

namespace Parlour::Tests {

// A front end with too much to do: it answers every request with 503 and a Retry-After. GUI thread.
class BusyFront : public QObject {
 public:
  explicit BusyFront(int retryAfterSeconds) : retryAfter_(retryAfterSeconds) {
    connect(&listener_, &QTcpServer::newConnection, this, [this] {
      QTcpSocket* client = listener_.nextPendingConnection();
      connect(client, &QTcpSocket::readyRead, this, [this, client] { answer(*client); });
    });
  }
  bool listen(quint16 port) { return listener_.listen(QHostAddress::LocalHost, port); }
  int refused() const { return refused_; }

 private:
  void answer(QTcpSocket& client) {
    QByteArray request = client.peek(client.bytesAvailable());
    const qsizetype end = request.indexOf("\r\n\r\n");
    if (end < 0) return;
    client.readAll();
    request.truncate(end);
    QByteArray response = "SIP/2.0 503 Service Unavailable\r\n";
    for (const QByteArray& line : request.split('\n')) {
      const QByteArray name = line.left(line.indexOf(':')).toLower();
      if (name == "via" || name == "from" || name == "call-id" || name == "cseq") response += line.trimmed() + "\r\n";
      if (name == "to") response += line.trimmed() + ";tag=busy\r\n";
    }
    response += "Retry-After: " + QByteArray::number(retryAfter_) + "\r\nContent-Length: 0\r\n\r\n";
    client.write(response);
    ++refused_;
  }

  QTcpServer listener_;
  int retryAfter_;
  int refused_ = 0;
};

}  // namespace Parlour::Tests
