// SPDX-License-Identifier: Apache-2.0
#include "server-sim/web/files/FileReplies.h"

#include <QJsonDocument>

#include "protocol/files/FileHttp.h"
#include "server-sim/web/files/SoapCodec.h"

namespace Parlour::Server::FileReplies {
namespace {

constexpr char kRetrySeconds[] = "2";
constexpr int kBusyStatus = 503;

// Nothing of it may run in a browser or stay in a cache.
HttpResponse guarded(HttpResponse response) {
  response.add("X-Content-Type-Options", "nosniff");
  response.add("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'");
  response.add("Cache-Control", "private, no-store");
  return response;
}

}  // namespace

HttpResponse json(int status, const QJsonObject& object) {
  HttpResponse response;
  response.status = status;
  response.contentType = "application/json; charset=utf-8";
  response.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
  return guarded(response);
}

HttpResponse refusal(const FileFailure& failure) {
  const Files::FileErrorInfo& info = Files::infoOf(failure.error);
  QJsonObject error{{QLatin1String(Files::Key::kCode), QLatin1String(info.code)},
                    {QLatin1String(Files::Key::kText), failure.words()}};
  if (failure.limit >= 0) error.insert(QLatin1String(Files::Key::kLimit), failure.limit);
  if (failure.offset >= 0) error.insert(QLatin1String(Files::Key::kOffset), failure.offset);
  HttpResponse response = json(info.status, {{QLatin1String(Files::Key::kError), error}});
  if (info.status == kBusyStatus) response.add("Retry-After", kRetrySeconds);
  if (info.status == 401) response.add("WWW-Authenticate", "Bearer");
  return response;
}

HttpResponse soap(const QByteArray& body) {
  HttpResponse response;
  response.contentType = "text/xml; charset=utf-8";
  response.body = body;
  return guarded(response);
}

HttpResponse soapFault(const FileFailure& failure) {
  HttpResponse response = soap(writeSoapFault(Files::infoOf(failure.error).code, failure.words()));
  response.status = 500;
  return response;
}

}  // namespace Parlour::Server::FileReplies
