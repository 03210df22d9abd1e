// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <functional>
#include <memory>

#include "server-sim/channel/ChannelService.h"
#include "server-sim/channel/ChannelState.h"
#include "server-sim/channel/changes/Plan.h"
#include "server-sim/compliance/ComplianceControl.h"
#include "server-sim/control/AdminArguments.h"

namespace Parlour::Server {

// One request under way: what was asked, by whom, and how to answer, exactly once. Copies answer the same request.
class AdminCall {
 public:
  using Answer = std::function<void(const QJsonObject&)>;

  AdminCall(AdminArguments given, Actor asking, bool planOnly, Answer answer)
      : arguments(std::move(given)), actor(std::move(asking)), dryRun(planOnly), answer_(std::move(answer)) {}

  const AdminArguments arguments;
  const Actor actor;
  const bool dryRun;

  void succeed(const QJsonValue& result) const;
  // Of a list of which more matched than the limit let through.
  void succeedInPart(const QJsonArray& lines, bool truncated) const;
  void fail(const Error& error) const;

 private:
  Answer answer_;
};

// {"ok":false,"error":{"code":"not-found","text":"…"}}; the same shape wherever a request fails.
QJsonObject failedAnswer(const Error& error);

class FileControl;
class MessageTest;

// What a running server offers beside its data; empty where there is none.
struct LiveServer {
  MessageTest* messageTest = nullptr;
  std::function<QJsonObject()> status;  // StatusBoard::report
  ComplianceControl* compliance = nullptr;
  FileControl* files = nullptr;
};

// What the verbs work with. Owned by AdminCommands; loop thread.
struct AdminContext {
  using Planner = std::function<Plan(const ChannelState& state)>;
  using Losses = std::function<QJsonArray(const ChannelState& state)>;

  ChannelService& service;
  Store& store;
  const Clock& clock;
  const QJsonObject facts;  // of the server, for "pool status"
  qint64 startedMs = 0;     // monotonic
  const LiveServer live;

  const ChannelState& state() const { return service.state(); }

  // Plans and, unless it is a dry run, makes the change; answers with what changes in words and who loses what by it.
  // `losses` adds what does not show in the rooms of the set itself.
  void change(const AdminCall& call, Planner plan, Losses losses = {}) const;

  // Wraps a callback of the store: errors are answered, results are handed on.
  template <typename T, typename F>
  Store::Callback<T> answering(const AdminCall& call, F action) const {
    return [call, action = std::move(action)](const Result<T>& result) {
      if (!result) return call.fail(result.error());
      action(*result);
    };
  }
};

}  // namespace Parlour::Server
