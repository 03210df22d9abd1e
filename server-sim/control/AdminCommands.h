// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/control/AdminCall.h"

namespace Parlour::Server {

// Whoever administers the server on its own machine, by the name of the account.
Actor localAdministrator(const QByteArray& account);

// What administrators can do with a running server or an opened data directory (product.md 3): one JSON request in,
// one JSON answer out.
//   {"verb":"room add","arguments":{"name":"Crew rota","category":"Seafaring","member":["ada"]},"dryRun":true}
//   {"ok":true,"result":…}, of lists with a limit also "truncated", or
//   {"ok":false,"error":{"code":"not-found","text":"There is no room \"X\"."}}
// Arguments are those of AdminVerbs.h: texts, arrays for lists, booleans for flags. Loop thread; the service and the
// store outlive it.
class AdminCommands {
 public:
  // `facts` are told by "pool status" beside what is counted; `live` is what only a running server can do.
  AdminCommands(ChannelService& service, Store& store, const Clock& clock, QJsonObject facts, LiveServer live = {});

  // Answers once, possibly before this returns; not any more when the service ends.
  void run(const QJsonObject& request, const Actor& actor, const AdminCall::Answer& answer) const;

  // Whether the verb is carried out here.
  static bool knows(const AdminVerb& verb);

 private:
  const AdminContext context_;
};

}  // namespace Parlour::Server
