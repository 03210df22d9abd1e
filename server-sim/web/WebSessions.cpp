// SPDX-License-Identifier: Apache-2.0
#include "server-sim/web/WebSessions.h"

#include <QCryptographicHash>
#include <algorithm>

namespace Parlour::Server {
namespace {

constexpr int kIdBytes = 32;

QByteArray sessionHash(const QByteArray& text) { return QCryptographicHash::hash(text, QCryptographicHash::Sha256); }

QByteArray cookieText(const QByteArray& random) {
  return random.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

}  // namespace

WebSessions::WebSessions(const WebSessionLimits& limits, const Clock& clock, Sip::RandomBytes random)
    : limits_(limits), clock_(clock), random_(std::move(random)) {}

QByteArray WebSessions::open(PrincipalId user, const QByteArray& userAgent) {
  const std::lock_guard lock(mutex_);
  makeRoom(user);
  const QByteArray id = cookieText(random_(kIdBytes));
  const qint64 now = clock_.monotonicMs();
  entries_.insert(sessionHash(id), Entry{{user, cookieText(random_(kIdBytes))}, sessionHash(userAgent), now, now});
  return id;
}

std::optional<WebSession> WebSessions::find(const QByteArray& id, const QByteArray& userAgent) {
  const std::lock_guard lock(mutex_);
  const auto found = entries_.find(sessionHash(id));
  if (found == entries_.end() || found->agent != sessionHash(userAgent)) return std::nullopt;
  if (isOver(*found)) {
    entries_.erase(found);
    return std::nullopt;
  }
  found->lastMs = clock_.monotonicMs();
  return found->session;
}

void WebSessions::close(const QByteArray& id) {
  const std::lock_guard lock(mutex_);
  entries_.remove(sessionHash(id));
}

qsizetype WebSessions::count() const {
  const std::lock_guard lock(mutex_);
  return entries_.size();
}

bool WebSessions::isOver(const Entry& entry) const {
  const qint64 now = clock_.monotonicMs();
  return now - entry.lastMs >= limits_.idleMs || now - entry.openedMs >= limits_.totalMs;
}

void WebSessions::makeRoom(PrincipalId user) {
  entries_.removeIf([this](const auto& item) { return isOver(item.value()); });
  const auto removeOldest = [this](auto belongs) {
    auto oldest = entries_.end();
    for (auto it = entries_.begin(); it != entries_.end(); ++it) {
      if (belongs(*it) && (oldest == entries_.end() || it->lastMs < oldest->lastMs)) oldest = it;
    }
    if (oldest != entries_.end()) entries_.erase(oldest);
  };
  const auto ofUser = [user](const Entry& entry) { return entry.session.user == user; };
  if (std::count_if(entries_.begin(), entries_.end(), ofUser) >= limits_.perUser) removeOldest(ofUser);
  if (entries_.size() >= limits_.sessions) removeOldest([](const Entry&) { return true; });
}

}  // namespace Parlour::Server
