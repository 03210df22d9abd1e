// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTemporaryDir>
#include <functional>
#include <memory>

#include "app/core/Client.h"

namespace Parlour::Tests {

// One real client core over real sockets on one "computer": its settings survive restart(). GUI thread.
class ClientHost {
 public:
  explicit ClientHost(const QByteArray& computer);
  ~ClientHost();

  void signIn(const QByteArray& address, quint16 port, const QString& password = {}, bool tls = false);
  void setAcceptCertificates(bool accept) { acceptCertificates_ = accept; }  // the person's answer when asked
  // From the next start on, files go over this port of the computer.
  void setFilePort(quint16 port) { filePort_ = port; }
  // From the next start on, changes the outside world before the client gets it.
  void setAdjust(std::function<void(Core::Environment&)> adjust) { adjust_ = std::move(adjust); }
  QString downloads() const { return profile_.filePath(QStringLiteral("downloads")); }
  void restart();  // the program ends without signing out; a new one starts on the same computer
  Core::Client& client() { return *client_; }
  Core::Client* operator->() { return client_.get(); }
  bool isSignedIn() const { return client_->status().state == Core::ConnectionState::Connected; }
  Core::Room* room(const QString& name) const;  // followed or open; null otherwise
  // Texts of the room's timeline, oldest first.
  QStringList texts(const QString& room) const;

 private:
  void start();

  bool acceptCertificates_ = false;
  quint16 filePort_ = 0;
  std::function<void(Core::Environment&)> adjust_;
  QByteArray computer_;
  QTemporaryDir profile_;
  SystemClock clock_;
  std::unique_ptr<Sip::TraceBuffer> trace_;
  std::unique_ptr<QObject> context_;
  std::unique_ptr<Core::Client> client_;
};

}  // namespace Parlour::Tests
