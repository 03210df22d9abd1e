// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <optional>

#include "protocol/support/Result.h"

// The SOAP 1.1 of Persistent Chat's file service (xccos 9): one operation with flat parameters each way.
namespace Parlour::Server {

inline constexpr qsizetype kLargestSoapBytes = 1'024 * 1'024;  // of a request; GetMaxRequestContentInKB tells it

struct SoapCall {
  QByteArray operation;
  QMap<QByteArray, QByteArray> parameters;  // by name, UTF-8

  QByteArray text(const char* name) const { return parameters.value(name).trimmed(); }
  // A decimal number from 0 upward.
  std::optional<qint64> number(const char* name) const;
  bool operator==(const SoapCall&) const = default;
};

// Any prefixes and any order of parameters; no DTD, nothing nested, nothing twice. `action` is the SOAPAction header,
// quoted or not; when it names an operation, it must be that of the body.
Result<SoapCall> parseSoap(const QByteArray& body, const QByteArray& action);
QByteArray writeSoapCall(const SoapCall& call);
// "<OpResponse><OpResult>…"; without result: "<OpResponse/>".
QByteArray writeSoapResult(const QByteArray& operation, const std::optional<QByteArray>& result);
QByteArray writeSoapFault(const QByteArray& code, const QString& text);

// Base64 without blanks and with nothing wrong in it.
std::optional<QByteArray> decodeChunk(QByteArray text);

}  // namespace Parlour::Server
