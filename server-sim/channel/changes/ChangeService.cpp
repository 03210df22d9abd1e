// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/changes/ChangeService.h"

#include "protocol/support/Log.h"
#include "server-sim/channel/ChannelContext.h"
#include "server-sim/channel/changes/ChangeAnnouncer.h"

namespace Parlour::Server {
namespace {

constexpr size_t kMaxWaitingChanges = 1'000;
constexpr qsizetype kMaxInvitationsPerSet = 500;

bool changesNothing(const ChangeSet& set) {
  const bool objects = set.categories.empty() && set.rooms.empty() && set.principals.empty() &&
                       set.removedCategories.empty() && set.removedRooms.empty() && set.invitations.empty();
  const bool settings = set.addedMemberships.empty() && set.removedMemberships.empty() && set.addIns.empty() &&
                        set.removedAddIns.empty() && set.policies.empty() && set.removedPolicies.empty() &&
                        set.grants.empty() && set.configuration.empty();
  return objects && settings && set.holds.empty() && set.removedHolds.empty() && set.joinRequests.empty() && set.endedJoinRequests.empty() &&
         set.messageRemovals.empty() && set.purges.empty();
}

}  // namespace

Actor actorOf(const ChannelState& state, PrincipalId user) {
  const Principal* principal = state.directory().find(user);
  if (!principal) return {};
  const bool active = principal->enabled && principal->chatEnabled;
  return Actor{user, principal->uri, active && state.isAdministrator(user)};
}

void ChangeService::submit(Planner plan, Finished done, bool dryRun) {
  if (jobs_.size() >= kMaxWaitingChanges) {
    Outcome outcome;
    outcome.error =
        Error::make(ErrorCode::Busy, QStringLiteral("Too many changes are waiting. Try again in a moment."));
    return done(outcome);
  }
  jobs_.push_back(Job{std::move(plan), std::move(done), dryRun});
  next();
}

void ChangeService::next() {
  while (!busy_ && !jobs_.empty()) {
    const Job job = std::move(jobs_.front());
    jobs_.pop_front();
    busy_ = true;
    busy_ = run(job);
  }
}

bool ChangeService::run(const Job& job) {
  Plan plan = job.plan(context_.state);
  Outcome outcome;
  if (auto* refused = std::get_if<Refusal>(&plan)) {
    outcome.refusal = std::move(*refused);
    job.done(outcome);
    return false;
  }
  outcome.set = std::move(std::get<ChangeSet>(plan));
  if (job.dryRun || changesNothing(outcome.set)) {
    job.done(outcome);
    return false;
  }
  write(std::make_shared<ChangeSet>(std::move(outcome.set)), job.done);
  return true;
}

void ChangeService::write(const SetPtr& set, const Finished& done) {
  const qsizetype count = std::min<qsizetype>(std::ssize(set->invitations), kMaxInvitationsPerSet);
  const std::vector<NewInvitation> rest(set->invitations.begin() + count, set->invitations.end());
  set->invitations.resize(static_cast<size_t>(count));
  const auto finished = [this, set, done, rest](const Result<ChangeReceipt>& receipt) {
    if (receipt) {
      inviteLater(rest);
      committed(set, *receipt, done);
    } else {
      Outcome outcome;
      outcome.set = *set;
      outcome.error = receipt.error();
      done(outcome);
    }
    busy_ = false;
    next();
  };
  context_.recorder.addTo(*set);
  forgetHistory(*set);
  context_.store.applyChanges(*set, context_.whileAlive<ChangeReceipt>(finished));
}

// What the store will answer otherwise from now on: without the messages, or under another name of their author.
void ChangeService::forgetHistory(const ChangeSet& set) {
  if (!set.principals.empty()) context_.historyCache.clear();
  for (const auto& removal : set.messageRemovals) context_.historyCache.forget(removal.room);
  for (const auto& purge : set.purges) context_.historyCache.forget(purge.room);
  for (const RoomId room : set.removedRooms) context_.historyCache.forget(room);
}

void ChangeService::committed(const SetPtr& set, const ChangeReceipt& receipt, const Finished& done) {
  const ChangeAnnouncer::Before before = announcer_.before(*set);
  const AppliedChange applied = context_.state.apply(*set, receipt);
  forgetHistory(*set);
  if (!set->configuration.empty()) context_.configurationChanged();
  // The caller first: the change may end the caller's own session.
  done(Outcome{*set, receipt, std::nullopt, std::nullopt});
  announcer_.announce(before, *set, receipt, applied);
  if (observer_) observer_(*set);
}

void ChangeService::inviteLater(std::vector<NewInvitation> invitations) {
  if (invitations.empty()) return;
  const auto failed = [](const Outcome& outcome) {
    if (outcome.error) qCWarning(lcServer) << "invitations were not stored:" << outcome.error->detail;
  };
  const auto plan = [invitations = std::move(invitations)](const ChannelState& state) {
    ChangeSet set;
    for (const NewInvitation& invitation : invitations) {
      if (state.rooms().find(invitation.room)) set.invitations.push_back(invitation);
    }
    return Plan(std::move(set));
  };
  jobs_.push_front(Job{plan, failed, false});
}

}  // namespace Parlour::Server
