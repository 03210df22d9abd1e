// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QStringList>
#include <functional>
#include <vector>

#include "server-sim/channel/DirectorySearch.h"
#include "server-sim/channel/changes/ChangeService.h"
#include "server-sim/control/AdminCommands.h"
#include "server-sim/status/StatusBoard.h"

namespace Parlour::Server {

// One wish of somebody who is signed in. Its arguments are texts and lists of texts, names and sizes checked by
// WebBackend. Copies answer the same wish; it is answered once. Loop thread.
struct WebCall {
  Actor actor;
  QJsonObject arguments;
  std::function<void(const QJsonObject&)> answer;

  bool has(const char* name) const { return arguments.contains(QLatin1String(name)); }
  QString text(const char* name) const { return arguments.value(QLatin1String(name)).toString(); }
  std::optional<QString> optionalText(const char* name) const;
  QStringList list(const char* name) const;

  void succeed(const QJsonValue& result) const;
  void fail(const Error& error) const { answer(failedAnswer(error)); }
};

// What the actions work with; owned by WebBackend.
struct WebContext {
  ChannelService& service;
  const AdminCommands& administration;
  const Clock& clock;
  DirectorySearch& directory;
  const StatusBoard& monitor;

  const ChannelState& state() const { return service.state(); }
  // Makes the change under the rules and answers with `result`, or with the rule's sentence.
  void change(const WebCall& call, ChangeService::Planner plan, const QJsonObject& result) const;
  // Has a verb of AdminVerbs.h carried out.
  void administer(const WebCall& call, const char* verb, const QJsonObject& arguments) const;
};

// A wish by name, with the names of its arguments; a name that ends in "*" takes a list.
struct WebAction {
  const char* name;
  const char* arguments;
  void (*run)(const WebContext& context, const WebCall& call);
};

std::vector<WebAction> webRoomActions();
std::vector<WebAction> webAdminActions();

}  // namespace Parlour::Server
