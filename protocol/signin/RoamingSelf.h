// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

#include "protocol/signin/Category.h"
#include "protocol/support/Result.h"

namespace Parlour::Signin {

inline constexpr char kRoamingSelfEvent[] = "vnd-microsoft-roaming-self";
inline constexpr char kRoamingSelfType[] = "application/vnd-microsoft-roaming-self+xml";

// Which parts of the own presence the SUBSCRIBE asks for (signin 3.2). A later one replaces it.
struct RoamingScope {
  bool categories = false;
  bool containers = false;
  bool subscribers = false;
  bool delegates = false;

  QByteArray toXml() const;
  static Result<RoamingScope> parse(const QByteArray& xml);
  bool operator==(const RoamingScope&) const = default;
};

struct ContainerMember {
  QString type;   // user, domain, sameEnterprise, federated, publicCloud, everyone
  QString value;  // for user and domain
  bool operator==(const ContainerMember&) const = default;
};

struct Container {
  quint32 id = 0;
  quint32 version = 0;
  QList<ContainerMember> members;
  bool operator==(const Container&) const = default;
};

struct Subscriber {
  QString user;  // without `sip:`
  QString displayName;
  bool acknowledged = false;
  QString type;
  bool operator==(const Subscriber&) const = default;
};

struct Delegates {
  quint32 version = 0;
  QStringList uris;
  bool operator==(const Delegates&) const = default;
};

// A notification of the self subscription, and the answer to a publication: only the parts that are
// set occur (signin 3.3, 3.4). A value; reading fails with ParseFailed or LimitExceeded.
struct RoamingData {
  QString user;  // categories/@uri
  std::optional<QList<CategoryInstance>> categories;
  std::optional<QList<Container>> containers;
  std::optional<QList<Subscriber>> subscribers;
  std::optional<Delegates> delegates;

  QByteArray toXml() const;
  static Result<RoamingData> parse(const QByteArray& xml);
};

}  // namespace Parlour::Signin
