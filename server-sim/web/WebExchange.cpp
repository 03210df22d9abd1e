// SPDX-License-Identifier: Apache-2.0
#include "server-sim/web/WebExchange.h"

#include <QJsonDocument>

namespace Parlour::Server {
namespace {

constexpr qsizetype kLongestTarget = 2'048;
constexpr qsizetype kMostSteps = 6;

Status readTarget(WebExchange& exchange) {
  const QByteArray& target = exchange.http.target;
  if (target.size() > kLongestTarget || !target.startsWith('/')) {
    return Error::make(ErrorCode::LimitExceeded, QStringLiteral("The address of the page is too long."));
  }
  const qsizetype mark = target.indexOf('?');
  for (const QByteArray& part : target.left(mark < 0 ? target.size() : mark).split('/')) {
    if (part.isEmpty()) continue;
    const auto step = decodePercent(part);
    if (!step) return step.error();
    exchange.path.append(*step);
  }
  if (exchange.path.size() > kMostSteps) {
    return Error::make(ErrorCode::NotFound, QStringLiteral("There is no such page."));
  }
  auto query = FormData::parse(mark < 0 ? QByteArray() : target.mid(mark + 1));
  if (!query) return query.error();
  exchange.query = std::move(*query);
  return success();
}

Status readBody(WebExchange& exchange) {
  if (!exchange.isJson) {
    auto form = FormData::parse(exchange.http.body);
    if (!form) return form.error();
    exchange.form = std::move(*form);
    return success();
  }
  QJsonParseError problem;
  const QJsonDocument document = QJsonDocument::fromJson(exchange.http.body, &problem);
  if (!document.isObject()) {
    return Error::make(ErrorCode::ParseFailed, QStringLiteral("The request must be a JSON object."));
  }
  exchange.json = document.object();
  return success();
}

}  // namespace

Result<WebExchange> readExchange(const HttpRequest& request, QByteArrayView sessionCookie) {
  WebExchange exchange{request, {}, {}, {}, {}, false, false, {}, {}};
  if (const Status read = readTarget(exchange); !read) return read.error();
  exchange.isPost = request.method == "POST";
  exchange.isJson = request.header("Content-Type").startsWith("application/json");
  exchange.sessionId = cookieValue(request.header("Cookie"), sessionCookie);
  if (exchange.isPost) {
    if (const Status read = readBody(exchange); !read) return read.error();
  }
  return exchange;
}

bool isFromOwnPage(const HttpRequest& request, bool encrypted) {
  const QByteArray origin = request.header("Origin");
  const QByteArray own = (encrypted ? "https://" : "http://") + request.header("Host");
  if (!origin.isEmpty() && origin.compare(own, Qt::CaseInsensitive) != 0) return false;
  const QByteArray site = request.header("Sec-Fetch-Site");
  return site.isEmpty() || site == "same-origin" || site == "none";
}

bool isLoopbackHost(const QByteArray& host, const QByteArray& hostName) {
  const qsizetype colon = host.lastIndexOf(':');
  const bool hasPort = colon > host.lastIndexOf(']');
  const QByteArray name = (hasPort ? host.left(colon) : host).toLower();
  return name == "localhost" || name == "127.0.0.1" || name == "[::1]" || name == hostName.toLower();
}

}  // namespace Parlour::Server
