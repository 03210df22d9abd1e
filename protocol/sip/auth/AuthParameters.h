// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>

#include "protocol/support/Result.h"

namespace Parlour::Sip {

// The parameters behind `Digest` in the four authentication headers: names in lower case, values without
// quotes. Fails with NotSupported for another scheme, with ParseFailed for broken text and for a parameter
// that occurs twice, with LimitExceeded beyond 4 KB or 32 parameters.
class AuthParameters {
 public:
  static Result<AuthParameters> parse(QByteArrayView value);
  QByteArray value(const QByteArray& name) const { return values_.value(name); }
  bool contains(const QByteArray& name) const { return values_.contains(name); }

 private:
  QHash<QByteArray, QByteArray> values_;
};

// ` name="value"` parts for writing; control characters are left out.
QByteArray quotedParameter(const char* name, QByteArrayView value);

}  // namespace Parlour::Sip
