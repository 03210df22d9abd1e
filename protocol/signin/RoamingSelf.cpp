// SPDX-License-Identifier: Apache-2.0
#include "protocol/signin/RoamingSelf.h"

#include <limits>

#include "protocol/signin/XmlNode.h"

namespace Parlour::Signin {
namespace {

constexpr char kRoamingNamespace[] = "http://schemas.microsoft.com/2006/09/sip/roaming-self";
constexpr char kRoamingExNamespace[] = "http://schemas.microsoft.com/2007/09/sip/roaming-self-ex";
constexpr char kCategoriesNamespace[] = "http://schemas.microsoft.com/2006/09/sip/categories";
constexpr char kContainersNamespace[] = "http://schemas.microsoft.com/2006/09/sip/containers";
constexpr char kSubscribersNamespace[] = "http://schemas.microsoft.com/2006/09/sip/presence-subscribers";
constexpr char kDelegatesNamespace[] = "http://schemas.microsoft.com/2007/09/sip/delegates";
constexpr quint32 kAnyNumber = std::numeric_limits<quint32>::max();

QByteArray xmlAttribute(const char* name, const QString& value) {
  return ' ' + QByteArray(name) + "=\"" + escapeXmlAttribute(value) + '"';
}

QByteArray xmlAttribute(const char* name, quint32 value) {
  return ' ' + QByteArray(name) + "=\"" + QByteArray::number(value) + '"';
}

QByteArray openElement(const char* name, const char* xmlNamespace) {
  return '<' + QByteArray(name) + " xmlns=\"" + xmlNamespace + '"';
}

// --- writing

void writeCategory(const CategoryInstance& item, QByteArray* out) {
  *out += "<category" + xmlAttribute("name", item.name);
  if (item.isMarker()) {
    if (item.container) *out += xmlAttribute("container", *item.container);
    *out += "/>";
    return;
  }
  *out += xmlAttribute("instance", *item.instance);
  *out += " publishTime=\"" + item.publishTime.toPublishTime() + '"';
  *out += xmlAttribute("container", item.container.value_or(0)) + xmlAttribute("version", item.version);
  *out += xmlAttribute("expireType", QString(expireTypeName(item.expireType)));
  if (item.expires) *out += xmlAttribute("expires", *item.expires);
  *out += item.fragment.isEmpty() ? QByteArray("/>") : '>' + item.fragment + "</category>";
}

void writeContainer(const Container& container, QByteArray* out) {
  *out += "<container" + xmlAttribute("id", container.id) + xmlAttribute("version", container.version);
  if (container.members.isEmpty()) {
    *out += "/>";
    return;
  }
  *out += '>';
  for (const auto& member : container.members) {
    *out += "<member" + xmlAttribute("type", member.type);
    if (!member.value.isEmpty()) *out += xmlAttribute("value", member.value);
    *out += "/>";
  }
  *out += "</container>";
}

void writeSubscriber(const Subscriber& subscriber, QByteArray* out) {
  *out += "<subscriber" + xmlAttribute("user", subscriber.user) + xmlAttribute("displayName", subscriber.displayName);
  *out += subscriber.acknowledged ? " acknowledged=\"true\"" : " acknowledged=\"false\"";
  if (!subscriber.type.isEmpty()) *out += xmlAttribute("type", subscriber.type);
  *out += "/>";
}

void writeDelegates(const Delegates& delegates, QByteArray* out) {
  *out += openElement("delegates", kDelegatesNamespace) + xmlAttribute("version", delegates.version);
  if (delegates.uris.isEmpty()) {
    *out += "/>";
    return;
  }
  *out += '>';
  for (const auto& uri : delegates.uris) *out += "<delegate" + xmlAttribute("uri", uri) + "/>";
  *out += "</delegates>";
}

// --- reading

struct NumberField {
  const char* name;
  quint32 max;
  std::optional<quint32>* target;
};

Status readNumbers(const XmlNode& node, std::initializer_list<NumberField> fields) {
  for (const auto& field : fields) {
    const auto number = numberAttribute(node, QLatin1String(field.name), field.max);
    if (!number) return number.error();
    *field.target = *number;
  }
  return success();
}

QByteArray firstElementFragment(const XmlNode& node, const XmlScope& scope) {
  for (const auto& item : node.children) {
    if (!item.isText()) return toFragment(item, scope);
  }
  return {};
}

Result<CategoryInstance> readCategory(const XmlNode& node, XmlScope* scope) {
  CategoryInstance item;
  item.name = node.attribute(QLatin1String("name"));
  if (item.name.isEmpty()) return xmlErrorAt(node, QStringLiteral("A category has no name."));
  std::optional<quint32> version;
  const Status numbers = readNumbers(node, {{"container", kMaxContainer, &item.container},
                                            {"instance", kMaxForeignInstance, &item.instance},
                                            {"version", kAnyNumber, &version},
                                            {"expires", kAnyNumber, &item.expires}});
  if (!numbers) return numbers.error();
  if (item.isMarker()) return CategoryInstance::emptied(item.name, item.container);
  item.version = version.value_or(0);
  item.publishTime = Timestamp::parse(node.attribute(QLatin1String("publishTime")).toUtf8()).value_or(Timestamp());
  item.expireType = expireTypeFromName(node.attribute(QLatin1String("expireType"))).value_or(ExpireType::Static);
  scope->enter(node);
  item.fragment = firstElementFragment(node, *scope);
  scope->leave(node);
  return item;
}

Status readCategories(const XmlNode& section, XmlScope* scope, RoamingData* data) {
  data->user = section.attribute(QLatin1String("uri"));
  if (!data->categories) data->categories.emplace();
  scope->enter(section);
  for (const auto& node : section.children) {
    if (!node.is(QLatin1String("category"))) continue;
    auto item = readCategory(node, scope);
    if (!item) return item.error();
    data->categories->append(std::move(*item));
  }
  scope->leave(section);
  return success();
}

Status readContainers(const XmlNode& section, RoamingData* data) {
  if (!data->containers) data->containers.emplace();
  for (const auto& node : section.children) {
    if (!node.is(QLatin1String("container"))) continue;
    std::optional<quint32> id;
    std::optional<quint32> version;
    const Status numbers = readNumbers(node, {{"id", kMaxContainer, &id}, {"version", kAnyNumber, &version}});
    if (!numbers) return numbers;
    if (!id) return xmlErrorAt(node, QStringLiteral("A container has no id."));
    Container container{*id, version.value_or(0), {}};
    for (const auto& member : node.children) {
      if (!member.is(QLatin1String("member"))) continue;
      container.members.append({member.attribute(QLatin1String("type")), member.attribute(QLatin1String("value"))});
    }
    data->containers->append(container);
  }
  return success();
}

void readSubscribers(const XmlNode& section, RoamingData* data) {
  if (!data->subscribers) data->subscribers.emplace();
  for (const auto& node : section.children) {
    if (!node.is(QLatin1String("subscriber"))) continue;
    const bool acknowledged = node.attribute(QLatin1String("acknowledged")) == QLatin1String("true");
    data->subscribers->append({node.attribute(QLatin1String("user")), node.attribute(QLatin1String("displayName")),
                               acknowledged, node.attribute(QLatin1String("type"))});
  }
}

Status readDelegates(const XmlNode& section, RoamingData* data) {
  std::optional<quint32> version;
  const Status numbers = readNumbers(section, {{"version", kAnyNumber, &version}});
  if (!numbers) return numbers;
  Delegates delegates{version.value_or(0), {}};
  for (const auto& node : section.children) {
    if (node.is(QLatin1String("delegate"))) delegates.uris.append(node.attribute(QLatin1String("uri")));
  }
  data->delegates = delegates;
  return success();
}

Status readSection(const XmlNode& section, XmlScope* scope, RoamingData* data) {
  if (section.is(QLatin1String("categories"))) return readCategories(section, scope, data);
  if (section.is(QLatin1String("containers"))) return readContainers(section, data);
  if (section.is(QLatin1String("delegates"))) return readDelegates(section, data);
  if (section.is(QLatin1String("subscribers"))) readSubscribers(section, data);
  return success();
}

}  // namespace

QByteArray RoamingScope::toXml() const {
  QByteArray out = openElement("roamingList", kRoamingNamespace) + '>';
  if (categories) out += "<roaming type=\"categories\"/>";
  if (containers) out += "<roaming type=\"containers\"/>";
  if (subscribers) out += "<roaming type=\"subscribers\"/>";
  if (delegates) out += openElement("roamingEx", kRoamingExNamespace) + " type=\"delegates\"/>";
  return out + "</roamingList>";
}

Result<RoamingScope> RoamingScope::parse(const QByteArray& xml) {
  const auto root = readXml(xml);
  if (!root) return root.error();
  if (!root->is(QLatin1String("roamingList"))) {
    return xmlErrorAt(*root, QStringLiteral("The document should be a roamingList."));
  }
  RoamingScope scope;
  for (const auto& node : root->children) {
    if (!node.is(QLatin1String("roaming")) && !node.is(QLatin1String("roamingEx"))) continue;
    const QString type = node.attribute(QLatin1String("type"));
    if (type == QLatin1String("categories")) scope.categories = true;
    if (type == QLatin1String("containers")) scope.containers = true;
    if (type == QLatin1String("subscribers")) scope.subscribers = true;
    if (type == QLatin1String("delegates")) scope.delegates = true;
  }
  return scope;
}

QByteArray RoamingData::toXml() const {
  QByteArray out = openElement("roamingData", kRoamingNamespace) + '>';
  if (categories) {
    out += openElement("categories", kCategoriesNamespace) + xmlAttribute("uri", user) + '>';
    for (const auto& item : *categories) writeCategory(item, &out);
    out += "</categories>";
  }
  if (containers) {
    out += openElement("containers", kContainersNamespace) + '>';
    for (const auto& container : *containers) writeContainer(container, &out);
    out += "</containers>";
  }
  if (subscribers) {
    out += openElement("subscribers", kSubscribersNamespace) + '>';
    for (const auto& subscriber : *subscribers) writeSubscriber(subscriber, &out);
    out += "</subscribers>";
  }
  if (delegates) writeDelegates(*delegates, &out);
  return out + "</roamingData>";
}

Result<RoamingData> RoamingData::parse(const QByteArray& xml) {
  const auto root = readXml(xml);
  if (!root) return root.error();
  if (!root->is(QLatin1String("roamingData"))) {
    return xmlErrorAt(*root, QStringLiteral("The document should be a roamingData."));
  }
  RoamingData data;
  XmlScope scope;
  scope.enter(*root);
  for (const auto& section : root->children) {
    if (const Status read = readSection(section, &scope, &data); !read) return read.error();
  }
  return data;
}

}  // namespace Parlour::Signin
