// SPDX-License-Identifier: Apache-2.0
#include "protocol/signin/PresenceState.h"

#include "protocol/signin/HeaderText.h"

namespace Parlour::Signin {

PresenceState PresenceState::make(QByteArrayView registerAction) {
  return {registerAction.toByteArray(), "central", true};
}

std::optional<PresenceState> PresenceState::parse(QByteArrayView value) {
  PresenceState state;
  for (const auto& part : splitOutsideQuotes(value, ';')) {
    const HeaderParameter parameter = parseHeaderParameter(part);
    const QByteArray name = parameter.name.toLower();
    const QByteArray word = parameter.value.toLower();
    if (name == "register-action") state.registerAction = word;
    if (name == "primary-cluster-type") state.primaryClusterType = word;
    if (name == "is-connected-to-primary") state.connectedToPrimary = word == "yes";
  }
  if (state.registerAction.isEmpty()) return std::nullopt;
  return state;
}

QByteArray PresenceState::toBytes() const {
  QByteArray text = "register-action=" + quoted(registerAction);
  if (!primaryClusterType.isEmpty()) text += ";primary-cluster-type=" + quoted(primaryClusterType);
  if (connectedToPrimary) {
    text += ";is-connected-to-primary=" + QByteArray(*connectedToPrimary ? "\"yes\"" : "\"no\"");
  }
  return text;
}

}  // namespace Parlour::Signin
