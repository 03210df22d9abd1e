// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

namespace Parlour::Tests {

// A wire between a client and a server that can be cut and mended. GUI thread.
class Relay : public QObject {
 public:
  explicit Relay(quint16 serverPort) : serverPort_(serverPort) {
    connect(&listener_, &QTcpServer::newConnection, this, [this] { accept(); });
    listener_.listen(QHostAddress::LocalHost);
    port_ = listener_.serverPort();
  }

  quint16 port() const { return port_; }

  void cut() {
    listener_.close();
    for (const auto& socket : std::as_const(sockets_)) {
      if (socket) socket->abort();
    }
    sockets_.clear();
  }
  bool mend() { return listener_.listen(QHostAddress::LocalHost, port_); }

 private:
  static void pass(QTcpSocket& from, QTcpSocket& to) {
    const QByteArray bytes = from.readAll();
    if (to.isOpen()) to.write(bytes);
  }
  void accept() {
    QTcpSocket* client = listener_.nextPendingConnection();
    auto* server = new QTcpSocket(client);
    sockets_ << client << server;
    connect(client, &QTcpSocket::readyRead, server, [client, server] { pass(*client, *server); });
    connect(server, &QTcpSocket::readyRead, client, [client, server] { pass(*server, *client); });
    // Who says all there is to say and hangs up is heard to the end.
    connect(client, &QTcpSocket::disconnected, server, [server] { server->disconnectFromHost(); });
    connect(server, &QTcpSocket::disconnected, client, [client, server] {
      pass(*server, *client);
      client->disconnectFromHost();
    });
    server->connectToHost(QHostAddress::LocalHost, serverPort_);
  }

  quint16 serverPort_;
  quint16 port_ = 0;
  QTcpServer listener_;
  QList<QPointer<QTcpSocket>> sockets_;
};

}  // namespace Parlour::Tests
