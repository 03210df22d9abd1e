// SPDX-License-Identifier: Apache-2.0
#include "protocol/signin/RoomSetting.h"

#include <QCryptographicHash>
#include <QtEndian>
#include <algorithm>
#include <functional>

#include "protocol/signin/Category.h"
#include "protocol/signin/XmlNode.h"

namespace Parlour::Signin {
namespace {

constexpr char kPropertyNamespace[] = "http://schemas.microsoft.com/2010/12/sip/propertyList";
const QLatin1String kUrlProperty("url");
const QLatin1String kNameProperty("name");
const QLatin1String kReadProperty("parlour.readChatId");

// Properties stand at any depth, whatever the wrapper is called (signin 3.5).
void collectProperties(const XmlNode& node, XmlScope* scope,
                       const std::function<void(const XmlNode&, const XmlScope&)>& take) {
  if (node.is(QLatin1String("property"))) {
    take(node, *scope);
    return;
  }
  scope->enter(node);
  for (const auto& item : node.children) collectProperties(item, scope, take);
  scope->leave(node);
}

}  // namespace

RoomSetting::RoomSetting(const RoomUri& room, const QString& name) : room_(room) {
  properties_ = {{kUrlProperty, room.toString(), {}}, {kNameProperty, name, {}}};
}

Result<RoomSetting> RoomSetting::parse(const QByteArray& fragment) {
  const auto root = readXml(fragment);
  if (!root) return root.error();
  RoomSetting setting;
  XmlScope scope;
  collectProperties(*root, &scope, [&](const XmlNode& node, const XmlScope& around) {
    setting.properties_.append({node.attribute(QLatin1String("name")), node.allText().trimmed(),
                                Signin::toFragment(node, around, QLatin1String(kPropertyNamespace))});
  });
  const auto room = RoomUri::parse(setting.value(kUrlProperty).toUtf8());
  if (!room) return xmlErrorAt(*root, QStringLiteral("The followed room has no usable address."));
  setting.room_ = *room;
  return setting;
}

std::optional<ChatId> RoomSetting::readChatId() const {
  bool isNumber = false;
  const ChatId chatId = value(kReadProperty).toULongLong(&isNumber);
  return isNumber ? std::optional(chatId) : std::nullopt;
}

void RoomSetting::setReadChatId(ChatId chatId) { setValue(kReadProperty, QString::number(chatId)); }

QString RoomSetting::value(const QString& property) const {
  const Property* found = find(property);
  return found != nullptr ? found->value : QString();
}

QStringList RoomSetting::propertyNames() const {
  QStringList names;
  for (const auto& property : properties_) names.append(property.name);
  return names;
}

void RoomSetting::setValue(const QString& property, const QString& value) {
  for (auto& item : properties_) {
    if (item.name != property) continue;
    if (item.value != value) item = {property, value, {}};
    return;
  }
  properties_.append({property, value, {}});
}

QByteArray RoomSetting::toFragment() const {
  QByteArray out = "<propertyList xmlns=\"" + QByteArray(kPropertyNamespace) + "\">";
  for (const auto& property : properties_) {
    if (!property.markup.isEmpty()) {
      out += property.markup;
    } else {
      out +=
          "<property name=\"" + escapeXmlAttribute(property.name) + "\">" + escapeXml(property.value) + "</property>";
    }
  }
  return out + "</propertyList>";
}

const RoomSetting::Property* RoomSetting::find(const QString& property) const {
  const auto found =
      std::find_if(properties_.begin(), properties_.end(), [&](const auto& p) { return p.name == property; });
  return found == properties_.end() ? nullptr : &*found;
}

quint32 instanceForRoom(const RoomUri& room, const QSet<quint32>& taken) {
  const QByteArray digest = QCryptographicHash::hash(room.bytes().toLower(), QCryptographicHash::Sha1);
  quint32 number = qFromBigEndian<quint32>(digest.constData()) >> 1;
  while (taken.contains(number)) number = number == kMaxInstance ? 0 : number + 1;
  return number;
}

}  // namespace Parlour::Signin
