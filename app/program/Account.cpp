// SPDX-License-Identifier: Apache-2.0
#include "app/program/Account.h"

namespace Parlour::Program {

Result<Core::SignInRequest> toCoreRequest(const Ui::SignInRequest& request) {
  const auto address = SipUri::parse(request.address.toUtf8());
  if (!address) return address.error();
  Core::SignInRequest core;
  core.address = *address;
  core.password = request.password;
  core.tls = request.tls;
  core.rememberMe = request.remember;
  if (!request.findAutomatically) {
    core.host = request.host;
    core.port = static_cast<quint16>(request.port);
  }
  return core;
}

Ui::SignInRequest rememberedRequest(const QSettings& settings) {
  Ui::SignInRequest request;
  request.address = settings.value(QStringLiteral("signIn/address")).toString();
  request.findAutomatically = settings.value(QStringLiteral("signIn/automatic"), true).toBool();
  request.host = settings.value(QStringLiteral("signIn/host")).toString();
  request.port = settings.value(QStringLiteral("signIn/port"), 5061).toInt();
  request.tls = settings.value(QStringLiteral("signIn/tls"), true).toBool();
  return request;
}

void remember(QSettings& settings, const Ui::SignInRequest& request) {
  if (!request.remember) return settings.remove(QStringLiteral("signIn"));
  settings.setValue(QStringLiteral("signIn/address"), request.address);
  settings.setValue(QStringLiteral("signIn/automatic"), request.findAutomatically);
  settings.setValue(QStringLiteral("signIn/host"), request.host);
  settings.setValue(QStringLiteral("signIn/port"), request.port);
  settings.setValue(QStringLiteral("signIn/tls"), request.tls);
}

Ui::ServerChoice rememberedServer(const QSettings& settings) {
  const Ui::SignInRequest request = rememberedRequest(settings);
  return {request.address.section(QLatin1Char('@'), 1), request.findAutomatically, request.host, request.port,
          request.tls};
}

void rememberServer(QSettings& settings, const Ui::ServerChoice& choice) {
  settings.setValue(QStringLiteral("signIn/automatic"), choice.automatic);
  settings.setValue(QStringLiteral("signIn/host"), choice.host);
  settings.setValue(QStringLiteral("signIn/port"), choice.port);
  settings.setValue(QStringLiteral("signIn/tls"), choice.tls);
}

}  // namespace Parlour::Program
