// SPDX-License-Identifier: Apache-2.0
#include "protocol/signin/Provisioning.h"

#include <QRegularExpression>
#include <algorithm>

#include "protocol/signin/XmlNode.h"

namespace Parlour::Signin {
namespace {

constexpr char kRequestNamespace[] = "http://schemas.microsoft.com/2006/09/sip/provisioninggrouplist";
constexpr char kAnswerNamespace[] = "http://schemas.microsoft.com/2006/09/sip/provisiongrouplist-notification";
const QLatin1String kPersistentChatGroup("persistentChatConfiguration");
const QLatin1String kServerConfigurationGroup("ServerConfiguration");
constexpr qsizetype kMaxRequestedGroups = 100;
constexpr XmlLimits kProvisioningLimits{512 * 1024, 16, 5'000, 24, 64};

bool sameName(const QString& a, QStringView b) { return QStringView(a).compare(b, Qt::CaseInsensitive) == 0; }
bool sameName(const QString& a, QLatin1String b) { return a.compare(b, Qt::CaseInsensitive) == 0; }

Error wrongRoot(const XmlNode& root, const char* expected) {
  return xmlErrorAt(root,
                    QStringLiteral("The document should be a %1, not a %2.").arg(QLatin1String(expected), root.name));
}

void readProperties(const XmlNode& list, QList<ProvisioningValue>* values) {
  for (const auto& item : list.children) {
    if (item.is(QLatin1String("property"))) {
      values->append({item.attribute(QLatin1String("name")), item.allText().trimmed()});
    }
  }
}

ProvisioningGroup readGroup(const XmlNode& node) {
  ProvisioningGroup group{node.attribute(QLatin1String("name")), ProvisioningShape::Elements, {}};
  for (const auto& item : node.children) {
    if (item.isText()) continue;
    if (item.is(QLatin1String("propertyEntryList"))) {
      group.shape = ProvisioningShape::PropertyEntryList;
      readProperties(item, &group.values);
    } else if (item.is(QLatin1String("instance"))) {
      group.shape = ProvisioningShape::Instance;
      readProperties(item, &group.values);
    } else {
      group.values.append({item.name, item.allText().trimmed()});
    }
  }
  return group;
}

void writeProperties(const ProvisioningGroup& group, const char* wrapper, QByteArray* out) {
  *out += '<' + QByteArray(wrapper) + '>';
  for (const auto& item : group.values) {
    *out += "<property name=\"" + escapeXmlAttribute(item.name) + "\">" + escapeXml(item.value) + "</property>";
  }
  *out += "</" + QByteArray(wrapper) + '>';
}

bool isElementName(const QString& name) {
  static const QRegularExpression pattern(QStringLiteral("^[A-Za-z_][A-Za-z0-9_.-]*$"));
  return pattern.match(name).hasMatch();
}

void writeGroup(const ProvisioningGroup& group, QByteArray* out) {
  *out += "<provisionGroup name=\"" + escapeXmlAttribute(group.name) + "\">";
  switch (group.shape) {
    case ProvisioningShape::Elements:
      for (const auto& item : group.values) {
        if (!isElementName(item.name)) continue;
        const QByteArray tag = item.name.toUtf8();
        *out += '<' + tag + '>' + escapeXml(item.value) + "</" + tag + '>';
      }
      break;
    case ProvisioningShape::Instance:
      writeProperties(group, "instance", out);
      break;
    case ProvisioningShape::PropertyEntryList:
      writeProperties(group, "propertyEntryList", out);
      break;
  }
  *out += "</provisionGroup>";
}

// Pools come with and without `sip:` (signin 2.5). Empty for what cannot be an address.
QByteArray poolUri(QStringView text) {
  QByteArray uri = text.trimmed().toUtf8();
  if (uri.left(4).toLower() == "sip:") uri.remove(0, 4);
  const bool plain = std::all_of(uri.begin(), uri.end(), [](char c) {
    const auto u = static_cast<unsigned char>(c);
    return u > 0x20 && u != 0x7f && c != '<' && c != '>' && c != '"';
  });
  if (!plain || uri.indexOf('@') <= 0 || uri.endsWith('@')) return {};
  return "sip:" + uri;
}

QList<QByteArray> poolUriList(const QString& text) {
  QList<QByteArray> uris;
  for (const auto& part : text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
    if (const QByteArray uri = poolUri(part); !uri.isEmpty()) uris.append(uri);
  }
  return uris;
}

void takeChatProperty(const ProvisioningValue& item, PersistentChatConfiguration* config) {
  if (sameName(item.name, QLatin1String("EnablePersistentChat"))) {
    if (sameName(item.value, QLatin1String("true"))) config->enabled = true;
    if (sameName(item.value, QLatin1String("false"))) config->enabled = false;
  } else if (sameName(item.name, QLatin1String("DefaultPersistentChatPoolUri"))) {
    config->defaultPoolUri = poolUri(item.value);
  } else if (sameName(item.name, QLatin1String("PersistentChatPoolUris"))) {
    config->poolUris = poolUriList(item.value);
  } else if (sameName(item.name, QLatin1String("PersistentChatWebManagerUriInt"))) {
    config->webManagerUriInt = item.value;
  } else if (sameName(item.name, QLatin1String("PersistentChatWebManagerUriExt"))) {
    config->webManagerUriExt = item.value;
  } else {
    config->otherProperties.append(item);
  }
}

void addUnlessEmpty(const char* name, const QString& value, ProvisioningGroup* group) {
  if (!value.isEmpty()) group->values.append({QString::fromLatin1(name), value});
}

}  // namespace

bool ProvisioningRequest::wants(const QString& group) const { return groups.contains(group, Qt::CaseInsensitive); }

QByteArray ProvisioningRequest::toXml() const {
  QByteArray out = "<provisioningGroupList xmlns=\"" + QByteArray(kRequestNamespace) + '"';
  if (!subnet.isEmpty()) out += " subnet=\"" + escapeXmlAttribute(subnet) + '"';
  out += '>';
  for (const auto& group : groups) out += "<provisioningGroup name=\"" + escapeXmlAttribute(group) + "\"/>";
  return out + "</provisioningGroupList>";
}

Result<ProvisioningRequest> ProvisioningRequest::parse(const QByteArray& xml) {
  const auto root = readXml(xml, kProvisioningLimits);
  if (!root) return root.error();
  if (!root->is(QLatin1String("provisioningGroupList"))) return wrongRoot(*root, "provisioningGroupList");
  ProvisioningRequest request;
  request.subnet = root->attribute(QLatin1String("subnet"));
  for (const auto& node : root->children) {
    if (!node.is(QLatin1String("provisioningGroup"))) continue;
    const QString name = node.attribute(QLatin1String("name"));
    if (name.isEmpty()) return xmlErrorAt(node, QStringLiteral("A requested group has no name."));
    if (request.groups.size() >= kMaxRequestedGroups) {
      return Error::make(ErrorCode::LimitExceeded, QStringLiteral("The request names too many groups."));
    }
    request.groups.append(name);
  }
  return request;
}

QString ProvisioningGroup::value(const QString& setting) const {
  const auto found =
      std::find_if(values.begin(), values.end(), [&](const auto& v) { return sameName(v.name, QStringView(setting)); });
  return found == values.end() ? QString() : found->value;
}

QList<QByteArray> PersistentChatConfiguration::poolsInOrder() const {
  QList<QByteArray> pools;
  QList<QByteArray> seen;  // lower case: one pool may be spelled in two ways
  const auto add = [&](const QByteArray& uri) {
    if (uri.isEmpty() || seen.contains(uri.toLower())) return;
    seen.append(uri.toLower());
    pools.append(uri);
  };
  add(defaultPoolUri);
  for (const auto& uri : poolUris) add(uri);
  return pools;
}

PersistentChatConfiguration PersistentChatConfiguration::fromGroup(const ProvisioningGroup& group) {
  PersistentChatConfiguration config;
  for (const auto& item : group.values) takeChatProperty(item, &config);
  return config;
}

ProvisioningGroup PersistentChatConfiguration::toGroup() const {
  ProvisioningGroup group{kPersistentChatGroup, ProvisioningShape::PropertyEntryList, {}};
  if (enabled)
    group.values.append({QStringLiteral("EnablePersistentChat"), QLatin1String(*enabled ? "true" : "false")});
  addUnlessEmpty("DefaultPersistentChatPoolUri", QString::fromUtf8(defaultPoolUri), &group);
  addUnlessEmpty("PersistentChatPoolUris", QString::fromUtf8(poolUris.join(' ')), &group);
  addUnlessEmpty("PersistentChatWebManagerUriInt", webManagerUriInt, &group);
  addUnlessEmpty("PersistentChatWebManagerUriExt", webManagerUriExt, &group);
  group.values += otherProperties;
  return group;
}

const ProvisioningGroup* ProvisioningDocument::group(const QString& name) const {
  const auto found =
      std::find_if(groups.begin(), groups.end(), [&](const auto& g) { return sameName(g.name, QStringView(name)); });
  return found == groups.end() ? nullptr : &*found;
}

std::optional<PersistentChatConfiguration> ProvisioningDocument::persistentChat() const {
  const ProvisioningGroup* found = group(kPersistentChatGroup);
  if (found == nullptr) return std::nullopt;
  return PersistentChatConfiguration::fromGroup(*found);
}

QByteArray ProvisioningDocument::toXml() const {
  QByteArray out = "<provisionGroupList xmlns=\"" + QByteArray(kAnswerNamespace) + "\">";
  for (const auto& item : groups) writeGroup(item, &out);
  return out + "</provisionGroupList>";
}

Result<ProvisioningDocument> ProvisioningDocument::parse(const QByteArray& xml) {
  const auto root = readXml(xml, kProvisioningLimits);
  if (!root) return root.error();
  if (!root->is(QLatin1String("provisionGroupList"))) return wrongRoot(*root, "provisionGroupList");
  ProvisioningDocument document;
  for (const auto& node : root->children) {
    if (node.is(QLatin1String("provisionGroup"))) document.groups.append(readGroup(node));
  }
  return document;
}

ProvisioningDocument answerProvisioning(const ProvisioningRequest& request, const ProvisioningOffer& offer) {
  ProvisioningDocument offered{offer.otherGroups};
  offered.groups.append(offer.persistentChat.toGroup());
  ProvisioningDocument answer;
  for (const auto& name : request.groups) {
    if (sameName(name, kServerConfigurationGroup) && !offer.sendServerConfiguration) continue;
    const ProvisioningGroup* found = offered.group(name);
    if (found != nullptr && answer.group(name) == nullptr) answer.groups.append(*found);
  }
  return answer;
}

}  // namespace Parlour::Signin
