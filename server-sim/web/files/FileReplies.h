// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>

#include "server-sim/files/FileOutcome.h"
#include "server-sim/web/HttpServer.h"

namespace Parlour::Server::FileReplies {

HttpResponse json(int status, const QJsonObject& object);
// {"error":{"code":…,"text":…}} with the status of the error (protocol/files/README.md).
HttpResponse refusal(const FileFailure& failure);
HttpResponse soap(const QByteArray& body);
// Always 500: clients of the period give up for good on 4xx (xccos 9).
HttpResponse soapFault(const FileFailure& failure);

}  // namespace Parlour::Server::FileReplies
