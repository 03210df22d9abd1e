// SPDX-License-Identifier: Apache-2.0
#include "protocol/signin/Publication.h"

#include <limits>
#include <set>

#include "protocol/signin/XmlNode.h"

namespace Parlour::Signin {
namespace {

constexpr char kPublishNamespace[] = "http://schemas.microsoft.com/2006/09/sip/rich-presence";
constexpr char kWrongDelta[] = "Client.BadCall.WrongDelta";
constexpr quint32 kAnyVersion = std::numeric_limits<quint32>::max();

QByteArray numberText(const char* name, quint32 value) {
  return ' ' + QByteArray(name) + "=\"" + QByteArray::number(value) + '"';
}

void writePublication(const Publication& item, QByteArray* out) {
  *out += "<publication categoryName=\"" + escapeXmlAttribute(item.categoryName) + '"';
  *out += numberText("instance", item.instance) + numberText("container", item.container);
  *out += numberText("version", item.version);
  *out += " expireType=\"" + QByteArray(expireTypeName(item.expireType).latin1()) + '"';
  if (item.expires) *out += numberText("expires", *item.expires);
  *out += item.fragment.isEmpty() ? QByteArray("/>") : '>' + item.fragment + "</publication>";
}

Result<quint32> requiredNumber(const XmlNode& node, const char* name, quint32 max) {
  const auto number = numberAttribute(node, QLatin1String(name), max);
  if (!number) return number.error();
  if (!*number) return xmlErrorAt(node, QStringLiteral("Attribute %1 is missing.").arg(QLatin1String(name)));
  return **number;
}

Status readPublicationNumbers(const XmlNode& node, Publication* item) {
  const auto instance = requiredNumber(node, "instance", kMaxForeignInstance);
  if (!instance) return instance.error();
  const auto container = requiredNumber(node, "container", kMaxContainer);
  if (!container) return container.error();
  const auto version = numberAttribute(node, QLatin1String("version"), kAnyVersion);
  if (!version) return version.error();
  const auto expires = numberAttribute(node, QLatin1String("expires"), kAnyVersion);
  if (!expires) return expires.error();
  item->instance = *instance;
  item->container = *container;
  item->version = version->value_or(0);
  item->expires = *expires;
  return success();
}

Status readPublicationContent(const XmlNode& node, const XmlScope& scope, qsizetype maxBytes, Publication* item) {
  for (const auto& child : node.children) {
    if (child.isText()) continue;
    if (!item->fragment.isEmpty()) return xmlErrorAt(child, QStringLiteral("A publication holds one element only."));
    item->fragment = toFragment(child, scope);
  }
  if (item->fragment.size() > maxBytes) {
    Error error = xmlErrorAt(node, QStringLiteral("A publication is longer than %1 bytes.").arg(maxBytes));
    error.code = ErrorCode::LimitExceeded;
    return error;
  }
  return success();
}

Result<Publication> readPublication(const XmlNode& node, XmlScope* scope, qsizetype maxFragmentBytes) {
  Publication item;
  item.categoryName = node.attribute(QLatin1String("categoryName"));
  if (item.categoryName.isEmpty()) return xmlErrorAt(node, QStringLiteral("A publication has no categoryName."));
  if (const Status numbers = readPublicationNumbers(node, &item); !numbers) return numbers.error();
  const auto type = expireTypeFromName(node.attribute(QLatin1String("expireType")));
  if (!type && node.hasAttribute(QLatin1String("expireType"))) {
    return xmlErrorAt(node, QStringLiteral("The expireType of a publication is not known."));
  }
  item.expireType = type.value_or(ExpireType::Static);
  if (item.expireType == ExpireType::Time && !item.expires) {
    return xmlErrorAt(node, QStringLiteral("A publication that ends with time needs expires."));
  }
  scope->enter(node);
  const Status content = readPublicationContent(node, *scope, maxFragmentBytes, &item);
  scope->leave(node);
  if (!content) return content.error();
  return item;
}

Result<QList<Publication>> readPublications(const XmlNode& section, XmlScope* scope, const PublishLimits& limits) {
  QList<Publication> items;
  std::set<CategoryKey> keys;
  for (const auto& node : section.children) {
    if (!node.is(QLatin1String("publication"))) continue;
    if (items.size() >= limits.maxPublications) {
      return Error::make(ErrorCode::LimitExceeded,
                         QStringLiteral("The request has more than %1 publications.").arg(limits.maxPublications));
    }
    auto item = readPublication(node, scope, limits.maxFragmentBytes);
    if (!item) return item.error();
    if (!keys.insert(item->key()).second) {
      Error error = xmlErrorAt(node, QStringLiteral("The request publishes the same instance twice."));
      error.code = ErrorCode::InvalidArgument;
      return error;
    }
    items.append(std::move(*item));
  }
  return items;
}

}  // namespace

QByteArray PublishRequest::toXml() const {
  QByteArray out = "<publish xmlns=\"" + QByteArray(kPublishNamespace) + "\"><publications uri=\"";
  out += escapeXmlAttribute(user.toString()) + "\">";
  for (const auto& item : publications) writePublication(item, &out);
  return out + "</publications></publish>";
}

Result<PublishRequest> PublishRequest::parse(const QByteArray& xml, const PublishLimits& limits) {
  const auto root = readXml(xml);
  if (!root) return root.error();
  const XmlNode* section = root->child(QLatin1String("publications"));
  if (!root->is(QLatin1String("publish")) || section == nullptr) {
    return xmlErrorAt(*root, QStringLiteral("The document should be a publish with publications."));
  }
  const auto user = SipUri::parse(section->attribute(QLatin1String("uri")).toUtf8());
  if (!user) return xmlErrorAt(*section, QStringLiteral("The publications do not say whose they are."));
  XmlScope scope;
  scope.enter(*root);
  scope.enter(*section);
  auto items = readPublications(*section, &scope, limits);
  if (!items) return items.error();
  return PublishRequest{*user, std::move(*items)};
}

bool PublishFault::isVersionConflict() const { return faultCode == QLatin1String(kWrongDelta); }

PublishFault PublishFault::wrongDelta(const QList<VersionConflict>& conflicts) {
  return {QString::fromLatin1(kWrongDelta), conflicts};
}

QByteArray PublishFault::toXml() const {
  QByteArray out = "<Fault><Faultcode>" + escapeXml(faultCode) + "</Faultcode><details>";
  for (const auto& conflict : conflicts) {
    out += "<operation" + numberText("index", static_cast<quint32>(conflict.index)) +
           numberText("version", conflict.version) + numberText("curVersion", conflict.currentVersion) + "/>";
  }
  return out + "</details></Fault>";
}

Result<PublishFault> PublishFault::parse(const QByteArray& xml) {
  const auto root = readXml(xml);
  if (!root) return root.error();
  if (!root->is(QLatin1String("Fault"))) return xmlErrorAt(*root, QStringLiteral("The document should be a Fault."));
  PublishFault fault;
  if (const XmlNode* code = root->child(QLatin1String("Faultcode"))) fault.faultCode = code->allText().trimmed();
  const XmlNode* details = root->child(QLatin1String("details"));
  if (details == nullptr) return fault;
  for (const auto& node : details->children) {
    if (!node.is(QLatin1String("operation"))) continue;
    const auto index = requiredNumber(node, "index", 100'000);
    if (!index) return index.error();
    const auto version = numberAttribute(node, QLatin1String("version"), kAnyVersion);
    if (!version) return version.error();
    const auto current = numberAttribute(node, QLatin1String("curVersion"), kAnyVersion);
    if (!current) return current.error();
    fault.conflicts.append({static_cast<int>(*index), version->value_or(0), current->value_or(0)});
  }
  return fault;
}

Result<PublishRequest> withCurrentVersions(const PublishRequest& request, const PublishFault& fault) {
  if (!fault.isVersionConflict() || fault.conflicts.isEmpty()) {
    return Error::make(ErrorCode::Conflict, QStringLiteral("The server refused the change."), fault.faultCode);
  }
  PublishRequest repaired = request;
  for (const auto& conflict : fault.conflicts) {
    if (conflict.index < 1 || conflict.index > repaired.publications.size()) {
      return Error::make(ErrorCode::Conflict, QStringLiteral("The server refused a change that was not asked for."));
    }
    repaired.publications[conflict.index - 1].version = conflict.currentVersion;
  }
  return repaired;
}

}  // namespace Parlour::Signin
