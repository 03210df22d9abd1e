// SPDX-License-Identifier: Apache-2.0
#include "tests/server-sim/channel/support/RandomTown.h"

#include "server-sim/channel/changes/CategoryPlans.h"
#include "server-sim/channel/changes/PolicyPlans.h"
#include "server-sim/channel/changes/PrincipalPlans.h"
#include "tests/server-sim/channel/support/Harbour.h"

namespace Parlour::Server::Testing {
namespace {

constexpr int kExtras = 6;
const QString kChatOn = QStringLiteral("Chat rooms on");

using Roles = std::vector<Xccos::RoleType>;
const Roles kRoomRoles = {Xccos::RoleType::Member, Xccos::RoleType::Member, Xccos::RoleType::Manager,
                          Xccos::RoleType::Presenter};
const Roles kCategoryRoles = {Xccos::RoleType::Allowed, Xccos::RoleType::Denied, Xccos::RoleType::Creator};

ChannelSettings townSettings() {
  ChannelSettings settings = Harbour::defaults();
  settings.commandsPerSecond = 0;
  settings.administrators = {principalAddress("dot")};
  settings.participantUpdateLimit = 5;
  return settings;
}

}  // namespace

// Marks in place of all names, so that the watch recognises them.
Snapshot RandomTown::snapshot() {
  Snapshot snapshot = harbourSnapshot(kExtras);
  int last = 0;
  const auto next = [&last] { return QStringLiteral("Z%1q").arg(++last); };
  for (Room& room : snapshot.rooms) {
    room.name = next();
    room.description = next();
    room.topic = next();
    room.uri = Harbour::room("k" + QByteArray::number(last) + "q");
  }
  snapshot.policies = {{QStringLiteral("Global"), PolicyScope::Global, false}, {kChatOn, PolicyScope::User, true}};
  for (const Principal& principal : snapshot.principals) {
    if (principal.isUser() && principal.chatEnabled) snapshot.grants.push_back({principal.id, kChatOn});
  }
  return snapshot;
}

RandomTown::RandomTown(quint32 seed)
    : watch(Dot),
      store(clock, snapshot()),
      service(townSettings(), snapshot(), store, watch, clock),
      random_(seed),
      lastMark_(1'000) {
  watch.watch(service);
  watch.markRooms();
}

SessionId RandomTown::anySession() {
  const auto everybody = service.state().directory().all();
  const Principal& who = *oneOf(everybody);
  if (!who.isUser()) return 0;
  auto& own = sessions_[who.id];
  std::erase_if(own, [this](SessionId session) { return !watch.hasSession(session); });
  if (own.empty() || (own.size() < 3 && chance(5))) {
    const SessionId session = service.open(SipUri::fromTrusted(who.uri), "e" + QByteArray::number(below(1'000'000)));
    if (session == 0) return 0;
    watch.opened(session, who.id);
    users_[session] = who.id;
    own.push_back(session);
  }
  const SessionId session = oneOf(own);
  if (!chance(2)) return session;
  service.close(session);
  watch.closed(session);
  return 0;
}

void RandomTown::say(SessionId session, const Xccos::Command& command, RoomId about) {
  const QByteArray body = Xccos::serialize(Xccos::Envelope::ofCommand(++lastEnvId_, command));
  watch.said(session, body);
  if (about != 0) watch.asked(session, lastEnvId_, about);
  service.receive(session, body);
}

const Room& RandomTown::anyRoom() { return oneOf(service.state().rooms().byName())->room; }

const Room& RandomTown::roomToManage(SessionId session) {
  for (int tries = chance(70) ? 40 : 0; tries > 0; --tries) {
    const Room& room = anyRoom();
    if (AccessPolicy::isManager(service.state().standing(users_[session], room))) return room;
  }
  return anyRoom();
}

const Category& RandomTown::anyCategory() { return oneOf(service.state().categories()); }

QByteArray RandomTown::anyAddress() {
  const auto everybody = service.state().directory().all();
  return chance(2) ? QByteArray("sip:zoe@orchard.example") : oneOf(everybody)->uri;
}

Xccos::RoleList RandomTown::anyList(const Roles& types) {
  Xccos::RoleList list;
  list.type = oneOf(types);
  list.op = oneOf(std::vector<Xccos::RoleOp>{Xccos::RoleOp::Set, Xccos::RoleOp::Add, Xccos::RoleOp::Remove});
  for (int i = below(4); i >= 0; --i) {
    Xccos::UserInfo user;
    user.uri = anyAddress();
    list.users.push_back(user);
  }
  return list;
}

Xccos::ChanInfo RandomTown::anyChange() {
  using Xccos::Visibility;
  Xccos::ChanInfo change;
  if (chance(20)) change.name = mark();
  if (chance(5)) change.name = anyRoom().name;
  if (chance(20)) change.topic = mark();
  if (chance(10)) change.description = mark();
  if (chance(25)) change.visibility = oneOf(std::vector{Visibility::Open, Visibility::Scoped, Visibility::Private});
  if (chance(20)) change.behavior = chance(50) ? Xccos::Behavior::Auditorium : Xccos::Behavior::Normal;
  if (chance(15)) change.disabled = chance(30);
  if (chance(15)) change.parent = anyCategory().uri;
  if (chance(10)) change.invite = chance(50) ? Xccos::InviteSetting::On : Xccos::InviteSetting::Inherit;
  while (chance(40)) change.roles.push_back(anyList(kRoomRoles));
  return change;
}

// To be asked, or one that is open to be answered.
Xccos::JoinRequest RandomTown::requestTo(const Room& room) {
  using State = Xccos::JoinRequestState;
  Xccos::JoinRequest request;
  request.room = room.uri;
  request.words = mark();
  request.state = oneOf(std::vector<State>{State::Granted, State::Declined, State::Withdrawn});
  const auto waiting = service.state().joinRequests().ofRoom(room.id);
  const Principal* asker = waiting.empty() ? nullptr : service.state().directory().find(oneOf(waiting).user);
  request.user = SipUri::fromTrusted(asker ? asker->uri : "sip:zoe@orchard.example");
  return request;
}

void RandomTown::talk(SessionId session) {
  const Room& room = anyRoom();
  if (chance(40)) return say(session, Xccos::Join{{0, room.uri}}, room.id);
  if (chance(10)) return say(session, Xccos::Part{room.uri}, room.id);
  if (chance(20)) return say(session, Xccos::AskToJoin{requestTo(room)}, room.id);
  Xccos::ChatMessage message;
  message.chanUri = room.uri;
  message.author = Harbour::address("mallory");
  message.ts = clock.now();
  message.chat = mark().toUtf8();
  watch.markMessage(message.chat, room.id);
  const QByteArray body = Xccos::serialize(Xccos::Envelope::ofChat(++lastEnvId_, message));
  watch.said(session, body);
  watch.asked(session, lastEnvId_, room.id);
  service.receive(session, body);
}

void RandomTown::look(SessionId session) {
  const Room& room = anyRoom();
  switch (below(10)) {
    case 8:
      return say(session, Xccos::GetJoinRequests{});
    case 0: {
      Xccos::QueryFilter filter;
      filter.extended = true;
      if (chance(50)) filter.member = anyAddress();
      if (chance(30)) filter.type = Xccos::QueryType::ByUser;
      return say(session, Xccos::ChannelSearch{filter});
    }
    case 1:
      return say(session, Xccos::GetChannelInfo{room.uri, {}}, room.id);
    case 2:
      return say(session, Xccos::GetChannelInfo{{}, room.name}, room.id);
    case 3:
      return say(session, Xccos::BackchatContext{room.uri, 5}, room.id);
    case 4: {
      Xccos::BackchatQuery query;
      query.text = Xccos::TextFilter{QStringLiteral("Z"), {}, {}};
      query.date = Xccos::DateWindow{};
      return say(session, Xccos::BackchatQueryCommand{{room.uri, anyRoom().uri, anyRoom().uri}, query});
    }
    case 5:
      return say(
          session,
          Xccos::GetAssociations{
              "orchard.example", chance(50) ? Xccos::AssociationType::Member : Xccos::AssociationType::Manager, {}});
    case 6:
      return say(session, Xccos::GetInvitations{0, "orchard.example"});
    case 7:
      return say(session, Xccos::GetRoles{room.uri, {Xccos::RoleType::Manager}}, room.id);
    default:
      return say(session, Xccos::GetUsers{room.uri}, room.id);
  }
}

void RandomTown::manage(SessionId session) {
  const Room& room = roomToManage(session);
  if (chance(25)) {
    Xccos::ChanInfo made = anyChange();
    made.name = mark();
    made.parent = anyCategory().uri;
    return say(session, Xccos::CreateChannel{made});
  }
  if (chance(10)) return say(session, Xccos::DeleteChannel{room.uri}, room.id);
  if (chance(10)) {
    const Xccos::DeletedMessages removal{room.uri, {room.lastChatId}, mark()};
    return say(session, Xccos::DeleteMessages{removal}, room.id);
  }
  if (chance(15)) return say(session, Xccos::AnswerJoinRequest{requestTo(room)}, room.id);
  if (chance(40)) return say(session, Xccos::SetRoles{room.uri, {anyList(kRoomRoles)}}, room.id);
  Xccos::ChanInfo change = anyChange();
  change.uri = room.uri;
  if (chance(50)) change.audit = Xccos::Audit{{}, {}, {}, chance(90) ? room.audit.updatedOn : clock.now()};
  say(session, Xccos::ModifyChannel{change}, room.id);
}

void RandomTown::administerByWire(SessionId session) {
  Xccos::NodeInfo node;
  if (chance(30)) node.invite = chance(50) ? Xccos::InviteSetting::On : Xccos::InviteSetting::Off;
  if (chance(20)) node.logged = chance(80);
  if (chance(10)) {
    node.name = QStringLiteral("Category %1").arg(++lastMark_);
    node.roles.push_back(anyList({Xccos::RoleType::Allowed}));
    return say(session, Xccos::CreateNode{node});
  }
  if (chance(10)) return say(session, Xccos::DeleteNode{anyCategory().uri});
  if (chance(50)) node.roles.push_back(anyList(kCategoryRoles));
  node.uri = anyCategory().uri;
  say(session, Xccos::ModifyNode{node});
}

void RandomTown::administer() {
  const Timestamp now = clock.now();
  const QByteArray address = anyAddress();
  Wish wish;
  if (chance(40)) {
    UserEdit edit;
    edit.uri = address;
    edit.enabled = chance(75);
    wish = [=](const ChannelState& state) { return modifyUser(state, localAdministrator(), edit, now); };
  } else if (chance(60)) {
    GroupEdit edit;
    edit.uri = principalAddress(oneOf(std::vector<QByteArray>{"crew", "afloat", "everyone"}));
    edit.op = chance(60) ? Xccos::RoleOp::Add : Xccos::RoleOp::Remove;
    edit.members = std::vector<QByteArray>{address};
    wish = [=](const ChannelState& state) { return modifyGroup(state, localAdministrator(), edit, now); };
  } else if (chance(90)) {
    const QString policy = chance(75) ? kChatOn : QString();
    wish = [=](const ChannelState& state) { return grantPolicy(state, localAdministrator(), address, policy, now); };
  } else {
    const UserDraft draft{"sip:" + mark().toUtf8() + "@orchard.example", QStringLiteral("Newcomer"), {}, {}};
    wish = [=](const ChannelState& state) { return createUser(state, localAdministrator(), draft, now); };
  }
  submit(wish);
}

void RandomTown::submit(const Wish& wish) {
  service.changes().submit(wish, [this](const Outcome& outcome) {
    if (outcome.refusal) ++refusals;
  });
}

void RandomTown::repair() {
  const Timestamp now = clock.now();
  const Actor admin = localAdministrator();
  for (const Principal* principal : service.state().directory().all()) {
    if (!principal->isUser()) continue;
    UserEdit edit;
    edit.uri = principal->uri;
    edit.enabled = true;
    submit([=](const ChannelState& state) { return modifyUser(state, admin, edit, now); });
    submit([=](const ChannelState& state) { return grantPolicy(state, admin, edit.uri, kChatOn, now); });
    GroupEdit group;
    group.uri = principalAddress(chance(50) ? "crew" : "everyone");
    group.members = std::vector<QByteArray>{edit.uri};
    submit([=](const ChannelState& state) { return modifyGroup(state, admin, group, now); });
  }
  CategoryDraft category;
  category.name = QStringLiteral("Category %1").arg(++lastMark_);
  category.allowed = addresses({"everyone", "crew"});
  category.creators = category.allowed;
  submit([=](const ChannelState& state) { return createCategory(state, admin, category, now); });
  store.run();
  for (int i = 0; i < 6; ++i) {
    RoomDraft room;
    room.name = mark();
    room.category = service.state().categoryNamed(category.name)->uri;
    room.privacy = oneOf(std::vector<Privacy>{Privacy::Secret, Privacy::Closed, Privacy::Open});
    const std::vector<QByteArray> few = {anyAddress(), principalAddress("ada"), principalAddress("crew")};
    if (room.privacy != Privacy::Open) room.roles.push_back({Role::Member, Xccos::RoleOp::Set, few});
    room.roles.push_back({Role::Manager, Xccos::RoleOp::Set, {principalAddress("bo"), anyAddress()}});
    submit([=](const ChannelState& state) { return createRoom(state, admin, room, now); });
  }
}

void RandomTown::step() {
  clock.advanceMs(below(3));
  watch.markRooms();
  if (chance(4)) administer();
  if (const SessionId session = anySession(); session != 0) {
    const int what = below(100);
    if (what < 45) {
      talk(session);
    } else if (what < 75) {
      look(session);
    } else if (what < 97) {
      manage(session);
    } else {
      administerByWire(session);
    }
  }
  if (chance(30)) store.commit();
  if (chance(30)) store.answer();
}

QString RandomTown::settle() {
  store.run();
  while (service.changes().waiting() > 0) store.run();
  const auto loaded = store.load();
  const QString difference = differenceOf(service.state(), *loaded);
  if (!difference.isEmpty()) return difference;
  const NaiveRules rules(service.state(), Dot);
  for (const IndexedRoom* indexed : service.state().rooms().byName()) {
    for (const PrincipalId user : service.present(indexed->room.id)) {
      if (!rules.reads(user, indexed->room)) return QStringLiteral("somebody is in %1").arg(indexed->room.name);
    }
  }
  return {};
}

}  // namespace Parlour::Server::Testing
