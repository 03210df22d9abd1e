// SPDX-License-Identifier: Apache-2.0
#include "app/core/Client.h"

#include <algorithm>

#include "app/core/ClientServices.h"
#include "app/core/Words.h"
#include "protocol/signin/EndpointIdentity.h"

namespace Parlour::Core {

namespace {

constexpr qint64 kSignOutMs = 2'000;

QString provenServerKey() { return QStringLiteral("provenServer"); }

Error roomNotKnown() { return Error::make(ErrorCode::NotFound, Words::tr("The room is not in your list.")); }

}  // namespace

class Client::Private {
 public:
  Private(Environment environment, Client* client)
      : s(std::move(environment)), q(client), signOutTimer(*s.environment.scheduler) {
    connectSignals();
    applyPreferences();
    QObject::connect(&s.preferences, &Preferences::changed, q, [this] { applyPreferences(); });
  }
  void connectSignals();
  void connectCache();
  void roomAdded(Room* room);
  void applyPreferences();
  bool beginAccount(const SignInRequest& request);  // true: another account than before
  void start(bool another);
  void endSignOut();

  ClientServices s;
  const QString givenDownloads = s.environment.downloadDirectory;
  Client* q;
  Timer signOutTimer;
  bool signingOut = false;
  quint64 attempts = 0;
};

void Client::Private::connectSignals() {
  s.rooms.onAdded = [this](Room* room) { roomAdded(room); };
  s.rooms.onRemoved = [this](const RoomUri& uri) {
    s.transfers.roomGone(uri);
    s.roomCache.roomLeft(uri);
    Q_EMIT q->roomRemoved(uri);
  };
  s.rooms.onReordered = [this] { Q_EMIT q->roomsReordered(); };
  s.invitations.onChanged = [this] { Q_EMIT q->invitationsChanged(); };
  s.joinRequests.onChanged = [this] { Q_EMIT q->joinRequestsChanged(); };
  s.joinRequests.onArrived = [this](const JoinRequest& request) { Q_EMIT q->joinRequestArrived(request); };
  s.joinRequests.onEnded = [this](const JoinRequest& request) { Q_EMIT q->joinRequestEnded(request); };
  s.updates.onMessage = [this](Room& room, const Message& message) { Q_EMIT q->messageArrived(&room, message); };
  s.roomSteps.onLimits = [this] { Q_EMIT q->statusChanged(); };
  s.flow.onStep = [this](const StepProgress& progress) {
    s.keeper.stepChanged();
    Q_EMIT q->stepChanged(progress);
  };
  s.keeper.onStatus = [this] { Q_EMIT q->statusChanged(); };
  s.keeper.onSignedIn = [this](bool first) {
    s.ownPresence.signedIn();
    s.roomPresence.signedIn(s.registrar.takesPresenceLists());
    s.joinRequests.signedIn();
    s.transfers.signedIn();
    s.settings.setValue(provenServerKey(), s.connectSteps.serverKey());
    if (first) Q_EMIT q->signedIn();
  };
  connectCache();
}

void Client::Private::connectCache() {
  s.membership.onCaughtUp = [this](Room& room, int missed) { Q_EMIT q->caughtUp(&room, missed); };
  if (!s.environment.messageCache) return;
  s.environment.messageCache->onNews = [this](CacheNews, const QString& words) { Q_EMIT q->cacheNews(words); };
}

void Client::Private::applyPreferences() {
  constexpr qint64 kMsPerSecond = 1'000;
  if (s.environment.messageCache) {
    const auto& storage = s.preferences.storage();
    s.environment.messageCache->setLimits({storage.cacheDays, storage.cacheMegabytes * 1024LL * 1024});
  }
  const QString& folder = s.preferences.storage().downloadFolder;
  s.environment.downloadDirectory = folder.isEmpty() ? givenDownloads : folder;
  s.environment.outboxWaitMs = s.preferences.connection().outboxWaitSeconds * kMsPerSecond;
}

void Client::Private::roomAdded(Room* room) {
  const RoomUri uri = room->uri();
  QObject::connect(&room->timeline(), &Timeline::gapFound, q,
                   [this, uri](quint64 after, quint64 before) { s.pager.fillGap(uri, after, before); });
  QObject::connect(&room->timeline(), &Timeline::confirmed, q,
                   [this, uri](quint64 localId, quint64) { s.outbox.confirmed(uri, localId); });
  // Who has become a manager has requests to answer.
  QObject::connect(room, &Room::rightsChanged, q, [this] { s.joinRequests.refresh(); });
  QObject::connect(room, &Room::ended, q, [this, room](RoomEnding ending) { Q_EMIT q->roomEnded(room, ending); });
  s.roomCache.roomAdded(*room);
  s.transfers.roomAdded(*room);
  s.outbox.roomAdded(*room);
  Q_EMIT q->roomAdded(room);
}

// Another account starts with nothing of the one before.
bool Client::Private::beginAccount(const SignInRequest& request) {
  const bool another = s.account.me != request.address;
  if (another) {
    s.roomCache.end();
    s.transfers.clear();
    s.outbox.clear();
    s.followed.reset();
    s.ownPresence.reset();
    s.rooms.clear();
    s.joinRequests.clear();
    s.account.me = request.address;
    s.account.name = QString::fromUtf8(request.address.user());
    s.account.limits = {};
    s.settings.setAccount(request.address);
    s.rooms.readOrder();
    s.invitations.readSettings();
    s.roomSteps.newAccount();
    s.outbox.restore();
    s.transfers.restore();
  }
  Identity identity;
  identity.user = request.address;
  identity.password = request.password;
  identity.epid = Signin::makeEpid(request.address, s.environment.computerName, "parlour");
  identity.instance = Signin::instanceFromEpid(identity.epid);
  identity.userAgent = s.environment.userAgent;
  s.link.setIdentity(identity);
  s.connectSteps.setRequest(request);
  return another;
}

// First the rooms of the last time, if there are any. With them, and a server that has let the person in before, it is
// no reason to stop that the server cannot be reached now.
void Client::Private::start(bool another) {
  const quint64 attempt = ++attempts;
  const auto connectNow = [this, attempt] {
    if (attempt != attempts) return;
    const bool proven = s.settings.value(provenServerKey()).toString() == s.connectSteps.serverKey();
    s.keeper.setProven(proven && s.roomCache.isOn() && !s.rooms.rooms().isEmpty());
    s.keeper.start();
  };
  if (!another) return connectNow();
  s.roomCache.begin(s.account.me, s.environment.reopenRooms && s.preferences.general().reopenRooms, connectNow);
}

void Client::Private::endSignOut() {
  if (!std::exchange(signingOut, false)) return;
  signOutTimer.stop();
  s.keeper.stop();
  s.joinRequests.clear();
  Q_EMIT q->signedOut();
}

Client::Client(Environment environment, QObject* parent)
    : QObject(parent), d_(std::make_unique<Private>(std::move(environment), this)) {}

Client::~Client() = default;

void Client::signIn(const SignInRequest& request) {
  d_->signingOut = false;
  d_->signOutTimer.stop();
  if (d_->s.keeper.status().state != ConnectionState::SignedOut) d_->s.keeper.stop();
  d_->start(d_->beginAccount(request));
}

void Client::signOut() {
  ClientServices& s = d_->s;
  d_->signingOut = true;
  ++d_->attempts;
  if (!s.link.isOpen()) return d_->endSignOut();
  s.followed.flushReadMarks();
  s.session.bye();
  s.roomPresence.unsubscribe();
  s.connectSteps.unsubscribe();
  d_->signOutTimer.start(kSignOutMs, [this] { d_->endSignOut(); });
  s.registrar.deregister([this] { d_->endSignOut(); });
}

void Client::retryNow() { d_->s.keeper.retryNow(); }

const ConnectionStatus& Client::status() const { return d_->s.keeper.status(); }
const QList<StepProgress>& Client::signInSteps() const { return d_->s.flow.steps(); }
const SipUri& Client::me() const { return d_->s.account.me; }
QString Client::myName() const { return d_->s.account.name; }
const ServerLimits& Client::limits() const { return d_->s.account.limits; }
Sip::TraceBuffer& Client::trace() { return *d_->s.environment.trace; }

Preferences& Client::preferences() { return d_->s.preferences; }

QString Client::serverName() const {
  const Sip::Target& target = d_->s.link.target();
  if (target.host.isEmpty()) return {};
  const bool tls = target.protocol == Sip::Protocol::Tls;
  return QStringLiteral("%1:%2 (%3)")
      .arg(QString::fromLatin1(target.host))
      .arg(target.port)
      .arg(tls ? QStringLiteral("TLS") : QStringLiteral("TCP"));
}

void Client::setPresence(Presence presence) { d_->s.ownPresence.set(presence); }
Presence Client::myPresence() const { return d_->s.ownPresence.shown(); }
void Client::showPresenceOf(const RoomUri& uri) { d_->s.roomPresence.show(uri); }

const QList<Room*>& Client::rooms() const { return d_->s.rooms.rooms(); }
Room* Client::room(const RoomUri& uri) const { return d_->s.rooms.find(uri); }
const QList<Invitation>& Client::invitations() const { return d_->s.invitations.list(); }
void Client::moveRoom(const RoomUri& uri, int to) { d_->s.rooms.move(uri, to); }
const QList<RoomSummary>& Client::memberRooms() const { return d_->s.roomSteps.memberRooms(); }
const QList<RoomSummary>& Client::managedRooms() const { return d_->s.roomSteps.managedRooms(); }

bool Client::mayManage(const RoomUri& uri) const {
  const Room* known = room(uri);
  if (known != nullptr && known->ending() == RoomEnding::Deleted) return false;
  if (known != nullptr && known->ownMask() != 0) return known->mayManage();
  const QList<RoomSummary>& managed = managedRooms();
  return std::any_of(managed.cbegin(), managed.cend(), [&](const RoomSummary& other) { return other.uri == uri; });
}

TransferService& Client::transfers() { return d_->s.transfers; }
RoomAdmin& Client::admin() { return d_->s.admin; }
JoinRequests& Client::joinRequests() { return d_->s.joinRequests; }

QFuture<Result<Room*>> Client::open(const RoomUri& uri) {
  Room* known = room(uri);
  // Without a connection there is what the computer has; the room is joined with the others later.
  const bool readable = known != nullptr && known->timeline().storedCount() > 0;
  if (readable && !d_->s.session.isOpen()) return settledWith<Result<Room*>>(known);
  auto [future, settle] = makePromise<Result<Room*>>();
  d_->s.membership.open(uri, settle);
  return future;
}

QFuture<Result<Room*>> Client::openLink(const RoomLink& link) {
  auto [future, settle] = makePromise<Result<Room*>>();
  d_->s.membership.open(link.room, [this, link, settle = settle](const Result<Room*>& opened) {
    if (!opened || link.message == 0 || (*opened)->timeline().rowOf(link.message) >= 0) return settle(opened);
    d_->s.pager.showAround(**opened, link.message, [this, link, settle](const Status& shown) {
      Room* target = room(link.room);
      if (!shown) return settle(shown.error());
      settle(target != nullptr ? Result<Room*>(target) : Result<Room*>(roomNotKnown()));
    });
  });
  return future;
}

QFuture<Status> Client::close(const RoomUri& uri) {
  auto [future, settle] = makePromise<Status>();
  d_->s.membership.close(uri, settle);
  return future;
}

QFuture<Status> Client::follow(const RoomUri& uri, const QString& name) {
  auto [future, settle] = makePromise<Status>();
  d_->s.membership.follow(uri, name, settle);
  return future;
}

QFuture<Status> Client::unfollow(const RoomUri& uri) {
  auto [future, settle] = makePromise<Status>();
  d_->s.membership.unfollow(uri, settle);
  return future;
}

void Client::clearCache() {
  if (d_->s.environment.messageCache) d_->s.environment.messageCache->clear();
}

QFuture<Result<CacheUsage>> Client::cacheUsage() {
  if (!d_->s.environment.messageCache) return settledWith<Result<CacheUsage>>(CacheUsage());
  auto [future, settle] = makePromise<Result<CacheUsage>>();
  d_->s.environment.messageCache->usage(settle);
  return future;
}

void Client::dismissInvitation(quint64 number) { d_->s.invitations.dismiss(number); }

quint64 Client::post(const RoomUri& uri, const QString& chatText, bool alert, const QByteArray& rtf) {
  Room* target = room(uri);
  if (target == nullptr) return 0;
  const quint64 localId = d_->s.outbox.post(*target, chatText, alert, 0, rtf);
  if (!target->timeline().atEnd()) d_->s.pager.showNewest(*target, [](const Status&) {});
  return localId;
}

void Client::retryPost(const RoomUri& uri, quint64 localId) {
  if (Room* target = room(uri)) d_->s.outbox.retry(*target, localId);
}

void Client::discardPost(const RoomUri& uri, quint64 localId) {
  if (Room* target = room(uri)) d_->s.outbox.discard(*target, localId);
}

void Client::fetchOlder(const RoomUri& uri) {
  if (Room* target = room(uri)) d_->s.pager.fetchOlder(*target);
}

void Client::fetchNewer(const RoomUri& uri) {
  if (Room* target = room(uri)) d_->s.pager.fetchNewer(*target);
}

QFuture<Status> Client::showNewest(const RoomUri& uri) {
  Room* target = room(uri);
  if (target == nullptr) return settledWith<Status>(roomNotKnown());
  auto [future, settle] = makePromise<Status>();
  d_->s.pager.showNewest(*target, settle);
  return future;
}

QFuture<Status> Client::showAround(const RoomUri& uri, ChatId chatId) {
  Room* target = room(uri);
  if (target == nullptr) return settledWith<Status>(roomNotKnown());
  auto [future, settle] = makePromise<Status>();
  d_->s.pager.showAround(*target, chatId, settle);
  return future;
}

void Client::markRead(const RoomUri& uri, ChatId upTo) {
  if (Room* target = room(uri)) d_->s.readMarks.mark(*target, upTo);
}

QFuture<Result<QList<Participant>>> Client::fetchParticipants(const RoomUri& uri) {
  auto [future, settle] = makePromise<Result<QList<Participant>>>();
  d_->s.joiner.fetchParticipants(uri, settle);
  return future;
}

QFuture<Result<RoomSearchResult>> Client::searchRooms(const RoomSearchQuery& query) {
  auto [future, settle] = makePromise<Result<RoomSearchResult>>();
  d_->s.search.rooms(query, settle);
  return future;
}

QFuture<Result<RoomSummary>> Client::roomInfo(const RoomUri& uri) {
  auto [future, settle] = makePromise<Result<RoomSummary>>();
  d_->s.search.roomInfo(uri, settle);
  return future;
}

QFuture<Result<QList<CategoryChoice>>> Client::categories() {
  auto [future, settle] = makePromise<Result<QList<CategoryChoice>>>();
  d_->s.categories.fetch(settle);
  return future;
}

QFuture<Result<QList<MessageSearchHits>>> Client::searchMessages(const MessageSearchQuery& query) {
  auto [future, settle] = makePromise<Result<QList<MessageSearchHits>>>();
  d_->s.messageSearch.run(query, settle);
  return future;
}

QFuture<Result<QList<Message>>> Client::historyBefore(const RoomUri& uri, ChatId chatId, int limit) {
  auto [future, settle] = makePromise<Result<QList<Message>>>();
  d_->s.pager.older(uri, chatId, limit, settle);
  return future;
}

QFuture<Result<ChatId>> Client::firstMessageSince(const RoomUri& uri, const Timestamp& time) {
  auto [future, settle] = makePromise<Result<ChatId>>();
  d_->s.pager.firstSince(uri, time, settle);
  return future;
}

QFuture<Result<QList<Message>>> Client::contextOf(const RoomUri& uri, ChatId chatId, int before, int after) {
  auto [future, settle] = makePromise<Result<QList<Message>>>();
  d_->s.pager.context(uri, chatId, before, after, settle);
  return future;
}

}  // namespace Parlour::Core
