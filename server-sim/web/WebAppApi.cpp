// SPDX-License-Identifier: Apache-2.0
// The JSON interface: the actions of WebBackend by name.
#include <algorithm>
#include <array>

#include "server-sim/web/WebApp.h"
#include "server-sim/web/WebReplies.h"

namespace Parlour::Server {
namespace {

constexpr std::array kReadingActions{"rooms",      "room",     "room.new", "eligible",
                                     "categories", "category", "people",   "person", "status"};
constexpr const char* kQueryFields[] = {"words", "category", "privacy", "type",   "state",
                                        "page",  "key",      "role",    "address"};

bool reads(const QString& action) {
  return std::any_of(kReadingActions.begin(), kReadingActions.end(),
                     [&](const char* known) { return action == QLatin1String(known); });
}

HttpResponse refusedJson(int status, ErrorCode code, const QString& text) {
  return WebReplies::json(status, failedAnswer(Error::make(code, text)));
}

}  // namespace

HttpResponse WebApp::api(const WebExchange& exchange) {
  const QString action = exchange.step(1);
  if (exchange.isPost && !exchange.isJson) {
    return refusedJson(415, ErrorCode::NotSupported, QStringLiteral("The body must be application/json."));
  }
  if (exchange.isPost && action == QLatin1String("sign-in")) return apiSignIn(exchange);
  if (!exchange.session) return refusedJson(401, ErrorCode::Unauthorized, QStringLiteral("Sign in first."));
  if (!exchange.isPost && action == QLatin1String("token")) {
    return WebReplies::json(200, {{QStringLiteral("ok"), true},
                                  {QStringLiteral("token"), QString::fromLatin1(exchange.session->formToken)}});
  }
  if (exchange.isPost == reads(action)) {
    return refusedJson(405, ErrorCode::NotSupported, QStringLiteral("Read with GET, change with POST."));
  }
  QJsonObject arguments = exchange.json;
  if (exchange.isPost) {
    if (!Sip::equalInConstantTime(exchange.http.header("X-Parlour-Token"), exchange.session->formToken)) {
      return refusedJson(403, ErrorCode::PermissionDenied, QStringLiteral("The header X-Parlour-Token is not right."));
    }
  } else {
    for (const char* field : kQueryFields) {
      if (exchange.query.has(field)) arguments.insert(QLatin1String(field), exchange.query.value(field));
    }
  }
  const QJsonObject answer = ask(exchange, action, arguments);
  return WebReplies::json(WebReplies::statusOf(answer), answer);
}

}  // namespace Parlour::Server
