// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>

#include "server-sim/web/FormData.h"
#include "server-sim/web/HttpServer.h"

// Small answers and small translations that all areas of the web pages share. Pure functions.
namespace Parlour::Server::WebReplies {

HttpResponse page(int status, const QByteArray& html);
HttpResponse json(int status, const QJsonObject& object);
// After a form was taken: look at that page.
HttpResponse seeOther(const QString& address);

bool isOk(const QJsonObject& answer);
QString errorText(const QJsonObject& answer);
// 404 for NotFound, 403 for PermissionDenied …
int statusOf(const QJsonObject& answer);
QString titleOf(int status);
// What is said where the web server itself refuses a request.
QString sentenceFor(int status);

// The fields of a form that are there, as arguments.
QJsonObject fields(const FormData& form, std::initializer_list<const char*> names);
// "Ada Quince <ada@orchard.example>; bo" as a list of what names them.
QJsonArray names(const QStringList& texts);

}  // namespace Parlour::Server::WebReplies
