// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <optional>

#include "protocol/signin/Category.h"
#include "protocol/support/Ids.h"
#include "protocol/support/Result.h"

namespace Parlour::Signin {

inline constexpr char kPublishType[] = "application/msrtc-category-publish+xml";
inline constexpr char kFaultType[] = "application/msrtc-fault+xml";

struct PublishLimits {
  int maxPublications = 100;
  qsizetype maxFragmentBytes = 4096;
};

// One publication of a SERVICE request (signin 3.6); `expires` 0 deletes (3.7).
struct Publication {
  QString categoryName;
  quint32 instance = 0;
  quint32 container = kOwnContainer;
  quint32 version = 0;  // the one believed to be current; 0 for a new instance
  ExpireType expireType = ExpireType::Static;
  std::optional<quint32> expires;
  QByteArray fragment;  // UTF-8, well-formed, its namespaces declared on it

  bool isDeletion() const { return expires == 0u; }
  CategoryKey key() const { return {categoryName, container, instance}; }
  bool operator==(const Publication&) const = default;
};

// The body of a publishing SERVICE request. Reading fails with ParseFailed (400, ErrorId 4001), with
// LimitExceeded (413, 4008), or with InvalidArgument when one key occurs twice.
struct PublishRequest {
  SipUri user;
  QList<Publication> publications;

  QByteArray toXml() const;
  static Result<PublishRequest> parse(const QByteArray& xml, const PublishLimits& limits = {});
};

struct VersionConflict {
  int index = 0;  // of the publication in the request, from 1
  quint32 version = 0;
  quint32 currentVersion = 0;
  bool operator==(const VersionConflict&) const = default;
};

// The body of a 409 (signin 3.6). Only the publications that do not fit are listed.
struct PublishFault {
  QString faultCode;
  QList<VersionConflict> conflicts;

  bool isVersionConflict() const;
  static PublishFault wrongDelta(const QList<VersionConflict>& conflicts);
  QByteArray toXml() const;
  static Result<PublishFault> parse(const QByteArray& xml);
};

// The request with the versions that the fault reports. Fails with Conflict when the fault is of another
// kind or names a publication that the request does not have.
Result<PublishRequest> withCurrentVersions(const PublishRequest& request, const PublishFault& fault);

}  // namespace Parlour::Signin
