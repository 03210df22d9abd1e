// SPDX-License-Identifier: Apache-2.0
#include "server-sim/sim/Bots.h"

#include <set>

#include "protocol/support/Log.h"
#include "protocol/xccos/Codec.h"
#include "protocol/xccos/FastWriter.h"
#include "protocol/xccos/Messages.h"

namespace Parlour::Server {
namespace {

constexpr char kBotEpid[] = "parlourbot";

}  // namespace

Bots::Bots(ChannelService& service, const Clock& clock, Delay delay, quint32 seed)
    : service_(service),
      clock_(clock),
      delay_(std::move(delay)),
      random_(seed),
      // Never repeats an envid of an earlier run, or its posts would count as repeats.
      nextEnvId_(static_cast<EnvId>(clock.now().ticks)) {}

void Bots::start(const std::vector<OrgBotScript>& scripts) {
  for (const auto& script : scripts) {
    if (script.lines.empty()) continue;
    std::set<SipUri> authors;
    for (const auto& line : script.lines) authors.insert(line.author);
    for (const auto& author : authors) join(sessionOf(author), script.room);
    scheduleNext(std::make_shared<Play>(Play{script, 0}));
  }
}

SessionId Bots::sessionOf(const SipUri& author) {
  const auto known = sessions_.find(author);
  if (known != sessions_.end()) return known->second;
  const auto allowed = service_.mayOpen(author);
  if (!allowed) {
    qCWarning(lcServer) << "bot" << author.bytes() << "cannot sign in:" << allowed.error().text;
    return sessions_[author] = 0;  // said once, not with every line
  }
  return sessions_[author] = service_.open(author, kBotEpid);
}

bool Bots::isActing(const SipUri& user) const {
  const auto known = sessions_.find(user);
  return known != sessions_.end() && known->second != 0;
}

void Bots::join(SessionId session, const RoomUri& room) {
  if (session == 0) return;
  service_.receive(session, Xccos::serialize(Xccos::Envelope::ofCommand(nextEnvId_++, Xccos::Join{{0, room}})));
}

void Bots::scheduleNext(const std::shared_ptr<Play>& play) {
  if (play->next >= play->script.lines.size()) {
    if (!play->script.loop) return;
    play->next = 0;
  }
  const auto& line = play->script.lines[play->next];
  std::uniform_int_distribution<int> pause(line.delayMinSeconds * 1000, line.delayMaxSeconds * 1000);
  delay_(pause(random_), [this, play] {
    say(*play);
    scheduleNext(play);
  });
}

void Bots::say(Play& play) {
  const auto& line = play.script.lines[play.next++];
  const SessionId session = sessionOf(line.author);
  if (session == 0) return;
  Xccos::ChatMessage message;
  message.chanUri = play.script.room;
  message.author = line.author;
  message.ts = clock_.now();
  message.alert = line.message.alert;
  message.chat = line.message.chatText();
  if (service_.receive(session, Xccos::serializeChat(nextEnvId_++, message)).status == 200) ++linesSaid_;
}

}  // namespace Parlour::Server
