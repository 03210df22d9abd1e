// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "protocol/signin/Category.h"
#include "protocol/support/Result.h"

namespace Parlour::Signin {

// What a directory says about a person, as the presence category contactCard (MS-PRES): the server puts it into
// the user's own presence document, so that a client knows the display name of who signed in.
struct ContactCard {
  QString displayName;
  QString email;

  static QString categoryName() { return QStringLiteral("contactCard"); }
  QByteArray toFragment() const;
  CategoryInstance toInstance(Timestamp publishTime) const;  // container 1, static
  static Result<ContactCard> parse(const QByteArray& fragment);
  bool operator==(const ContactCard&) const = default;
};

}  // namespace Parlour::Signin
