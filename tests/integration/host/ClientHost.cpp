// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/host/ClientHost.h"

#include "tests/integration/host/FileDetour.h"
#include "tests/integration/host/TestEnvironment.h"

namespace Parlour::Tests {

ClientHost::ClientHost(const QByteArray& computer) : computer_(computer) { start(); }

ClientHost::~ClientHost() { client_.reset(); }

void ClientHost::start() {
  trace_ = std::make_unique<Sip::TraceBuffer>(clock_);
  context_ = std::make_unique<QObject>();
  auto environment =
      makeTestEnvironment(context_.get(), trace_.get(), profile_, computer_, [this] { return acceptCertificates_; });
  environment.downloadDirectory = downloads();
  if (filePort_ != 0) environment.fileWeb = std::make_unique<FileDetour>(filePort_);
  if (adjust_) adjust_(environment);
  client_ = std::make_unique<Core::Client>(std::move(environment));
}

void ClientHost::restart() {
  client_.reset();
  start();
}

void ClientHost::signIn(const QByteArray& address, quint16 port, const QString& password, bool tls) {
  Core::SignInRequest request;
  request.address = SipUri::fromTrusted(address);
  request.host = QStringLiteral("127.0.0.1");
  request.port = port;
  request.tls = tls;
  request.password = password;
  client_->signIn(request);
}

Core::Room* ClientHost::room(const QString& name) const {
  for (Core::Room* room : client_->rooms()) {
    if (room->summary().name == name) return room;
  }
  return nullptr;
}

QStringList ClientHost::texts(const QString& name) const {
  QStringList texts;
  const Core::Room* found = room(name);
  if (!found) return texts;
  for (int row = 0; row < found->timeline().count(); ++row) texts.append(found->timeline().at(row).text);
  return texts;
}

}  // namespace Parlour::Tests
