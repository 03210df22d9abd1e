// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/metrics/MetricsAccess.h"
#include "server-sim/web/LoopCaller.h"
#include "server-sim/web/PageWriter.h"
#include "server-sim/web/WebBackend.h"
#include "server-sim/web/WebExchange.h"
#include "server-sim/web/WebSignIn.h"

namespace Parlour::Server {

struct WebAppOptions {
  bool encrypted = false;
  bool loopback = true;  // reachable from this machine only
  bool openSignIn = false;
  QByteArray hostName;
  MetricsAccess metrics = MetricsAccess::Administrators;
};

// The room-management web service (product.md RM-1) behind HTTP: sessions, protection against forged requests, pages
// and the JSON interface that lies below them. Called by many threads at once; what concerns rooms and people is done
// by backend and sign-in on the loop. The references outlive it.
//   GET /rooms …                    pages
//   GET /health, /metrics           for machines that watch the server
//   GET /api/rooms?words=tide       what WebBackend answers, for actions that read
//   POST /api/room.edit {"key":…}   for actions that write; with header X-Parlour-Token
class WebApp {
 public:
  WebApp(const WebAppOptions& options, WebSessions& sessions, LoopCaller& loop, WebSignIn& signIn, WebBackend& backend,
         const StatusBoard& monitor, const Clock& clock);

  HttpResponse handle(const HttpRequest& request);

 private:
  // A page for GET, a form for POST.
  HttpResponse route(const WebExchange& exchange);
  HttpResponse routeSignedIn(const WebExchange& exchange);
  HttpResponse roomsArea(const WebExchange& exchange);
  HttpResponse roomsAsCsv(const WebExchange& exchange, QJsonObject filter);
  HttpResponse newRoom(const WebExchange& exchange);
  HttpResponse oneRoom(const WebExchange& exchange);
  HttpResponse categoriesArea(const WebExchange& exchange);
  HttpResponse newCategory(const WebExchange& exchange);
  HttpResponse oneCategory(const WebExchange& exchange);
  HttpResponse peopleArea(const WebExchange& exchange);
  HttpResponse statusPage(const WebExchange& exchange);
  // Nothing for what is not asked by a machine.
  std::optional<HttpResponse> monitoring(const WebExchange& exchange);

  HttpResponse signInPage(const WebExchange& exchange, const QString& error, int status);
  HttpResponse signIn(const WebExchange& exchange);
  HttpResponse signOut(const WebExchange& exchange);
  HttpResponse welcome(const WebExchange& exchange, PrincipalId user, HttpResponse response);
  Result<PrincipalId> checkPassword(const WebExchange& exchange, const QString& name, const QString& password);

  HttpResponse api(const WebExchange& exchange);
  HttpResponse apiSignIn(const WebExchange& exchange);

  QJsonObject ask(const WebExchange& exchange, const char* action, const QJsonObject& arguments);
  QJsonObject ask(const WebExchange& exchange, const QString& action, const QJsonObject& arguments);
  PageFrame frameOf(const WebExchange& exchange, const char* tab, const QString& title, const QJsonObject& answer);
  // An answer that is an error, as a page of the right status.
  HttpResponse refusedPage(const WebExchange& exchange, const char* tab, const QJsonObject& answer);
  HttpResponse failurePage(int status, const QString& text) const;
  // A form that was refused shows `page` again with the reason; one that was taken leads on.
  using Page = std::function<QByteArray(const PageFrame& frame, const QJsonObject& result)>;
  HttpResponse show(const WebExchange& exchange, const char* tab, const QString& title, const char* action,
                    const QJsonObject& arguments, const Page& page, const QJsonObject& refusal = {});
  HttpResponse addHeaders(HttpResponse response, bool cacheable) const;
  const char* sessionCookie() const;
  QByteArray cookie(const QByteArray& name, const QByteArray& value, bool remove = false) const;

  const WebAppOptions options_;
  WebSessions& sessions_;
  LoopCaller& loop_;
  WebSignIn& signIn_;
  WebBackend& backend_;
  const StatusBoard& monitor_;
  const Clock& clock_;
};

}  // namespace Parlour::Server
