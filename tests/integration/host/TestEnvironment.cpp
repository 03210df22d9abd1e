// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/host/TestEnvironment.h"

#include "app/core/RealEnvironment.h"
#include "protocol/sip/sofia/ThreadedTransport.h"

namespace Parlour::Tests {

Core::Environment makeTestEnvironment(QObject* context, Sip::TraceBuffer* trace, const QTemporaryDir& profile,
                                      const QByteArray& computer, std::function<bool()> acceptCertificates) {
  Sip::SofiaOptions options;
  options.trace = trace;
  auto transport = Sip::ThreadedTransport::create(context, options);
  if (!transport) qFatal("%s", qPrintable(transport.error().text));
  Core::RealEnvironmentOptions real;
  real.settingsFile = profile.filePath(QStringLiteral("settings.ini"));
  real.outboxDirectory = profile.filePath(QStringLiteral("outbox"));
  real.cacheDirectory = profile.filePath(QStringLiteral("cache"));
  real.trustDirectory = profile.filePath(QStringLiteral("trust"));
  real.askAboutCertificate = [accept = std::move(acceptCertificates)](const auto&, const auto& decide) {
    decide(accept());
  };
  auto environment = Core::makeRealEnvironment(std::move(*transport), trace, real);
  environment.computerName = computer;
  return environment;
}

}  // namespace Parlour::Tests
