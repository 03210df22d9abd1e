// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

#include "protocol/support/Result.h"

namespace Parlour::Signin {

inline constexpr char kProvisioningEvent[] = "vnd-microsoft-provisioning-v2";
inline constexpr char kProvisioningType[] = "application/vnd-microsoft-roaming-provisioning-v2+xml";

// The body of the provisioning SUBSCRIBE: which groups the client wants (signin 2.1).
struct ProvisioningRequest {
  QString subnet;  // the client's address; empty to leave it out
  QStringList groups;

  bool wants(const QString& group) const;  // without regard to case
  QByteArray toXml() const;
  static Result<ProvisioningRequest> parse(const QByteArray& xml);
};

struct ProvisioningValue {
  QString name;
  QString value;
  bool operator==(const ProvisioningValue&) const = default;
};

// How a group writes its settings (signin 2.4).
enum class ProvisioningShape {
  Elements,           // one element per setting
  Instance,           // instance/property
  PropertyEntryList,  // propertyEntryList/property
};

// A named group of settings, in document order. Nested settings of the grammar groups are
// kept as the text they contain. Elements whose names are no plain XML names are not written.
struct ProvisioningGroup {
  QString name;
  ProvisioningShape shape = ProvisioningShape::PropertyEntryList;
  QList<ProvisioningValue> values;

  QString value(const QString& setting) const;  // without regard to case; empty when absent
  bool operator==(const ProvisioningGroup&) const = default;
};

// The group persistentChatConfiguration (signin 2.5). Addresses keep the server's spelling but always
// carry `sip:`; they are opaque names of pools.
struct PersistentChatConfiguration {
  std::optional<bool> enabled;  // nullopt when the server did not say
  QByteArray defaultPoolUri;
  QList<QByteArray> poolUris;
  QString webManagerUriInt;
  QString webManagerUriExt;
  QList<ProvisioningValue> otherProperties;  // unknown ones, kept in order

  // The default pool first, then the others, each once.
  QList<QByteArray> poolsInOrder() const;
  static PersistentChatConfiguration fromGroup(const ProvisioningGroup& group);
  ProvisioningGroup toGroup() const;
  bool operator==(const PersistentChatConfiguration&) const = default;
};

// The answer: provisionGroupList (signin 2.3). Fails with ParseFailed or LimitExceeded.
struct ProvisioningDocument {
  QList<ProvisioningGroup> groups;

  const ProvisioningGroup* group(const QString& name) const;  // without regard to case
  // nullopt when the group is missing, which means a server older than Lync 2013.
  std::optional<PersistentChatConfiguration> persistentChat() const;
  QByteArray toXml() const;
  static Result<ProvisioningDocument> parse(const QByteArray& xml);
};

// What a server has to offer to one user.
struct ProvisioningOffer {
  PersistentChatConfiguration persistentChat;
  QList<ProvisioningGroup> otherGroups;
  // Off by default: pidgin-sipe does worse with the group than without (pidgin-sipe 2.4).
  bool sendServerConfiguration = false;
};

// The groups of the offer that the request asks for, in the order of the request.
ProvisioningDocument answerProvisioning(const ProvisioningRequest& request, const ProvisioningOffer& offer);

}  // namespace Parlour::Signin
