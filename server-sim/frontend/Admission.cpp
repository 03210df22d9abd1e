// SPDX-License-Identifier: Apache-2.0
#include "server-sim/frontend/Admission.h"

#include <QRandomGenerator>
#include <algorithm>
#include <array>

#include "protocol/sip/PeerAddress.h"

namespace Parlour::Server {
namespace {

// The commands that read much (xccos 7.6 to 7.8, 7.16, 7.17).
constexpr std::array<QByteArrayView, 7> kReading{"\"cmd:bccontext\"", "\"cmd:bcbydate\"", "\"cmd:bcbymsg\"",
                                                 "\"cmd:bcquery\"",   "\"cmd:chansrch\"", "\"cmd:nodesrch\"",
                                                 "\"cmd:usersrch\""};

quint32 anyNumber() { return QRandomGenerator::global()->generate(); }

bool isPost(const QByteArray& body) { return body.contains("<grpchat"); }

bool isReading(const QByteArray& body) {
  return std::any_of(kReading.begin(), kReading.end(), [&](QByteArrayView name) { return body.contains(name); });
}

}  // namespace

Admission::Admission(const LoadSettings& settings, Sip::Transport& transport, const Clock& clock,
                     FrontEndCounters& counters)
    : settings_(settings),
      transport_(transport),
      clock_(clock),
      counters_(counters),
      monitor_(settings_),
      slots_(settings_, &anyNumber),
      users_(settings.requestsPerUser, settings.requestBurstPerUser),
      addresses_(settings.requestsPerAddress, settings.requestBurstPerAddress) {}

int Admission::spread(int leastSeconds, int mostSeconds) const {
  return leastSeconds + static_cast<int>(anyNumber() % static_cast<quint32>(mostSeconds - leastSeconds + 1));
}

void Admission::note(const LoadReading& reading) {
  monitor_.note(reading, clock_.monotonicMs());
  counters_.loadLevel.set(static_cast<qint64>(monitor_.level()));
  counters_.loopLagMs.raiseTo(reading.lagMs);
}

QByteArray Admission::limitedAddress(Sip::ConnectionId connection) const {
  const QByteArray host = transport_.peerAddress(connection);
  return !settings_.limitLoopback && Sip::isLoopbackAddress(host) ? QByteArray() : Sip::addressGroup(host);
}

std::optional<int> Admission::stranger(Sip::ConnectionId connection) {
  const QByteArray address = limitedAddress(connection);
  if (address.isEmpty() || addresses_.take(address, clock_.monotonicMs())) return std::nullopt;
  counters_.limitedAddresses.add();
  return spread(2, 10);
}

std::optional<int> Admission::signIn(Sip::ConnectionId connection) {
  const qint64 now = clock_.monotonicMs();
  const bool refused = monitor_.refuses(LoadLevel::NoSignIns) && !slots_.has(connection);
  const std::optional<int> wait =
      refused ? slots_.retryAfterSeconds(now) : slots_.enter(connection, limitedAddress(connection), now);
  if (wait) counters_.shedSignIns.add();
  counters_.signInsInFlight.set(slots_.inFlight());
  return wait;
}

std::optional<int> Admission::user(const SipUri& user) {
  if (users_.take(user.bytes(), clock_.monotonicMs())) return std::nullopt;
  counters_.limitedUsers.add();
  return spread(1, 5);
}

std::optional<int> Admission::envelopeUnderLoad(const QByteArray& body) {
  if (isPost(body)) {
    if (!monitor_.refuses(LoadLevel::NoPosts)) return std::nullopt;
    counters_.shedPosts.add();
    return spread(1, 2);
  }
  if (!isReading(body)) return std::nullopt;
  counters_.shedReading.add();
  return spread(2, 6);
}

void Admission::signInGoesOn(Sip::ConnectionId connection) { slots_.touch(connection, clock_.monotonicMs()); }

void Admission::signedIn(Sip::ConnectionId connection) {
  if (slots_.leave(connection)) counters_.signIns.add();
  counters_.signInsInFlight.set(slots_.inFlight());
}

void Admission::connectionClosed(Sip::ConnectionId connection) {
  slots_.leave(connection);
  counters_.signInsInFlight.set(slots_.inFlight());
}

void Admission::tick() {
  const qint64 now = clock_.monotonicMs();
  users_.forgetFull(now);
  addresses_.forgetFull(now);
}

}  // namespace Parlour::Server
