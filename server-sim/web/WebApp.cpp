// SPDX-License-Identifier: Apache-2.0
#include "server-sim/web/WebApp.h"

#include "server-sim/web/StaticFiles.h"
#include "server-sim/web/WebPages.h"
#include "server-sim/web/WebReplies.h"

namespace Parlour::Server {
namespace {

// Nothing from elsewhere, nothing inline, in no frame.
constexpr char kContentPolicy[] =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'";

QString doneNotice(const QString& word) {
  const std::pair<const char*, QString> notices[] = {
      {"created", QStringLiteral("Created.")},
      {"saved", QStringLiteral("Saved.")},
      {"people", QStringLiteral("The list is changed.")},
      {"disabled", QStringLiteral("Room disabled.")},
      {"enabled", QStringLiteral("Room enabled.")},
      {"deleted", QStringLiteral("Deleted.")},
      {"signed-out", QStringLiteral("You are signed out.")},
  };
  for (const auto& [key, text] : notices) {
    if (word == QLatin1String(key)) return text;
  }
  return {};
}

bool needsSession(const WebExchange& exchange) {
  const QString first = exchange.step(0);
  return first != QLatin1String("sign-in") && first != QLatin1String("sign-out");
}

}  // namespace

WebApp::WebApp(const WebAppOptions& options, WebSessions& sessions, LoopCaller& loop, WebSignIn& signIn,
               WebBackend& backend, const StatusBoard& monitor, const Clock& clock)
    : options_(options),
      sessions_(sessions),
      loop_(loop),
      signIn_(signIn),
      backend_(backend),
      monitor_(monitor),
      clock_(clock) {}

HttpResponse WebApp::handle(const HttpRequest& request) {
  if (request.method.startsWith("ERROR ")) {
    const int status = request.method.mid(6).toInt();
    return addHeaders(failurePage(status, WebReplies::sentenceFor(status)), false);
  }
  if (options_.loopback && !isLoopbackHost(request.header("Host"), options_.hostName)) {
    return addHeaders(failurePage(400, QStringLiteral("This service is not known by that name.")), false);
  }
  auto exchange = readExchange(request, sessionCookie());
  if (!exchange) {
    const int status = WebReplies::statusOf(failedAnswer(exchange.error()));
    return addHeaders(failurePage(status, exchange.error().text), false);
  }
  if (!exchange->isPost && exchange->step(0) == QLatin1String("static")) {
    if (auto file = staticFile(exchange->step(1))) return addHeaders(*file, true);
  }
  exchange->session = sessions_.find(exchange->sessionId, request.header("User-Agent"));
  if (auto watched = monitoring(*exchange)) return addHeaders(*watched, false);
  return addHeaders(route(*exchange), false);
}

HttpResponse WebApp::route(const WebExchange& exchange) {
  if (exchange.isPost && !isFromOwnPage(exchange.http, options_.encrypted)) {
    return failurePage(403, QStringLiteral("The request was made by another web site, so it was not carried out."));
  }
  const QString first = exchange.step(0);
  if (first == QLatin1String("api")) return api(exchange);
  if (exchange.isPost && exchange.isJson) return failurePage(415, WebReplies::sentenceFor(415));
  if (first == QLatin1String("sign-in") && exchange.path.size() == 1) {
    return exchange.isPost ? signIn(exchange) : signInPage(exchange, QString(), 200);
  }
  if (!exchange.session && needsSession(exchange)) {
    if (exchange.isPost) {
      return signInPage(exchange, QStringLiteral("Your session is over, so nothing was changed. Sign in again."), 401);
    }
    return WebReplies::seeOther(QStringLiteral("/sign-in"));
  }
  if (exchange.isPost && exchange.session &&
      !Sip::equalInConstantTime(exchange.form.value("token").toUtf8(), exchange.session->formToken)) {
    return failurePage(403, QStringLiteral("The form is out of date, so nothing was changed. Go back, reload the page "
                                           "and send it again."));
  }
  return routeSignedIn(exchange);
}

HttpResponse WebApp::routeSignedIn(const WebExchange& exchange) {
  const QString first = exchange.step(0);
  if (exchange.path.isEmpty()) return WebReplies::seeOther(QStringLiteral("/rooms"));
  if (first == QLatin1String("sign-out") && exchange.isPost) return signOut(exchange);
  if (first == QLatin1String("rooms") || first == QLatin1String("rooms.csv")) return roomsArea(exchange);
  if (first == QLatin1String("categories")) return categoriesArea(exchange);
  if (first == QLatin1String("people")) return peopleArea(exchange);
  if (first == QLatin1String("status") && exchange.path.size() == 1 && !exchange.isPost) return statusPage(exchange);
  return failurePage(404, WebReplies::sentenceFor(404));
}

QJsonObject WebApp::ask(const WebExchange& exchange, const char* action, const QJsonObject& arguments) {
  return ask(exchange, QString::fromLatin1(action), arguments);
}

QJsonObject WebApp::ask(const WebExchange& exchange, const QString& action, const QJsonObject& arguments) {
  const PrincipalId user = exchange.session ? exchange.session->user : 0;
  return loop_.call([this, user, action, arguments](const LoopCaller::Answer& answer) {
    backend_.run(user, action, arguments, answer);
  });
}

PageFrame WebApp::frameOf(const WebExchange& exchange, const char* tab, const QString& title,
                          const QJsonObject& answer) {
  PageFrame frame;
  frame.title = title;
  frame.tab = QLatin1String(tab);
  frame.me = answer.value(QStringLiteral("me")).toObject();
  frame.formToken = QString::fromLatin1(exchange.session ? exchange.session->formToken : QByteArray());
  if (!exchange.isPost) frame.notice = doneNotice(exchange.query.value("done"));
  return frame;
}

HttpResponse WebApp::failurePage(int status, const QString& text) const {
  PageFrame frame;
  frame.title = WebReplies::titleOf(status);
  return WebReplies::page(status, WebPages::failure(frame, text));
}

HttpResponse WebApp::refusedPage(const WebExchange& exchange, const char* tab, const QJsonObject& answer) {
  const int status = WebReplies::statusOf(answer);
  if (status == 401) {
    sessions_.close(exchange.sessionId);
    return signInPage(exchange, WebReplies::errorText(answer), status);
  }
  const PageFrame frame = frameOf(exchange, tab, WebReplies::titleOf(status), answer);
  return WebReplies::page(status, WebPages::failure(frame, WebReplies::errorText(answer)));
}

HttpResponse WebApp::show(const WebExchange& exchange, const char* tab, const QString& title, const char* action,
                          const QJsonObject& arguments, const Page& page, const QJsonObject& refusal) {
  const QJsonObject answer = ask(exchange, action, arguments);
  if (!WebReplies::isOk(answer)) return refusedPage(exchange, tab, answer);
  PageFrame frame = frameOf(exchange, tab, title, answer);
  if (!refusal.isEmpty()) frame.error = WebReplies::errorText(refusal);
  // Actions whose result is a list are wrapped, so that pages take one kind of thing.
  const QJsonValue result = answer.value(QStringLiteral("result"));
  const QJsonObject object = result.isArray() ? QJsonObject{{QStringLiteral("list"), result}} : result.toObject();
  return WebReplies::page(refusal.isEmpty() ? 200 : WebReplies::statusOf(refusal), page(frame, object));
}

HttpResponse WebApp::addHeaders(HttpResponse response, bool cacheable) const {
  const auto add = [&](const char* name, const char* value) { response.add(name, value); };
  add("Content-Security-Policy", kContentPolicy);
  add("X-Content-Type-Options", "nosniff");
  add("X-Frame-Options", "DENY");
  add("Referrer-Policy", "same-origin");
  add("Cross-Origin-Opener-Policy", "same-origin");
  add("Cross-Origin-Resource-Policy", "same-origin");
  add("Cache-Control", cacheable ? "private, max-age=3600" : "no-store");
  return response;
}

}  // namespace Parlour::Server
