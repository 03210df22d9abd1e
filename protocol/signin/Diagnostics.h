// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>
#include <span>
#include <utility>

#include "protocol/support/Result.h"

namespace Parlour::Signin {

// What is known about an ErrorId (signin 1.12). The texts are ours; programs look at the number.
struct ErrorIdInfo {
  int errorId;
  int status;          // the SIP status it usually comes with; 0 when any
  bool isPublic;       // travels in ms-diagnostics-public
  const char* reason;  // one short sentence for people, ASCII
};

std::span<const ErrorIdInfo> errorIdTable();
const ErrorIdInfo* findErrorId(int errorId);  // nullptr when unknown

// The headers ms-diagnostics and ms-diagnostics-public: why a request failed (signin 1.12).
// Reading accepts any order of parameters and fails with ParseFailed.
struct Diagnostics {
  int errorId = 0;
  QString reason;
  QByteArray source;  // host that said it; left out of the public form
  QList<std::pair<QByteArray, QString>> others;

  // With the reason of the table.
  static Diagnostics forErrorId(int errorId, const QByteArray& source);
  static Result<Diagnostics> parse(QByteArrayView value);
  QByteArray toBytes() const;        // value of ms-diagnostics
  QByteArray toPublicBytes() const;  // value of ms-diagnostics-public
  static QByteArray headerName(int errorId);
};

}  // namespace Parlour::Signin
