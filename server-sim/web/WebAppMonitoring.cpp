// SPDX-License-Identifier: Apache-2.0
// For machines that watch the server: /health and /metrics; and the status page for people.
#include <QHostAddress>

#include "server-sim/metrics/MetricSet.h"
#include "server-sim/web/WebApp.h"
#include "server-sim/web/WebPages.h"
#include "server-sim/web/WebReplies.h"

namespace Parlour::Server {
namespace {

// A proxy on this machine would make everybody look local.
bool cameDirectly(const HttpRequest& request) {
  for (const char* header : {"Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"}) {
    if (!request.header(header).isEmpty()) return false;
  }
  return true;
}

bool isLocal(const HttpRequest& request) {
  return QHostAddress(QString::fromLatin1(request.address)).isLoopback() && cameDirectly(request);
}

HttpResponse metricsPage(const QJsonObject& answer) {
  HttpResponse response;
  response.contentType = kOpenMetricsType;
  response.body = answer.value(QStringLiteral("result")).toString().toUtf8();
  return response;
}

}  // namespace

std::optional<HttpResponse> WebApp::monitoring(const WebExchange& exchange) {
  if (exchange.isPost || exchange.path.size() != 1) return std::nullopt;
  if (exchange.step(0) == QLatin1String("health")) {
    const auto health = monitor_.health();
    return WebReplies::json(health.ok ? 200 : 503, health.json);
  }
  if (exchange.step(0) != QLatin1String("metrics") || options_.metrics == MetricsAccess::Off) return std::nullopt;
  const bool open = options_.metrics == MetricsAccess::Loopback && isLocal(exchange.http);
  if (!open && !exchange.session) return failurePage(401, QStringLiteral("Sign in as an administrator first."));
  const QJsonObject answer = open ? loop_.call([this](const LoopCaller::Answer& done) { done(backend_.metrics()); })
                                  : ask(exchange, "metrics", {});
  if (WebReplies::isOk(answer)) return metricsPage(answer);
  return failurePage(WebReplies::statusOf(answer), WebReplies::errorText(answer));
}

HttpResponse WebApp::statusPage(const WebExchange& exchange) {
  return show(exchange, "status", QStringLiteral("Server status"), "status", {},
              [](const PageFrame& frame, const QJsonObject& report) { return WebPages::status(frame, report); });
}

}  // namespace Parlour::Server
