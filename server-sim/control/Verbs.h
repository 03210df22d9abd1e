// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/control/AdminCall.h"

// What the verbs of AdminVerbs.h do, by group. Every function answers its call, now or when the store has answered.
// Loop thread.
namespace Parlour::Server::Verbs {

using Run = void (*)(const AdminContext& context, const AdminCall& call);

// The group that knows the verb gives its function, all others null.
Run categoryVerb(const QString& name);
Run roomVerb(const QString& name);
Run roomQuery(const QString& name);
Run messageVerb(const QString& name);
Run settingVerb(const QString& name);
Run peopleVerb(const QString& name);
Run requestVerb(const QString& name);
Run reportVerb(const QString& name);
Run complianceVerb(const QString& name);
Run fileVerb(const QString& name);
Run holdVerb(const QString& name);
Run wallVerb(const QString& name);
Run statusVerb(const QString& name);
Run poolVerb(const QString& name);

}  // namespace Parlour::Server::Verbs
