// SPDX-License-Identifier: Apache-2.0
#include "app/core/rooms/RoomAdmin.h"

#include <QUrl>
#include <algorithm>

#include "app/core/Words.h"
#include "app/core/rooms/AdminConversions.h"
#include "app/core/rooms/Conversions.h"
#include "protocol/xccos/Permissions.h"

namespace Parlour::Core {

namespace {

constexpr size_t kMostSwitchQuestions = 100;

std::optional<quint32> ownMaskIn(const Xccos::PermissionsReply& reply, const SipUri& me) {
  std::optional<quint32> mask;
  for (const Xccos::UserInfo& user : reply.room.users) {
    if (user.sipUri() == me || !mask) mask = user.mask;
    if (user.sipUri() == me) break;
  }
  return mask;
}

bool isWebAddress(const QByteArray& address) {
  const QUrl url = QUrl::fromEncoded(address, QUrl::StrictMode);
  return url.isValid() && !url.host().isEmpty() &&
         (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http"));
}

}  // namespace

// The two answers that details() asks for at once.
struct RoomAdmin::Reading {
  RoomUri room;
  OnDetails done;
  int open = 2;
  std::optional<Result<Xccos::ChannelInfoReply>> info;
  std::optional<quint32> mask;
};

// The categories whose switches are asked for one by one.
struct RoomAdmin::Switches {
  QList<CategoryChoice> choices;
  int open = 0;
  std::function<void(const Result<QList<CategoryChoice>>&)> done;
};

Error RoomAdmin::explained(Error error) const {
  if (error.code != ErrorCode::NotSupported) return error;
  const QByteArray& page = s_.account.limits.roomManagementUrl;
  error.text =
      isWebAddress(page)
          ? Words::tr("This server does not let clients manage rooms. Manage them at %1.").arg(QString::fromUtf8(page))
          : Words::tr("This server does not let clients manage rooms. Ask your administrator to do it.");
  return error;
}

QFuture<Result<QList<CategoryChoice>>> RoomAdmin::creatableCategories() {
  auto [future, settle] = makePromise<Result<QList<CategoryChoice>>>();
  s_.session.ask<Xccos::CreatableNodesReply>(Xccos::GetCreatableNodes{},
                                             [this, settle = settle](const Result<Xccos::CreatableNodesReply>& reply) {
                                               if (!reply) return settle(explained(reply.error()));
                                               auto switches = std::make_shared<Switches>();
                                               switches->done = settle;
                                               for (const Xccos::NodeInfo& node : reply->nodes) {
                                                 s_.categories.learn(node);
                                                 switches->choices.append(toCategoryChoice(node));
                                               }
                                               askForSwitches(switches);
                                             });
  return future;
}

// The list names only the switch for invitations (xccos 7.13); a server that does not tell more is no failure.
void RoomAdmin::askForSwitches(const std::shared_ptr<Switches>& switches) {
  std::vector<std::pair<qsizetype, CategoryUri>> missing;
  for (qsizetype i = 0; i < switches->choices.size() && missing.size() < kMostSwitchQuestions; ++i) {
    const CategoryChoice& choice = switches->choices[i];
    const auto uri = CategoryUri::parse(choice.uri);
    if (uri && (!choice.files || !choice.history)) missing.emplace_back(i, *uri);
  }
  if (missing.empty()) return switches->done(switches->choices);
  switches->open = static_cast<int>(missing.size());
  for (const auto& [at, uri] : missing) {
    s_.session.ask<Xccos::NodeInfoReply>(Xccos::GetNodeInfo{uri}, [switches, at = at](const auto& reply) {
      CategoryChoice& choice = switches->choices[at];
      if (reply && reply->node.filePost) choice.files = reply->node.filePost;
      if (reply && reply->node.logged) choice.history = reply->node.logged;
      if (--switches->open == 0) switches->done(switches->choices);
    });
  }
}

QFuture<Result<QList<RoomAddIn>>> RoomAdmin::addIns() {
  auto [future, settle] = makePromise<Result<QList<RoomAddIn>>>();
  s_.session.ask<Xccos::AddInsReply>(Xccos::GetAddIns{}, [this, settle = settle](const auto& reply) {
    if (!reply) return settle(explained(reply.error()));
    QList<RoomAddIn> addIns;
    for (const Xccos::AddIn& addIn : reply->addIns) addIns.append({addIn.id, addIn.name, addIn.url});
    settle(addIns);
  });
  return future;
}

QFuture<Result<RoomDetails>> RoomAdmin::details(const RoomUri& room) {
  auto [future, settle] = makePromise<Result<RoomDetails>>();
  readRoom(room, settle);
  return future;
}

void RoomAdmin::readRoom(const RoomUri& room, const OnDetails& done) {
  auto reading = std::make_shared<Reading>();
  reading->room = room;
  reading->done = done;
  s_.categories.prepare();
  s_.session.ask<Xccos::PermissionsReply>(Xccos::GetPermissions{room}, [this, reading](const auto& reply) {
    if (reply) reading->mask = ownMaskIn(*reply, s_.account.me);
    roomRead(reading);
  });
  s_.session.ask<Xccos::ChannelInfoReply>(Xccos::GetChannelInfo{room, {}}, [this, reading](const auto& reply) {
    reading->info = reply;
    roomRead(reading);
  });
}

// Without an answer about the permissions, being shown the lists tells who manages.
void RoomAdmin::roomRead(const std::shared_ptr<Reading>& reading) {
  if (--reading->open > 0) return;
  const Result<Xccos::ChannelInfoReply>& reply = *reading->info;
  if (!reply) return reading->done(explained(reply.error()));
  RoomDetails details;
  details.summary = toSummary(reply->room);
  details.summary.uri = reading->room;
  takeSettings(details, reply->room);
  details.mayManage = reading->mask ? Xccos::Permission::isManager(*reading->mask) : details.listed;
  withLists(details, reading->done);
}

void RoomAdmin::withLists(const RoomDetails& details, const OnDetails& done) {
  s_.categories.want(details.summary.category);
  const auto finish = [this, done](RoomDetails ready) {
    ready.summary = s_.categories.named(ready.summary);
    done(ready);
  };
  if (details.listed || !details.mayManage) return finish(details);
  const Xccos::GetRoles command{details.summary.uri,
                                {Xccos::RoleType::Member, Xccos::RoleType::Manager, Xccos::RoleType::Presenter}};
  s_.session.ask<Xccos::GetRolesReply>(command, [details, finish](const Result<Xccos::GetRolesReply>& reply) {
    RoomDetails filled = details;
    if (reply) takeRoles(filled, reply->roles);
    finish(filled);
  });
}

QFuture<Result<RoomDetails>> RoomAdmin::create(const RoomEdit& room) {
  auto [future, settle] = makePromise<Result<RoomDetails>>();
  const Result<Xccos::ChanInfo> info = toNewRoom(room);
  if (!info) return settledWith<Result<RoomDetails>>(info.error());
  s_.session.ask<Xccos::CreateChannelReply>(Xccos::CreateChannel{*info},
                                            [this, room, settle = settle](const auto& reply) {
                                              if (!reply) return settle(explained(reply.error()));
                                              created(room, reply->room, settle);
                                            });
  return future;
}

// A creator manages what he created (xccos 7.15).
void RoomAdmin::created(const RoomEdit& edit, const Xccos::ChanInfo& room, const OnDetails& done) {
  if (room.uri.isEmpty()) {
    return done(
        Error::make(ErrorCode::NotFound, Words::tr("The server created the room but did not say its address.")));
  }
  RoomDetails details;
  details.summary = s_.categories.named(mergedSummary(withEdit({}, edit), room));
  details.invitationsInherited = edit.invitationsInherited.value_or(true);
  details.mayManage = true;
  takeSettings(details, room);
  if (onCreated) onCreated(details.summary);
  withLists(details, done);
}

QFuture<Result<RoomDetails>> RoomAdmin::modify(const RoomUri& uri, const RoomEdit& edit) {
  auto [future, settle] = makePromise<Result<RoomDetails>>();
  const Result<Xccos::ChanInfo> changes = toChanges(uri, edit);
  if (!changes) return settledWith<Result<RoomDetails>>(changes.error());
  Xccos::ChanInfo nothing;
  nothing.uri = uri;
  nothing.audit = changes->audit;
  if (*changes == nothing) {
    readRoom(uri, settle);
    return future;
  }
  s_.session.ask<Xccos::ModifyChannelReply>(Xccos::ModifyChannel{*changes},
                                            [this, uri, edit, settle = settle](const auto& reply) {
                                              if (!reply) return settle(explained(reply.error()));
                                              modified(uri, edit, reply->room, settle);
                                            });
  return future;
}

// The reply may tell less than the whole room: what was asked for counts as done, what was known stays, and the rest
// is read again. Who took himself out of the managers may not be able to.
void RoomAdmin::modified(const RoomUri& uri, const RoomEdit& edit, const Xccos::ChanInfo& room, const OnDetails& done) {
  Room* known = s_.rooms.find(uri);
  RoomDetails details;
  details.summary = mergedSummary(withEdit(known != nullptr ? known->summary() : RoomSummary(), edit), room);
  details.summary.uri = uri;
  details.summary = s_.categories.named(details.summary);
  details.invitationsInherited = edit.invitationsInherited.value_or(true);
  takeSettings(details, room);
  const bool staysManager = std::none_of(edit.roles.cbegin(), edit.roles.cend(), [](const RoleEdit& role) {
    return role.role == RoomRole::Manager && !role.remove.isEmpty();
  });
  details.mayManage = details.listed && staysManager;
  if (known != nullptr) s_.updates.describe(*known, details.summary);
  if (details.mayManage) return done(details);
  readRoom(uri, [details, done](const Result<RoomDetails>& read) { done(read ? read : details); });
}

QFuture<Status> RoomAdmin::remove(const RoomUri& room) {
  auto [future, settle] = makePromise<Status>();
  s_.session.ask<Xccos::DeleteChannelReply>(Xccos::DeleteChannel{room},
                                            [this, room, settle = settle](const auto& reply) {
                                              if (!reply) return settle(explained(reply.error()));
                                              s_.updates.roomDeleted(room);
                                              settle(success());
                                            });
  return future;
}

QFuture<Result<QList<Principal>>> RoomAdmin::find(const QString& words, RoomRole role, const RoomUri& room, int limit) {
  auto [future, settle] = makePromise<Result<QList<Principal>>>();
  Xccos::SearchUsers command;
  command.filter.criteria = words.simplified();
  if (!room.isEmpty()) command.eligibleFor = Xccos::Eligibility{room, toRoleType(role)};
  search(command, limit, settle);
  return future;
}

// Presenters come from the members, whom a room that does not exist yet has not: who may be a member counts.
QFuture<Result<QList<Principal>>> RoomAdmin::findForCategory(const QString& words, RoomRole role,
                                                             const QByteArray& category, int limit) {
  const auto uri = CategoryUri::parse(category);
  if (!uri) return settledWith<Result<QList<Principal>>>(uri.error());
  auto [future, settle] = makePromise<Result<QList<Principal>>>();
  Xccos::SearchUsers command;
  command.filter.criteria = words.simplified();
  command.eligibleFor = Xccos::Eligibility{*uri, toRoleType(role == RoomRole::Presenter ? RoomRole::Member : role)};
  search(command, limit, settle);
  return future;
}

void RoomAdmin::search(const Xccos::SearchUsers& command, int limit, const OnPrincipals& done) {
  if (command.filter.criteria.isEmpty() || limit <= 0) return done(QList<Principal>());
  Xccos::SearchUsers limited = command;
  limited.filter.maxResults = limit;
  s_.session.ask<Xccos::SearchUsersReply>(limited, [this, limit, done](const auto& reply) {
    if (!reply) return done(explained(reply.error()));
    done(toPrincipals(reply->users).first(std::min<qsizetype>(limit, static_cast<qsizetype>(reply->users.size()))));
  });
}

}  // namespace Parlour::Core
