// SPDX-License-Identifier: Apache-2.0
// Signing in and out.
#include "server-sim/web/WebApp.h"
#include "server-sim/web/WebPages.h"
#include "server-sim/web/WebReplies.h"

namespace Parlour::Server {
namespace {

// Ties the sign-in form to the browser that asked for it: nobody else can sign it in.
constexpr char kStartCookie[] = "parlour-start";
constexpr int kStartBytes = 24;

Error errorOf(const QJsonObject& answer) {
  const QJsonObject error = answer.value(QStringLiteral("error")).toObject();
  for (const ErrorCode code : {ErrorCode::Unauthorized, ErrorCode::Busy, ErrorCode::Disabled,
                               ErrorCode::InvalidArgument, ErrorCode::Timeout}) {
    if (QString::fromLatin1(errorCodeName(code)) != error.value(QStringLiteral("code")).toString()) continue;
    return Error::make(code, error.value(QStringLiteral("text")).toString());
  }
  return Error::make(ErrorCode::Internal, error.value(QStringLiteral("text")).toString());
}

int signInStatus(const Error& error) {
  if (error.code == ErrorCode::Busy) return 429;
  return WebReplies::statusOf(failedAnswer(error));
}

}  // namespace

const char* WebApp::sessionCookie() const { return options_.encrypted ? "__Host-parlour" : "parlour-session"; }

QByteArray WebApp::cookie(const QByteArray& name, const QByteArray& value, bool remove) const {
  return name + '=' + value + "; Path=/; HttpOnly; SameSite=Strict" + (options_.encrypted ? "; Secure" : "") +
         (remove ? "; Max-Age=0" : "");
}

HttpResponse WebApp::signInPage(const WebExchange& exchange, const QString& error, int status) {
  QByteArray start = cookieValue(exchange.http.header("Cookie"), kStartCookie);
  const bool known = start.size() == kStartBytes * 2;
  if (!known) start = Sip::systemRandomBytes(kStartBytes).toHex();
  PageFrame frame;
  frame.title = QStringLiteral("Sign in");
  frame.formToken = QString::fromLatin1(start);
  frame.error = error;
  if (exchange.query.value("done") == QLatin1String("signed-out")) frame.notice = QStringLiteral("You are signed out.");
  const QString name = exchange.step(0) == QLatin1String("sign-in") ? exchange.form.value("name") : QString();
  HttpResponse response = WebReplies::page(status, WebPages::signIn(frame, name, !options_.openSignIn));
  if (!known) response.add("Set-Cookie", cookie(kStartCookie, start));
  return response;
}

Result<PrincipalId> WebApp::checkPassword(const WebExchange& exchange, const QString& name, const QString& password) {
  const QByteArray address = exchange.http.address;
  const QJsonObject answer = loop_.call([this, name, password, address](const LoopCaller::Answer& told) {
    signIn_.check(name, password, address, [told](const Result<PrincipalId>& user) {
      told(user ? QJsonObject{{QStringLiteral("ok"), true}, {QStringLiteral("user"), *user}}
                : failedAnswer(user.error()));
    });
  });
  if (!WebReplies::isOk(answer)) return errorOf(answer);
  return answer.value(QStringLiteral("user")).toInteger();
}

HttpResponse WebApp::welcome(const WebExchange& exchange, PrincipalId user, HttpResponse response) {
  sessions_.close(exchange.sessionId);
  const QByteArray id = sessions_.open(user, exchange.http.header("User-Agent"));
  response.add("Set-Cookie", cookie(sessionCookie(), id));
  return response;
}

HttpResponse WebApp::signIn(const WebExchange& exchange) {
  const QByteArray start = cookieValue(exchange.http.header("Cookie"), kStartCookie);
  if (start.isEmpty() || !Sip::equalInConstantTime(start, exchange.form.value("token").toUtf8())) {
    return signInPage(exchange, QStringLiteral("The form is out of date. Sign in again; cookies must be allowed."),
                      403);
  }
  const auto user = checkPassword(exchange, exchange.form.value("name"), exchange.form.value("password"));
  if (!user) return signInPage(exchange, user.error().text, signInStatus(user.error()));
  return welcome(exchange, *user, WebReplies::seeOther(QStringLiteral("/rooms")));
}

HttpResponse WebApp::signOut(const WebExchange& exchange) {
  sessions_.close(exchange.sessionId);
  HttpResponse response = WebReplies::seeOther(QStringLiteral("/sign-in?done=signed-out"));
  response.add("Set-Cookie", cookie(sessionCookie(), QByteArray(), true));
  return response;
}

HttpResponse WebApp::apiSignIn(const WebExchange& exchange) {
  const auto user = checkPassword(exchange, exchange.json.value(QStringLiteral("name")).toString(),
                                  exchange.json.value(QStringLiteral("password")).toString());
  if (!user) return WebReplies::json(signInStatus(user.error()), failedAnswer(user.error()));
  return welcome(exchange, *user, WebReplies::json(200, {{QStringLiteral("ok"), true}}));
}

}  // namespace Parlour::Server
