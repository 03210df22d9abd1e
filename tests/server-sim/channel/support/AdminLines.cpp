// SPDX-License-Identifier: Apache-2.0
#include "tests/server-sim/channel/support/AdminLines.h"

namespace Parlour::Server::Testing {
namespace {

QString spaced(QByteArray text) { return QString::fromUtf8(text.replace('_', ' ')); }

std::optional<Xccos::RoleType> roleNamed(const QByteArray& word) {
  static const std::map<QByteArray, Xccos::RoleType> roles = {
      {"member", Xccos::RoleType::Member},   {"manager", Xccos::RoleType::Manager},
      {"creator", Xccos::RoleType::Creator}, {"presenter", Xccos::RoleType::Presenter},
      {"allowed", Xccos::RoleType::Allowed}, {"denied", Xccos::RoleType::Denied}};
  const auto found = roles.find(word);
  return found == roles.end() ? std::nullopt : std::optional<Xccos::RoleType>(found->second);
}

// "+member=ada,bo", "-manager=bo", "presenter=cy"
std::optional<Xccos::RoleList> roleWord(const QByteArray& word) {
  const qsizetype equals = word.indexOf('=');
  const bool signedWord = word.startsWith('+') || word.startsWith('-');
  const auto type = roleNamed(word.mid(signedWord ? 1 : 0, equals - (signedWord ? 1 : 0)));
  if (!type) return std::nullopt;
  Xccos::RoleList list;
  list.type = *type;
  list.op = word.startsWith('+')   ? Xccos::RoleOp::Add
            : word.startsWith('-') ? Xccos::RoleOp::Remove
                                   : Xccos::RoleOp::Set;
  for (const QByteArray& name : word.mid(equals + 1).split(',')) {
    if (name.isEmpty()) continue;
    Xccos::UserInfo user;
    user.uri = principalAddress(name);
    list.users.push_back(user);
  }
  return list;
}

Xccos::InviteSetting inviteWord(const QByteArray& value) {
  if (value == "on") return Xccos::InviteSetting::On;
  return value == "off" ? Xccos::InviteSetting::Off : Xccos::InviteSetting::Inherit;
}

void setRoomWord(Xccos::ChanInfo& room, const QByteArray& word) {
  if (auto list = roleWord(word)) return room.roles.push_back(*list);
  const QByteArray key = word.left(word.indexOf('='));
  const QByteArray value = word.mid(word.indexOf('=') + 1);
  if (key == "name") room.name = spaced(value);
  if (key == "description") room.description = spaced(value);
  if (key == "topic") room.topic = spaced(value);
  if (key == "parent") room.parent = categoryAddress(value);
  if (key == "disabled") room.disabled = value == "true";
  if (key == "invite") room.invite = inviteWord(value);
  if (key == "addin") room.addIn = Xccos::AddIn{value, {}, {}};
  if (key == "behavior") {
    room.behavior = value == "auditorium" ? Xccos::Behavior::Auditorium : Xccos::Behavior::Normal;
  }
  if (key == "visibility") {
    room.visibility = value == "open"     ? Xccos::Visibility::Open
                      : value == "secret" ? Xccos::Visibility::Private
                                          : Xccos::Visibility::Scoped;
  }
  if (key == "asof") {
    room.audit = Xccos::Audit{};
    room.audit->updatedOn = Timestamp::parse(value);
  }
}

void setNodeWord(Xccos::NodeInfo& node, const QByteArray& word) {
  if (auto list = roleWord(word)) return node.roles.push_back(*list);
  const QByteArray key = word.left(word.indexOf('='));
  const QByteArray value = word.mid(word.indexOf('=') + 1);
  if (key == "name") node.name = spaced(value);
  if (key == "description") node.description = spaced(value);
  if (key == "invite") node.invite = inviteWord(value);
  if (key == "files") node.filePost = value == "true";
  if (key == "history") node.logged = value == "true";
}

Xccos::DeletedMessages removalOf(const RoomUri& room, const QByteArrayList& words) {
  Xccos::DeletedMessages removal;
  removal.room = room;
  for (const QByteArray& word : words.mid(2)) {
    if (word.startsWith("text=")) {
      removal.replacement = spaced(word.mid(5));
    } else {
      removal.chatIds.push_back(word.toULongLong());
    }
  }
  return removal;
}

Xccos::SetRoles setRolesOf(const Xccos::NodeRef& node, const QByteArrayList& words) {
  Xccos::SetRoles command;
  command.node = node;
  for (const QByteArray& word : words.mid(2)) {
    if (auto list = roleWord(word)) command.roles.push_back(*list);
  }
  return command;
}

Xccos::ChanInfo roomWords(const QByteArrayList& words) {
  Xccos::ChanInfo room;
  for (const QByteArray& word : words.mid(2)) setRoomWord(room, word);
  return room;
}

std::optional<Xccos::Command> nodeCommand(const QByteArrayList& words) {
  const QByteArray verb = words.front();
  Xccos::NodeInfo node;
  for (const QByteArray& word : words.mid(verb == "newnode" ? 1 : 2)) setNodeWord(node, word);
  if (verb == "newnode") return Xccos::CreateNode{node};
  node.uri = categoryAddress(words.value(1));
  if (verb == "modnode") return Xccos::ModifyNode{node};
  if (verb == "delnode") return Xccos::DeleteNode{node.uri};
  return std::nullopt;
}

constexpr std::pair<const char*, Xccos::JoinRequestState> kRequestEnds[] = {
    {"grant", Xccos::JoinRequestState::Granted},
    {"decline", Xccos::JoinRequestState::Declined},
    {"withdraw", Xccos::JoinRequestState::Withdrawn},
    {"reopen", Xccos::JoinRequestState::Pending}};

Xccos::JoinRequest requestOf(const RoomUri& room, const QByteArray& user, const QByteArray& text,
                             Xccos::JoinRequestState state) {
  Xccos::JoinRequest request;
  request.room = room;
  if (!user.isEmpty()) request.user = SipUri::fromTrusted("sip:" + user + "@orchard.example");
  request.words = spaced(text);
  request.state = state;
  return request;
}

}  // namespace

QByteArray principalAddress(const QByteArray& name) {
  const bool group = name == "crew" || name == "afloat" || name == "everyone";
  return group ? "ma-grp:" + name + "@u.g" : "sip:" + name + "@orchard.example";
}

CategoryUri categoryAddress(const QByteArray& key) { return *CategoryUri::fromParts("orchard.example", key); }

std::optional<Xccos::Command> adminCommand(const QByteArrayList& words,
                                           const std::function<RoomUri(const QByteArray&)>& room) {
  const QByteArray verb = words.front();
  const QByteArray object = words.value(1);
  if (verb == "addins") return Xccos::GetAddIns{};
  if (verb == "ask") return Xccos::AskToJoin{requestOf(room(object), {}, words.value(2), {})};
  if (verb == "requests") return Xccos::GetJoinRequests{};
  for (const auto& [word, state] : kRequestEnds) {
    if (verb == word) return Xccos::AnswerJoinRequest{requestOf(room(object), words.value(2), {}, state)};
  }
  if (verb == "create" || verb == "modify") {
    Xccos::ChanInfo block = roomWords(words);
    if (verb == "modify") {
      block.uri = room(object);
      return Xccos::ModifyChannel{block};
    }
    block.parent = categoryAddress(object);
    return Xccos::CreateChannel{block};
  }
  if (verb == "delete") return Xccos::DeleteChannel{room(object)};
  if (verb == "deletemsg") return Xccos::DeleteMessages{removalOf(room(object), words)};
  if (verb != "setroles") return nodeCommand(words);
  if (object.startsWith('/')) return setRolesOf(categoryAddress(object.mid(1)), words);
  return setRolesOf(room(object), words);
}

}  // namespace Parlour::Server::Testing
