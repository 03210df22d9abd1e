// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <variant>

#include "protocol/xccos/ResponseCodes.h"
#include "server-sim/channel/ChangeSet.h"

namespace Parlour::Server {

// Who asks for a change. `user` 0 is nobody of the directory, such as an administrator at the control socket; `name`
// goes into the audit trail: a sip address, or "local administrator".
struct Actor {
  PrincipalId user = 0;
  QByteArray name;
  bool administrator = false;
};

// Why a change may not be: a code of xccos 5 and one sentence that names the object and the rule. The sentence says
// nothing about objects that the actor may not see; these are answered like what does not exist.
struct Refusal {
  Xccos::ResponseCode code = Xccos::ResponseCode::Unknown;
  QString reason;
};

// What a wish comes to under the rules: the set of changes to write, empty when nothing would change, or a refusal.
using Plan = std::variant<ChangeSet, Refusal>;

}  // namespace Parlour::Server
