// SPDX-License-Identifier: Apache-2.0
#include "tests/server-sim/frontend/support/PresenceCaller.h"

#include <QXmlStreamReader>

#include "protocol/signin/ContactCard.h"

namespace Parlour::Server::Testing {

QByteArray Published::toXml() const {
  QByteArray xml = "<publication categoryName=\"" + name + "\" instance=\"" + QByteArray::number(instance) +
                   "\" container=\"1\" version=\"" + QByteArray::number(version) + "\" expireType=\"" + expireType +
                   '"';
  if (!expires.isEmpty()) xml += " expires=\"" + expires + '"';
  if (expires == "0") return xml + "/>";
  return xml +
         "><propertyList xmlns=\"http://schemas.microsoft.com/2010/12/sip/propertyList\"><property name=\"url\">" +
         text + "</property></propertyList></publication>";
}

Sip::Request roamingSubscription(Caller& caller) {
  const Signin::RoamingScope scope{true, true, true, true};
  return caller.subscription(Signin::kRoamingSelfEvent, Signin::kRoamingSelfType, scope.toXml());
}

QStringList instancesIn(const QByteArray& xml) {
  const auto data = Signin::RoamingData::parse(xml);
  if (!data || !data->categories) return {};
  QStringList found;
  for (const auto& item : *data->categories) {
    if (item.name == Signin::ContactCard::categoryName()) continue;
    if (item.isMarker()) {
      found.append(item.name + QStringLiteral(" -"));
      continue;
    }
    QXmlStreamReader reader(item.fragment);
    QString text;
    while (!reader.atEnd()) {
      if (reader.readNext() == QXmlStreamReader::Characters) text += reader.text();
    }
    found.append(QStringLiteral("%1 %2 v%3 %4").arg(item.name).arg(*item.instance).arg(item.version).arg(text));
  }
  found.sort();
  return found;
}

}  // namespace Parlour::Server::Testing
