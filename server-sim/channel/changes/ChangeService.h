// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <functional>
#include <memory>

#include "protocol/support/Error.h"
#include "server-sim/channel/changes/Plan.h"

namespace Parlour::Server {

class ChangeAnnouncer;
class ChannelContext;
class ChannelState;

// How a change ended: refused by a rule, failed in the store, or done. `set` is what was planned, of a dry run too,
// which has no receipt.
struct Outcome {
  ChangeSet set;
  ChangeReceipt receipt;
  std::optional<Refusal> refusal;
  std::optional<Error> error;
  bool ok() const { return !refusal && !error; }
};

// The user as an actor: an administrator when the settings name the user and the user may chat.
Actor actorOf(const ChannelState& state, PrincipalId user);

// Changes rooms, categories, people and settings while the server runs: one after the other, so that each plan
// sees the state that the one before it left. The set goes to the store; after its commit memory follows, the caller
// is told, and then everybody concerned (ChangeAnnouncer). Loop thread; nothing waits.
class ChangeService {
 public:
  using Planner = std::function<Plan(const ChannelState& state)>;
  using Finished = std::function<void(const Outcome& outcome)>;

  ChangeService(ChannelContext& context, ChangeAnnouncer& announcer) : context_(context), announcer_(announcer) {}

  // `plan` is called when its turn comes, possibly at once, and may have side effects on nothing. `done` is called
  // once, possibly before this returns, but not any more when the chat service ends. A dry run ends after planning.
  // Busy when too many changes wait.
  void submit(Planner plan, Finished done, bool dryRun = false);
  size_t waiting() const { return jobs_.size(); }
  // Told of every change that was made, after the caller.
  void setObserver(std::function<void(const ChangeSet& set)> observer) { observer_ = std::move(observer); }

 private:
  struct Job {
    Planner plan;
    Finished done;
    bool dryRun = false;
  };
  using SetPtr = std::shared_ptr<ChangeSet>;
  void next();
  bool run(const Job& job);  // true: waits for the store
  void write(const SetPtr& set, const Finished& done);
  void committed(const SetPtr& set, const ChangeReceipt& receipt, const Finished& done);
  void forgetHistory(const ChangeSet& set);
  // Writes what one set may not hold, before anything else.
  void inviteLater(std::vector<NewInvitation> invitations);

  ChannelContext& context_;
  ChangeAnnouncer& announcer_;
  std::function<void(const ChangeSet&)> observer_;
  std::deque<Job> jobs_;
  bool busy_ = false;
};

}  // namespace Parlour::Server
