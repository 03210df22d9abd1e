// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <optional>

namespace Parlour::Tests {

// A wire between a client and a server that can be cut and mended, at once or after so many bytes. GUI thread.
class Relay : public QObject {
 public:
  explicit Relay(quint16 serverPort) : serverPort_(serverPort) {
    connect(&listener_, &QTcpServer::newConnection, this, [this] { accept(); });
    listener_.listen(QHostAddress::LocalHost);
    port_ = listener_.serverPort();
  }

  quint16 port() const { return port_; }

  // As soon as so many bytes more went through, in whatever direction; nothing beyond them does.
  void cutAfter(qint64 bytes) { left_ = bytes; }
  bool isCut() const { return !listener_.isListening(); }
  qint64 passed() const { return passed_; }  // bytes of both directions

  void cut() {
    left_.reset();
    held_ = false;
    listener_.close();
    for (const auto& socket : std::as_const(sockets_)) {
      if (socket) socket->abort();
    }
    sockets_.clear();
  }
  // Bytes wait on both sides and nobody is told, as on a network that is gone; release() lets them through.
  void hold() { held_ = true; }
  void release() {
    held_ = false;
    for (qsizetype i = 0; i + 1 < sockets_.size(); i += 2) {
      if (!sockets_.at(i) || !sockets_.at(i + 1)) continue;
      pass(*sockets_.at(i), *sockets_.at(i + 1));
      pass(*sockets_.at(i + 1), *sockets_.at(i));
    }
  }
  bool mend() { return listener_.listen(QHostAddress::LocalHost, port_); }

 private:
  void pass(QTcpSocket& from, QTcpSocket& to) {
    if (held_) return;
    const QByteArray bytes = left_ ? from.read(*left_) : from.readAll();
    if (to.isOpen()) to.write(bytes);
    passed_ += bytes.size();
    if (!left_) return;
    *left_ -= bytes.size();
    // Not from inside a signal of a socket that it ends.
    if (*left_ > 0) return;
    QTimer::singleShot(0, this, [this] {
      if (left_ == 0) cut();
    });
  }
  void accept() {
    QTcpSocket* client = listener_.nextPendingConnection();
    auto* server = new QTcpSocket(client);
    sockets_ << client << server;
    connect(client, &QTcpSocket::readyRead, server, [this, client, server] { pass(*client, *server); });
    connect(server, &QTcpSocket::readyRead, client, [this, client, server] { pass(*server, *client); });
    // Who says all there is to say and hangs up is heard to the end.
    connect(client, &QTcpSocket::disconnected, server, [server] { server->disconnectFromHost(); });
    connect(server, &QTcpSocket::disconnected, client, [this, client, server] {
      pass(*server, *client);
      client->disconnectFromHost();
    });
    server->connectToHost(QHostAddress::LocalHost, serverPort_);
  }

  quint16 serverPort_;
  quint16 port_ = 0;
  QTcpServer listener_;
  QList<QPointer<QTcpSocket>> sockets_;
  std::optional<qint64> left_;
  qint64 passed_ = 0;
  bool held_ = false;
};

}  // namespace Parlour::Tests
