// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/ChannelService.h"

#include <algorithm>

#include "protocol/support/Log.h"
#include "protocol/xccos/Codec.h"
#include "server-sim/channel/CategoryAdminHandler.h"
#include "server-sim/channel/CategoryQueryHandler.h"
#include "server-sim/channel/FileTokenHandler.h"
#include "server-sim/channel/HistorySearchHandler.h"
#include "server-sim/channel/InfoHandler.h"
#include "server-sim/channel/InvitationHandler.h"
#include "server-sim/channel/JoinHandler.h"
#include "server-sim/channel/JoinRequestHandler.h"
#include "server-sim/channel/PeopleHandler.h"
#include "server-sim/channel/PostHandler.h"
#include "server-sim/channel/PreferenceHandler.h"
#include "server-sim/channel/RoleQueryHandler.h"
#include "server-sim/channel/RoomAdminHandler.h"
#include "server-sim/channel/SearchHandler.h"
#include "server-sim/channel/changes/ChangeAnnouncer.h"
#include "server-sim/log/LogScope.h"

namespace Parlour::Server {
namespace {

constexpr int kRateRetrySeconds = 1;

Xccos::ErrorReport errorReport(Xccos::ErrId id, Xccos::ResponseCode code) {
  return Xccos::ErrorReport{id, std::nullopt, static_cast<int>(code), Xccos::responseInfo(static_cast<int>(code)).text};
}

}  // namespace

class ChannelService::Private {
 public:
  Private(ChannelSettings settings, Snapshot snapshot, Store& store, SessionSink& sink, const Clock& clock)
      : context(std::move(settings), std::move(snapshot), store, sink, clock),
        announcer(context),
        changes(context, announcer),
        joins(context),
        files(context),
        history_(context),
        historySearch_(context),
        search_(context),
        info_(context),
        people_(context),
        roles_(context),
        categories_(context),
        invitations_(context),
        preferences_(context),
        posts_(context),
        roomAdmin_(context, changes),
        categoryAdmin_(context, changes),
        joinRequests_(context, changes) {}

  InfoVerdict handle(Session& session, const Xccos::Envelope& envelope);

  ChannelContext context;
  ChangeAnnouncer announcer;
  ChangeService changes;
  JoinHandler joins;
  FileTokenHandler files;

 private:
  void dispatch(Session& session, const Xccos::Command& command, Xccos::CommandRef ref);
  bool dispatchRooms(Session& session, const Xccos::Command& command, Xccos::CommandRef ref);
  bool dispatchHistory(const Session& session, const Xccos::Command& command, Xccos::CommandRef ref);
  bool dispatchInfo(const Session& session, const Xccos::Command& command, Xccos::CommandRef ref);
  bool dispatchRoomChanges(const Session& session, const Xccos::Command& command, Xccos::CommandRef ref);
  bool dispatchCategoryChanges(const Session& session, const Xccos::Command& command, Xccos::CommandRef ref);
  bool dispatchPeople(const Session& session, const Xccos::Command& command, Xccos::CommandRef ref);
  bool dispatchFiles(const Session& session, const Xccos::Command& command, Xccos::CommandRef ref);

  HistoryHandler history_;
  HistorySearchHandler historySearch_;
  SearchHandler search_;
  InfoHandler info_;
  PeopleHandler people_;
  RoleQueryHandler roles_;
  CategoryQueryHandler categories_;
  InvitationHandler invitations_;
  PreferenceHandler preferences_;
  PostHandler posts_;
  RoomAdminHandler roomAdmin_;
  CategoryAdminHandler categoryAdmin_;
  JoinRequestHandler joinRequests_;
};

InfoVerdict ChannelService::Private::handle(Session& session, const Xccos::Envelope& envelope) {
  if (const auto* chat = envelope.chat()) return posts_.post(session, *chat, envelope.envId);
  const auto* commands = envelope.commands();
  if (!commands) {
    // Replies, notices and errors come from servers only.
    context.reportError(session.id, errorReport(Xccos::ErrId::General, Xccos::ResponseCode::InvalidArgument));
    return {};
  }
  context.counters.commands.add(commands->size());
  for (const auto& command : *commands) {
    const LogScope about("command", command.seqId);
    dispatch(session, command.message, Xccos::CommandRef{envelope.envId, command.seqId});
  }
  return {};
}

void ChannelService::Private::dispatch(Session& session, const Xccos::Command& command, Xccos::CommandRef ref) {
  const bool handled = dispatchRooms(session, command, ref) || dispatchHistory(session, command, ref) ||
                       dispatchInfo(session, command, ref) || dispatchPeople(session, command, ref) ||
                       dispatchRoomChanges(session, command, ref) || dispatchCategoryChanges(session, command, ref) || dispatchFiles(session, command, ref);
  if (handled) return;
  context.reply(session.id, Xccos::failedReply(command, Xccos::replyHeader(ref, Xccos::ResponseCode::NotSupported)));
}

bool ChannelService::Private::dispatchRooms(Session& session, const Xccos::Command& command, Xccos::CommandRef ref) {
  if (const auto* join = std::get_if<Xccos::Join>(&command)) {
    joins.join(session, *join, ref);
  } else if (const auto* batch = std::get_if<Xccos::BatchJoin>(&command)) {
    joins.batchJoin(session, *batch, ref);
  } else if (const auto* part = std::get_if<Xccos::Part>(&command)) {
    joins.part(session, *part, ref);
  } else if (const auto* users = std::get_if<Xccos::GetUsers>(&command)) {
    joins.getUsers(session, *users, ref);
  } else if (const auto* asked = std::get_if<Xccos::AskToJoin>(&command)) {
    joinRequests_.ask(session, *asked, ref);
  } else if (std::holds_alternative<Xccos::GetJoinRequests>(command)) {
    joinRequests_.list(session, ref);
  } else if (const auto* answer = std::get_if<Xccos::AnswerJoinRequest>(&command)) {
    joinRequests_.answer(session, *answer, ref);
  } else {
    return false;
  }
  return true;
}

bool ChannelService::Private::dispatchHistory(const Session& session, const Xccos::Command& command,
                                              Xccos::CommandRef ref) {
  if (const auto* recent = std::get_if<Xccos::BackchatContext>(&command)) {
    history_.recent(session, *recent, ref);
  } else if (const auto* byDate = std::get_if<Xccos::BackchatByDate>(&command)) {
    historySearch_.byDate(session, *byDate, ref);
  } else if (const auto* byMessage = std::get_if<Xccos::BackchatByMessage>(&command)) {
    historySearch_.byMessage(session, *byMessage, ref);
  } else if (const auto* query = std::get_if<Xccos::BackchatQueryCommand>(&command)) {
    historySearch_.query(session, *query, ref);
  } else {
    return false;
  }
  return true;
}

bool ChannelService::Private::dispatchInfo(const Session& session, const Xccos::Command& command,
                                           Xccos::CommandRef ref) {
  if (std::holds_alternative<Xccos::RequestUri>(command)) {
    info_.requestUri(session, ref);
  } else if (const auto* server = std::get_if<Xccos::GetServerInfo>(&command)) {
    info_.serverInfo(session, *server, ref);
  } else if (const auto* associations = std::get_if<Xccos::GetAssociations>(&command)) {
    search_.associations(session, *associations, ref);
  } else if (const auto* rooms = std::get_if<Xccos::ChannelSearch>(&command)) {
    search_.search(session, *rooms, ref);
  } else if (const auto* channel = std::get_if<Xccos::GetChannelInfo>(&command)) {
    info_.channelInfo(session, *channel, ref);
  } else if (const auto* invited = std::get_if<Xccos::GetInvitations>(&command)) {
    invitations_.list(session, *invited, ref);
  } else if (const auto* get = std::get_if<Xccos::GetPreference>(&command)) {
    preferences_.get(session, *get, ref);
  } else if (const auto* set = std::get_if<Xccos::SetPreference>(&command)) {
    preferences_.set(session, *set, ref);
  } else if (std::holds_alternative<Xccos::GetCreatableNodes>(command)) {
    info_.creatableNodes(session, ref);
  } else if (std::holds_alternative<Xccos::GetAddIns>(command)) {
    info_.addIns(session, ref);
  } else {
    return false;
  }
  return true;
}

bool ChannelService::Private::dispatchRoomChanges(const Session& session, const Xccos::Command& command,
                                                  Xccos::CommandRef ref) {
  if (const auto* created = std::get_if<Xccos::CreateChannel>(&command)) {
    roomAdmin_.create(session, *created, ref);
  } else if (const auto* modified = std::get_if<Xccos::ModifyChannel>(&command)) {
    roomAdmin_.modify(session, *modified, ref);
  } else if (const auto* removed = std::get_if<Xccos::DeleteChannel>(&command)) {
    roomAdmin_.remove(session, *removed, ref);
  } else if (const auto* messages = std::get_if<Xccos::DeleteMessages>(&command)) {
    roomAdmin_.deleteMessages(session, *messages, ref);
  } else if (const auto* roles = std::get_if<Xccos::SetRoles>(&command);
             roles && std::holds_alternative<RoomUri>(roles->node)) {
    roomAdmin_.setRoles(session, *roles, ref);
  } else {
    return false;
  }
  return true;
}

bool ChannelService::Private::dispatchCategoryChanges(const Session& session, const Xccos::Command& command,
                                                      Xccos::CommandRef ref) {
  if (const auto* created = std::get_if<Xccos::CreateNode>(&command)) {
    categoryAdmin_.create(session, *created, ref);
  } else if (const auto* modified = std::get_if<Xccos::ModifyNode>(&command)) {
    categoryAdmin_.modify(session, *modified, ref);
  } else if (const auto* removed = std::get_if<Xccos::DeleteNode>(&command)) {
    categoryAdmin_.remove(session, *removed, ref);
  } else if (const auto* roles = std::get_if<Xccos::SetRoles>(&command)) {
    categoryAdmin_.setRoles(session, *roles, ref);
  } else {
    return false;
  }
  return true;
}

bool ChannelService::Private::dispatchPeople(const Session& session, const Xccos::Command& command,
                                             Xccos::CommandRef ref) {
  if (const auto* search = std::get_if<Xccos::SearchUsers>(&command)) {
    people_.search(session, *search, ref);
  } else if (const auto* user = std::get_if<Xccos::GetUserInfo>(&command)) {
    people_.userInfo(session, *user, ref);
  } else if (const auto* roles = std::get_if<Xccos::GetRoles>(&command)) {
    roles_.roles(session, *roles, ref);
  } else if (const auto* own = std::get_if<Xccos::GetPermissions>(&command)) {
    roles_.permissions(session, *own, ref);
  } else if (const auto* nodes = std::get_if<Xccos::SearchNodes>(&command)) {
    categories_.search(session, *nodes, ref);
  } else if (const auto* node = std::get_if<Xccos::GetNodeInfo>(&command)) {
    categories_.info(session, *node, ref);
  } else {
    return false;
  }
  return true;
}

bool ChannelService::Private::dispatchFiles(const Session& session, const Xccos::Command& command,
                                            Xccos::CommandRef ref) {
  if (!files.isSupported()) return false;
  if (const auto* upload = std::get_if<Xccos::GetUploadToken>(&command)) {
    files.token(session, upload->file, FileDirection::Upload, ref);
  } else if (const auto* download = std::get_if<Xccos::GetDownloadToken>(&command)) {
    files.token(session, download->file, FileDirection::Download, ref);
  } else {
    return false;
  }
  return true;
}

ChannelService::ChannelService(ChannelSettings settings, Snapshot snapshot, Store& store, SessionSink& sink,
                               const Clock& clock)
    : d_(std::make_unique<Private>(std::move(settings), std::move(snapshot), store, sink, clock)) {}

ChannelService::~ChannelService() = default;

Status ChannelService::mayOpen(const SipUri& user) const {
  const Principal* principal = d_->context.state.directory().find(user.bytes());
  if (!principal || !principal->isUser() || !principal->enabled || !principal->chatEnabled) {
    return Error::make(ErrorCode::PermissionDenied, QStringLiteral("This user may not use the chat rooms."));
  }
  if (!d_->context.state.isActiveServer(d_->context.settings.serverName)) {
    return Error::make(ErrorCode::Busy, QStringLiteral("This server stands by and takes no new sessions."));
  }
  if (d_->context.sessions.countOf(principal->id) >= d_->context.settings.sessionsPerUser) {
    return Error::make(ErrorCode::LimitExceeded, QStringLiteral("This user has too many chat sessions open."));
  }
  return success();
}

SessionId ChannelService::open(const SipUri& user, const QByteArray& epid) {
  if (!mayOpen(user)) return 0;
  ChannelContext& context = d_->context;
  const TokenBucket bucket(context.settings.commandsPerSecond, context.settings.commandBurst,
                           context.clock.monotonicMs());
  return context.sessions.open(context.state.directory().find(user.bytes())->id, user, epid, bucket).id;
}

void ChannelService::close(SessionId session) {
  Session* found = d_->context.sessions.find(session);
  if (!found) return;
  d_->joins.leaveAll(*found);
  d_->context.sessions.erase(session);
}

void ChannelService::tick() {
  d_->joins.tick();
  d_->context.recorder.tick();
}

InfoVerdict ChannelService::receive(SessionId session, const QByteArray& body) {
  Session* found = d_->context.sessions.find(session);
  if (!found) return InfoVerdict{481, {}, -1};
  if (!found->bucket.take(d_->context.clock.monotonicMs())) {
    d_->context.counters.shedByRate.add();
    return InfoVerdict{503, {}, kRateRetrySeconds};
  }
  const auto envelope = Xccos::parse(body);
  if (!envelope) {
    qCDebug(lcServer) << "unreadable envelope in session" << session << envelope.error().detail;
    d_->context.counters.unreadable.add();
    const bool tooLarge = envelope.error().code == ErrorCode::LimitExceeded;
    d_->context.reportError(session, errorReport(Xccos::ErrId::Parse, tooLarge ? Xccos::ResponseCode::LimitExceeded
                                                                               : Xccos::ResponseCode::InvalidArgument));
    return {};
  }
  return d_->handle(*found, *envelope);
}

const ChannelState& ChannelService::state() const { return d_->context.state; }

size_t ChannelService::sessionCount() const { return d_->context.sessions.size(); }

std::vector<OpenSession> ChannelService::sessions() const {
  std::vector<OpenSession> open;
  for (const auto& [id, session] : d_->context.sessions.all()) {
    OpenSession one{id, session.uri, session.epid, {}, d_->context.factsOf(id)};
    for (const auto& [room, newest] : session.joins) one.rooms.push_back(room);
    open.push_back(std::move(one));
  }
  std::sort(open.begin(), open.end(), [](const OpenSession& a, const OpenSession& b) { return a.id < b.id; });
  return open;
}

void ChannelService::setFileTokens(FileTokens* tokens) { d_->files.setTokens(tokens); }

bool ChannelService::movesFiles() const { return d_->files.isSupported(); }

ChangeService& ChannelService::changes() { return d_->changes; }
ChatRecorder& ChannelService::recorder() { return d_->context.recorder; }
const ChatRecorder& ChannelService::recorder() const { return d_->context.recorder; }

std::vector<PrincipalId> ChannelService::present(RoomId room) const {
  std::vector<PrincipalId> users;
  for (const auto& [user, participant] : d_->context.participants.users(room)) users.push_back(user);
  return users;
}

const ChannelCounters& ChannelService::counters() const { return d_->context.counters; }

qint64 ChannelService::takeWaitingPeak() { return d_->context.counters.waitingPeak.take(); }

size_t ChannelService::roomsInUse() const { return d_->context.participants.roomCount(); }

size_t ChannelService::suppressedRooms() const { return d_->context.participants.suppressedCount(); }

std::vector<RoomRate> ChannelService::busiestRooms(size_t limit) const {
  return d_->context.activity.busiest(limit, d_->context.clock.monotonicUs());
}

}  // namespace Parlour::Server
