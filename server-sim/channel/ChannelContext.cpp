// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/ChannelContext.h"

#include <QRandomGenerator>

#include "protocol/xccos/Codec.h"

namespace Parlour::Server {
namespace {

// More than clients ask for, so that those who joined a while ago find theirs as well.
constexpr size_t kCachedPerRoom = 64;

// Half of the range stays free above the base, so the counter cannot wrap in any server's life.
EnvId randomEnvIdBase() { return (QRandomGenerator::global()->generate64() >> 1) | 1U; }

}  // namespace

ChannelContext::ChannelContext(ChannelSettings serviceSettings, Snapshot snapshot, Store& serviceStore,
                               SessionSink& sink, const Clock& serviceClock)
    : settings(std::move(serviceSettings)),
      state(std::move(snapshot)),
      participants(settings.participantUpdateLimit),
      historyCache({static_cast<size_t>(settings.historyCacheBytes), kCachedPerRoom}),
      store(serviceStore),
      clock(serviceClock),
      recorder(state, participants, store, clock),
      sink_(sink),
      nextEnvId_(randomEnvIdBase()) {
  state.setAdministrators(settings.administrators);
  configurationChanged();
}

void ChannelContext::deliver(SessionId session, const SharedEnvelope& envelope) {
  if (sessions.find(session)) sink_.deliver(session, envelope);
}

void ChannelContext::deliver(SessionId session, QByteArray envelope) {
  deliver(session, std::make_shared<const QByteArray>(std::move(envelope)));
}

void ChannelContext::reply(SessionId session, Xccos::Reply reply) {
  deliver(session, Xccos::serialize(Xccos::Envelope::ofReply(nextEnvId(), std::move(reply))));
}

void ChannelContext::reportError(SessionId session, Xccos::ErrorReport report) {
  deliver(session, Xccos::serialize(Xccos::Envelope::ofError(nextEnvId(), std::move(report))));
}

void ChannelContext::endSession(SessionId session) {
  sessions.erase(session);
  sink_.endSession(session);
}

int ChannelContext::configuredNumber(const char* key, int otherwise) const {
  const auto value = state.configured(key);
  bool number = false;
  const int amount = value ? value->toInt(&number) : 0;
  return number && amount > 0 ? amount : otherwise;
}

int ChannelContext::defaultHistory() const { return configuredNumber("DefaultChatHistory", settings.defaultHistory); }

QString ChannelContext::roomManagementUrl() const {
  return QString::fromUtf8(state.configured("RoomManagementUrl").value_or(settings.roomManagementUrl));
}

void ChannelContext::configurationChanged() {
  participants.setUpdateLimit(configuredNumber("ParticipantUpdateLimit", settings.participantUpdateLimit));
  recorder.update();
}

Decision ChannelContext::notJoined(const Session& session, const Room* room) const {
  if (!room) return AccessPolicy::noSuchNode();
  const Decision seen = AccessPolicy::see(standing(session, *room), RoomTraits::of(*room));
  return seen.allowed() ? AccessPolicy::notJoined() : seen;
}

Xccos::ResponseCode storeFailureCode(const Error& error) {
  if (error.code == ErrorCode::Busy) return Xccos::ResponseCode::Busy;
  if (error.code == ErrorCode::Storage) return Xccos::ResponseCode::Database;
  // What it was about is gone meanwhile.
  if (error.code == ErrorCode::NotFound) return Xccos::ResponseCode::NoSuchNode;
  return Xccos::ResponseCode::Unknown;
}

}  // namespace Parlour::Server
