// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/web/WebCall.h"

namespace Parlour::Server {

// What people can ask for on the web pages, with their own rights (WebRules): one name and JSON arguments in, one JSON
// answer out, for the pages and for the JSON interface alike.
//   "rooms" {"words":"tide"} -> {"ok":true,"me":{…},"result":{…}} or {"ok":false,"me":{…},"error":{"code","text"}}
// Loop thread; the references outlive it.
class WebBackend {
 public:
  using Answer = std::function<void(const QJsonObject&)>;

  WebBackend(ChannelService& service, const AdminCommands& administration, const StatusBoard& monitor,
             const Clock& clock);

  // Answers once, possibly before this returns. Unauthorized: the user is gone or was kept out meanwhile.
  void run(PrincipalId user, const QString& action, const QJsonObject& arguments, const Answer& answer);
  // The action "metrics" for a caller who needs no rights.
  QJsonObject metrics() const;

 private:
  QJsonObject describeUser(PrincipalId user, const Actor& actor) const;

  DirectorySearch directory_;
  const WebContext context_;
  const std::vector<WebAction> actions_;
};

}  // namespace Parlour::Server
