// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/host/ServerHost.h"

#include <QFile>
#include <QUrl>

namespace Parlour::Tests {

ServerHost::ServerHost(const QByteArray& organisationJson) {
  const QString path = data_.filePath(QStringLiteral("organisation.json"));
  QFile file(path);
  if (file.open(QIODevice::WriteOnly)) file.write(organisationJson);
  config_.dataDir = dataDir();
  config_.organisationFile = path;
  config_.listen = {QStringLiteral("tcp:127.0.0.1:0")};
}

ServerHost::~ServerHost() { stop(); }

Status ServerHost::start() {
  loop_ = std::make_unique<Sip::SipLoop>();
  if (auto running = loop_->runInThread(); !running) return running;
  Status started = success();
  loop_->invoke([this, &started] {
    auto server = Server::Server::start(config_, *loop_, clock_);
    if (server) {
      server_ = std::move(*server);
      addresses_ = server_->addresses();
      webUrl_ = server_->webUrl();
    } else {
      started = server.error();
    }
  });
  return started;
}

void ServerHost::stop() {
  if (!loop_) return;
  loop_->invoke([this] { server_.reset(); });
  loop_->stop();
  loop_.reset();
}

quint16 ServerHost::portOf(const QString& scheme) const {
  for (const QString& address : addresses_) {
    if (address.startsWith(scheme)) return address.section(QLatin1Char(':'), -1).toUShort();
  }
  return 0;
}

quint16 ServerHost::port() const { return portOf(QStringLiteral("tcp:")); }
quint16 ServerHost::tlsPort() const { return portOf(QStringLiteral("tls:")); }

quint16 ServerHost::webPort() const { return static_cast<quint16>(QUrl(QString::fromUtf8(webUrl_)).port(0)); }

size_t ServerHost::sessionCount() {
  size_t count = 0;
  if (loop_) loop_->invoke([&] { count = server_ ? server_->sessionCount() : 0; });
  return count;
}

}  // namespace Parlour::Tests
