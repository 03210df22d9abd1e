// SPDX-License-Identifier: Apache-2.0
#include "server-sim/StatusSources.h"

#include <QFileInfo>
#include <QStorageInfo>

#include "protocol/sip/sofia/SofiaTransport.h"
#include "server-sim/ChangeNews.h"
#include "server-sim/channel/ChannelCounters.h"
#include "server-sim/channel/ChannelState.h"
#include "server-sim/channel/RoomActivity.h"
#include "server-sim/channel/TypeWords.h"
#include "server-sim/channel/changes/ChangeService.h"
#include "server-sim/compliance/ComplianceService.h"
#include "server-sim/files/FileService.h"
#include "server-sim/frontend/FrontEnd.h"
#include "server-sim/store/SqliteStore.h"

namespace Parlour::Server {
namespace {

constexpr size_t kBusiestRooms = 7;

void addChatLoad(LoadSample& sample, ChannelService& service, const Store& store, const ChannelSettings& settings) {
  const ChannelCounters& counters = service.counters();
  sample.sessions += service.sessionCount();
  sample.roomsInUse += service.roomsInUse();
  sample.messages += counters.postsSent.value();
  sample.waiting += store.waitingPosts();
  sample.waitingPeak += static_cast<quint64>(service.takeWaitingPeak());
  sample.waitingLimit += settings.waitingPostsLimit;
  sample.answered += counters.postsSent.value() + counters.postsRepeated.value() + counters.postsFailed.value();
  sample.shed += counters.shedPosts.value() + counters.shedByRate.value();
}

void addChatMetrics(MetricSet& set, const ChannelService& service, const Store& store,
                    const ChannelSettings& settings) {
  collect(service.counters(), set);
  set.gauge("parlour_sessions", "Open chat sessions.", static_cast<double>(service.sessionCount()));
  set.gauge("parlour_rooms_in_use", "Rooms with somebody in them.", static_cast<double>(service.roomsInUse()));
  set.gauge("parlour_rooms_suppressed", "Rooms too full for notices of who comes and goes.",
            static_cast<double>(service.suppressedRooms()));
  set.gauge("parlour_posts_waiting", "Posts that wait for the disk.", static_cast<double>(store.waitingPosts()));
  set.gauge("parlour_posts_waiting_limit", "Posts that may wait before more are shed.",
            static_cast<double>(settings.waitingPostsLimit));
}

BusyRoom busyRoom(const ChannelService& service, const Room& room, const RoomRate& rate) {
  BusyRoom line;
  line.name = room.name;
  line.key = QString::fromUtf8(room.uri.key());
  line.privacy = TypeWords::word(room.privacy);
  line.type = TypeWords::word(room.type);
  line.here = service.present(room.id).size();
  line.posts = rate.posts;
  line.deliveries = rate.deliveries;
  line.p95Us = rate.p95Us;
  return line;
}

double plain(quint64 value) { return static_cast<double>(value); }

qint64 sizeOf(const QString& dataDirectory, const char* file) {
  return QFileInfo(dataDirectory + QLatin1Char('/') + QLatin1String(file)).size();
}

void addStoreMetrics(MetricSet& set, const SqliteStore& store, const QString& dataDirectory) {
  const StoreHealth health = store.health();
  const StoreCounters& counters = store.counters();
  constexpr char bytes[] = "parlour_store_bytes";
  constexpr char bytesHelp[] = "Size of the files of the database.";
  constexpr char reads[] = "parlour_store_read_seconds";
  constexpr char readsHelp[] = "How long readings of the database took.";
  set.gauge("parlour_store_writable", "Whether messages can be stored.", health.writable);
  set.counter("parlour_store_failures", "Writes that failed.", plain(health.failures));
  set.histogram("parlour_store_commit_seconds", "How long transactions took until they were on disk.",
                counters.commitUs.counts());
  set.histogram("parlour_store_commit_posts", "Posts that were stored by one transaction.",
                counters.postsPerCommit.counts());
  set.histogram(reads, readsHelp, counters.pageUs.counts(), {{"kind", "page"}});
  set.histogram(reads, readsHelp, counters.searchUs.counts(), {{"kind", "search"}});
  set.gauge(bytes, bytesHelp, static_cast<double>(sizeOf(dataDirectory, "chat.db")), {{"file", "database"}});
  set.gauge(bytes, bytesHelp, static_cast<double>(sizeOf(dataDirectory, "chat.db-wal")), {{"file", "log"}});
}

}  // namespace

void watchChat(StatusBoard& board, ChannelService& service, const Store& store, const ChannelSettings& settings) {
  board.add(StatusSource{
      [&service, &store, settings](MetricSet& set) { addChatMetrics(set, service, store, settings); },
      [&service, &store, settings](LoadSample& sample) { addChatLoad(sample, service, store, settings); }});
  service.changes().setObserver([&board](const ChangeSet& set) {
    for (const QString& news : changeNews(set)) {
      board.events().add(Severity::Notice, news, EventTopic::Administration);
    }
  });
}

void watchFrontEnd(StatusBoard& board, FrontEnd& frontEnd, const FrontEndSettings& settings) {
  const auto metrics = [&frontEnd](MetricSet& set) {
    const ChatDialogCounters& counters = frontEnd.dialogs().traffic();
    set.counter("parlour_infos_sent", "Messages sent to clients.", plain(counters.infosSent.value()));
    set.counter("parlour_infos_answered", "Messages that clients took.", plain(counters.infosAnswered.value()));
    set.counter("parlour_infos_failed", "Messages that clients refused or never answered.",
                plain(counters.infosFailed.value()));
    set.gauge("parlour_infos_unanswered", "Messages that clients have not answered yet.",
              plain(frontEnd.dialogs().backlog().all));
    collect(frontEnd.counters(), set);
    set.gauge("parlour_registrations", "Clients that are registered.", plain(frontEnd.endpointCount()));
  };
  const auto load = [&frontEnd, limit = settings.maxUnansweredInfos](LoadSample& sample) {
    sample.sendQueue += frontEnd.dialogs().backlog().most;
    sample.sendQueueLimit += static_cast<quint64>(limit);
    sample.shed += frontEnd.counters().shed();
    sample.signIns += frontEnd.counters().signIns.value();
  };
  board.add(StatusSource{metrics, load});
  frontEnd.setEvents(&board.events());
}

void watchStore(StatusBoard& board, SqliteStore& store, const QString& dataDirectory) {
  board.add(HealthCheck{"store", [&store] {
                          return store.health().writable ? QString() : QStringLiteral("Messages cannot be stored.");
                        }});
  board.add(StatusSource{[&store, dataDirectory](MetricSet& set) { addStoreMetrics(set, store, dataDirectory); }, {}});
  store.setHealthListener([&board](const StoreHealth& health) {
    if (health.writable) {
      board.events().add(Severity::Good, QStringLiteral("Messages are stored again"), EventTopic::Storage);
    } else {
      board.events().add(Severity::Failure, QStringLiteral("Storing failed: %1").arg(health.reason),
                         EventTopic::Storage);
    }
  });
}

void watchFiles(StatusBoard& board, FileService& files) {
  board.add(StatusSource{[&files](MetricSet& set) { collect(files.counters(), set); }, {}});
}

void watchCompliance(StatusBoard& board, ComplianceService& compliance) {
  board.add(HealthCheck{"compliance", [&compliance] { return compliance.trouble(); }});
  const auto metrics = [&compliance](MetricSet& set) { compliance.addMetrics(set); };
  const auto news = [&board, &compliance, told = QString()](LoadSample&) mutable {
    const QString trouble = compliance.trouble();
    if (trouble == told) return;
    told = trouble;
    const bool well = trouble.isEmpty();
    board.events().add(well ? Severity::Good : Severity::Failure,
                       well ? QStringLiteral("Compliance works again") : trouble, EventTopic::Storage);
  };
  board.add(StatusSource{metrics, news});
}

void watchTransport(StatusBoard& board, const Sip::SofiaTransport& transport) {
  const auto metrics = [&transport](MetricSet& set) {
    const Sip::TransportCounters counters = transport.counters();
    constexpr char refused[] = "parlour_connections_refused";
    constexpr char refusedHelp[] = "Connections that were not let in, by reason.";
    constexpr char cut[] = "parlour_connections_cut";
    constexpr char cutHelp[] = "Connections that were ended by a limit, by reason.";
    set.gauge("parlour_connections", "Connections that made a request.", plain(transport.connectionCount()));
    set.counter("parlour_connections_accepted", "Connections accepted.", plain(counters.accepted));
    set.counter(refused, refusedHelp, plain(counters.refusedFull), {{"reason", "full"}});
    set.counter(refused, refusedHelp, plain(counters.refusedOfAddress), {{"reason", "address"}});
    set.counter(refused, refusedHelp, plain(counters.withoutDescriptor), {{"reason", "files"}});
    set.counter(cut, cutHelp, plain(counters.cutSilent), {{"reason", "silent"}});
    set.counter(cut, cutHelp, plain(counters.cutPartial), {{"reason", "partial"}});
    set.counter(cut, cutHelp, plain(counters.cutNotSip), {{"reason", "not-sip"}});
    set.counter(cut, cutHelp, plain(counters.cutSlow), {{"reason", "slow"}});
    set.counter("parlour_requests_shed", "Requests answered 503, by their kind.", plain(counters.unansweredFull),
                {{"class", "unanswered"}});
    set.counter("parlour_writes", "Writes to connections, of one message or several at once.", plain(counters.writes));
    set.counter("parlour_send_failures", "Messages that found the queue full or the connection gone.",
                plain(counters.sendFailed));
  };
  const auto load = [&transport](LoadSample& sample) { sample.shed += transport.counters().unansweredFull; };
  board.add(StatusSource{metrics, load});
}

StatusDetails statusDetails(const ChannelService& service, const QString& dataDirectory) {
  StatusDetails details;
  const auto& rooms = service.state().rooms();
  for (const IndexedRoom* indexed : rooms.byName()) details.activeRooms += indexed->room.disabled ? 0 : 1;
  details.databaseBytes = sizeOf(dataDirectory, "chat.db") + sizeOf(dataDirectory, "chat.db-wal");
  details.diskFreeBytes = QStorageInfo(dataDirectory).bytesAvailable();
  for (const RoomRate& rate : service.busiestRooms(kBusiestRooms)) {
    if (const Room* room = rooms.find(rate.room)) details.rooms.push_back(busyRoom(service, *room, rate));
  }
  return details;
}

}  // namespace Parlour::Server
