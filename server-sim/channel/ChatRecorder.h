// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <optional>

#include "server-sim/channel/ChangeSet.h"
#include "server-sim/channel/ChannelState.h"
#include "server-sim/channel/Participants.h"
#include "server-sim/channel/Store.h"
#include "server-sim/compliance/EventRecorder.h"

namespace Parlour::Server {

// Makes events of compliance out of what happens in the chat service and gives them to the store: those of posts and
// changes along with these, the others beside. Recording is on while an adapter is configured (product.md 4.1) or
// somebody wants the events in any case. When it is switched on, joinings are recorded of everybody who is in a room,
// and leavings when it is switched off, so that what is recorded is whole in itself. What the store cannot take for the
// moment is kept, up to a limit, and given to it again by tick(). Loop thread.
class ChatRecorder final : public EventRecorder {
 public:
  static constexpr size_t kMaxUnsaved = 200'000;

  ChatRecorder(const ChannelState& state, const Participants& participants, Store& store, const Clock& clock)
      : state_(state), participants_(participants), store_(store), clock_(clock) {}

  bool isRecording() const override { return recording_; }
  Status mayBegin() const override;
  void record(ComplianceEvent event, std::function<void(const Status&)> then) override;
  // Several that stand or fall together.
  void recordAll(std::vector<ComplianceEvent> events, std::function<void(const Status&)> then);

  // Whether to record without an adapter too; after every change of the configuration call update().
  void setAlways(bool always);
  void update();
  void setRule(FullQueue rule) { rule_ = rule; }
  // Why nothing more is to be recorded; nothing: the queue is short enough. Counts with FullQueue::Closed only.
  void setFull(std::optional<Error> reason) { full_ = std::move(reason); }
  void tick();
  // Events that the store has not taken yet, and those that were given up.
  size_t unsaved() const { return unsaved_.size(); }
  quint64 lost() const { return lost_; }

  // Null while nothing is recorded.
  EventPtr post(PrincipalId author, const Room& room) const;
  void entered(PrincipalId user, const std::vector<const Room*>& rooms);
  void left(PrincipalId user, const std::vector<const Room*>& rooms);
  // The same of one who had to leave; the room may be gone already.
  void expelled(PrincipalId user, RoomId room, const RoomUri& uri);
  // Puts into the set what is to be recorded with it. `set` is about to be written, the state not changed by it yet.
  void addTo(ChangeSet& set) const;
  ComplianceEvent event(ComplianceKind kind, PrincipalId user, const Room* room) const;
  // The same of an administrator, by the name of the audit trail.
  ComplianceEvent byAdministrator(ComplianceKind kind, const QByteArray& name, const Room* room) const;
  // Somebody was given messages of a room, encoded as clients get them; `asked`: what for, in words.
  ComplianceEvent read(ComplianceKind kind, PrincipalId user, const Room& room, const QByteArray& asked,
                       const std::vector<QByteArray>& fragments) const;

 private:
  bool wanted() const;
  void everybody(ComplianceKind kind);
  void save(std::vector<ComplianceEvent> events);
  void keep(const std::vector<ComplianceEvent>& events);
  EventRoom place(const Room& room) const;
  EventUser person(PrincipalId user) const;
  EventUser actor(const QByteArray& name) const;

  const ChannelState& state_;
  const Participants& participants_;
  Store& store_;
  const Clock& clock_;
  bool always_ = false;
  bool recording_ = false;
  FullQueue rule_ = FullQueue::Open;
  std::optional<Error> full_;
  std::deque<ComplianceEvent> unsaved_;
  bool saving_ = false;  // some of them
  quint64 lost_ = 0;
  std::shared_ptr<const bool> alive_ = std::make_shared<const bool>(true);
};

}  // namespace Parlour::Server
