// SPDX-License-Identifier: Apache-2.0
#include "protocol/signin/StateCategory.h"

#include "protocol/signin/XmlNode.h"

namespace Parlour::Signin {
namespace {

constexpr char kStateNamespace[] = "http://schemas.microsoft.com/2006/09/sip/state";
constexpr char kSchemaInstance[] = "http://www.w3.org/2001/XMLSchema-instance";

const char* stateTypeName(StateKind kind) {
  switch (kind) {
    case StateKind::Machine:
      return "machineState";
    case StateKind::User:
      return "userState";
    case StateKind::Aggregate:
      return "aggregateState";
  }
  return "machineState";
}

// xsi:type without the prefix of its value.
QString schemaType(const XmlNode& node) {
  for (const XmlAttribute& attribute : node.attributes) {
    if (attribute.name == QLatin1String("type") && !attribute.prefix.isEmpty())
      return attribute.value.section(u':', -1);
  }
  return {};
}

}  // namespace

QByteArray StateCategory::toFragment() const {
  return QByteArray("<state xmlns=\"") + kStateNamespace + "\" xmlns:xsi=\"" + kSchemaInstance + "\" xsi:type=\"" +
         stateTypeName(kind) + "\"><availability>" + QByteArray::number(availability) + "</availability></state>";
}

Result<StateCategory> StateCategory::parse(const QByteArray& fragment) {
  const auto root = readXml(fragment);
  if (!root) return root.error();
  if (!root->is(QLatin1String("state"))) return xmlErrorAt(*root, QStringLiteral("This is no state."));
  StateCategory state;
  const QString type = schemaType(*root);
  for (const StateKind kind : {StateKind::User, StateKind::Aggregate}) {
    if (type == QLatin1String(stateTypeName(kind))) state.kind = kind;
  }
  if (const XmlNode* availability = root->child(QLatin1String("availability"))) {
    bool isNumber = false;
    state.availability = availability->allText().trimmed().toUInt(&isNumber);
    if (!isNumber) return xmlErrorAt(*availability, QStringLiteral("The availability is no number."));
  }
  return state;
}

}  // namespace Parlour::Signin
