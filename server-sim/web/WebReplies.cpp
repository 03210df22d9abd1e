// SPDX-License-Identifier: Apache-2.0
#include "server-sim/web/WebReplies.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <array>

#include "protocol/support/Error.h"

namespace Parlour::Server::WebReplies {
namespace {

struct StatusRow {
  ErrorCode code;
  int status;
};
constexpr std::array kStatusRows{
    StatusRow{ErrorCode::InvalidArgument, 400},
    StatusRow{ErrorCode::ParseFailed, 400},
    StatusRow{ErrorCode::LimitExceeded, 400},
    StatusRow{ErrorCode::Unauthorized, 401},
    StatusRow{ErrorCode::Disabled, 403},
    StatusRow{ErrorCode::PermissionDenied, 403},
    StatusRow{ErrorCode::NotFound, 404},
    StatusRow{ErrorCode::Conflict, 409},
    StatusRow{ErrorCode::Busy, 503},
    StatusRow{ErrorCode::Timeout, 503},
    StatusRow{ErrorCode::Cancelled, 503},
};

QString errorPart(const QJsonObject& answer, const char* part) {
  return answer.value(QStringLiteral("error")).toObject().value(QLatin1String(part)).toString();
}

}  // namespace

HttpResponse page(int status, const QByteArray& html) {
  HttpResponse response;
  response.status = status;
  response.body = html;
  return response;
}

HttpResponse json(int status, const QJsonObject& object) {
  HttpResponse response;
  response.status = status;
  response.contentType = "application/json";
  // Should anything ever take it for a page, there is no tag in it.
  response.body = QJsonDocument(object).toJson(QJsonDocument::Compact).replace('<', "\\u003c");
  return response;
}

HttpResponse seeOther(const QString& address) {
  HttpResponse response;
  response.status = 303;
  response.add("Location", address.toLatin1());
  return response;
}

bool isOk(const QJsonObject& answer) { return answer.value(QStringLiteral("ok")).toBool(); }

QString errorText(const QJsonObject& answer) { return errorPart(answer, "text"); }

int statusOf(const QJsonObject& answer) {
  if (isOk(answer)) return 200;
  const QByteArray name = errorPart(answer, "code").toLatin1();
  for (const StatusRow& row : kStatusRows) {
    if (errorCodeName(row.code) == name) return row.status;
  }
  return 500;
}

QString titleOf(int status) {
  switch (status) {
    case 401:
      return QStringLiteral("Sign in again");
    case 403:
      return QStringLiteral("You may not do this");
    case 404:
      return QStringLiteral("Not found");
    case 409:
      return QStringLiteral("Changed meanwhile");
    case 503:
      return QStringLiteral("The server is busy");
    default:
      return status < 500 ? QStringLiteral("The request cannot be used") : QStringLiteral("Something failed");
  }
}

QString sentenceFor(int status) {
  switch (status) {
    case 404:
      return QStringLiteral("There is no such page. Go to the list of rooms.");
    case 405:
      return QStringLiteral("This page can be read and its forms can be sent, nothing else.");
    case 408:
      return QStringLiteral("The request took too long to arrive. Send it again.");
    case 413:
      return QStringLiteral("The request is too large. Send less at one time.");
    case 414:
      return QStringLiteral("The address of the page is too long.");
    case 415:
      return QStringLiteral("The request is neither a form nor JSON.");
    default:
      return status < 500 ? QStringLiteral("The request cannot be understood. Go back and reload the page.")
                          : QStringLiteral("The server could not make this page. Try again in a moment.");
  }
}

QJsonObject fields(const FormData& form, std::initializer_list<const char*> names) {
  QJsonObject object;
  for (const char* name : names) {
    if (form.has(name)) object.insert(QLatin1String(name), form.value(name));
  }
  return object;
}

QJsonArray names(const QStringList& texts) {
  static const QRegularExpression separator(QStringLiteral("[;\\r\\n]"));
  static const QRegularExpression inBrackets(QStringLiteral("<([^<>]+)>\\s*$"));
  QJsonArray list;
  for (const QString& text : texts) {
    for (const QString& part : text.split(separator)) {
      const auto address = inBrackets.match(part);
      const QString name = (address.hasMatch() ? address.captured(1) : part).trimmed();
      if (!name.isEmpty()) list.append(name);
    }
  }
  return list;
}

}  // namespace Parlour::Server::WebReplies
