// SPDX-License-Identifier: Apache-2.0
#include "protocol/signin/ContactCard.h"

#include "protocol/signin/XmlNode.h"

namespace Parlour::Signin {
namespace {

constexpr char kContactCardNamespace[] = "http://schemas.microsoft.com/2006/09/sip/contactcard";

const XmlNode* findBelow(const XmlNode& node, QLatin1String name) {
  if (node.is(name)) return &node;
  for (const auto& child : node.children) {
    if (const XmlNode* found = findBelow(child, name)) return found;
  }
  return nullptr;
}

}  // namespace

QByteArray ContactCard::toFragment() const {
  QByteArray xml = QByteArray("<contactCard xmlns=\"") + kContactCardNamespace + "\"><identity><name><displayName>" +
                   escapeXml(displayName) + "</displayName></name>";
  if (!email.isEmpty()) xml += "<email>" + escapeXml(email) + "</email>";
  return xml + "</identity></contactCard>";
}

CategoryInstance ContactCard::toInstance(Timestamp publishTime) const {
  CategoryInstance instance;
  instance.name = categoryName();
  instance.container = kOwnContainer;
  instance.instance = 0;
  instance.version = 1;
  instance.publishTime = publishTime;
  instance.fragment = toFragment();
  return instance;
}

Result<ContactCard> ContactCard::parse(const QByteArray& fragment) {
  const auto root = readXml(fragment);
  if (!root) return root.error();
  ContactCard card;
  if (const XmlNode* name = findBelow(*root, QLatin1String("displayName")))
    card.displayName = name->allText().trimmed();
  if (const XmlNode* email = findBelow(*root, QLatin1String("email"))) card.email = email->allText().trimmed();
  return card;
}

}  // namespace Parlour::Signin
