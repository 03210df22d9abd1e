// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <optional>

#include "server-sim/web/FormData.h"
#include "server-sim/web/HttpServer.h"
#include "server-sim/web/WebSessions.h"

namespace Parlour::Server {

// One request of a browser, taken apart and checked as text. Plain value of one thread.
struct WebExchange {
  const HttpRequest& http;
  QStringList path;  // "/rooms/new" is {"rooms","new"}, decoded
  FormData query;
  FormData form;     // of a POST with a form
  QJsonObject json;  // of a POST with JSON
  bool isPost = false;
  bool isJson = false;
  QByteArray sessionId;               // of the cookie, whatever it is worth
  std::optional<WebSession> session;  // when that is a session of this browser

  QString step(qsizetype index) const { return path.value(index); }
};

// InvalidArgument, ParseFailed or LimitExceeded for what no page of ours would send.
Result<WebExchange> readExchange(const HttpRequest& request, QByteArrayView sessionCookie);

// Whether the request was made by a page of this service: Origin and Sec-Fetch-Site, where the browser sends them.
bool isFromOwnPage(const HttpRequest& request, bool encrypted);
// The host of a loopback service must be named as such; otherwise a foreign name that leads here could be used to act
// in the browser's name.
bool isLoopbackHost(const QByteArray& host, const QByteArray& hostName);

}  // namespace Parlour::Server
