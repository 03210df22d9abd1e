// SPDX-License-Identifier: Apache-2.0
#include "app/models/wire/ChatSummary.h"
#include "app/models/wire/WireWords.h"

namespace Parlour::Models {

namespace {

template <typename List>
qint64 countOf(const List& list) {
  return static_cast<qint64>(list.size());
}

// One overload for each reply whose data says something; a plain confirmation has no detail.
class ReplyWords {
  Q_DECLARE_TR_FUNCTIONS(Parlour::Models::ReplyWords)

 public:
  template <typename Other>
  QString operator()(const Other& /*reply*/) const {
    return {};
  }
  QString operator()(const Xccos::RequestUriReply& r) const {
    return QString::fromUtf8(r.uri.mid(r.uri.indexOf(':') + 1));
  }
  QString operator()(const Xccos::AssociationsReply& r) const { return found(WireWords::rooms(countOf(r.rooms)), r); }
  QString operator()(const Xccos::ChannelSearchReply& r) const { return found(WireWords::rooms(countOf(r.rooms)), r); }
  QString operator()(const Xccos::BatchJoinReply& r) const {
    const QString joined = tr("%1 joined").arg(WireWords::number(countOf(r.rooms)));
    return r.failed.empty() ? joined : tr("%1, %2 failed").arg(joined, WireWords::number(countOf(r.failed)));
  }
  QString operator()(const Xccos::GetUsersReply& r) const { return WireWords::people(countOf(r.users)); }
  QString operator()(const Xccos::SearchUsersReply& r) const { return found(WireWords::people(countOf(r.users)), r); }
  QString operator()(const Xccos::UserInfoReply& r) const { return WireWords::people(countOf(r.users)); }
  QString operator()(const Xccos::BackchatContextReply& r) const { return history(r.rooms); }
  QString operator()(const Xccos::BackchatByDateReply& r) const { return history(r.rooms); }
  QString operator()(const Xccos::BackchatByMessageReply& r) const { return history(r.rooms); }
  QString operator()(const Xccos::BackchatQueryReply& r) const { return history(r.rooms); }
  QString operator()(const Xccos::InvitationsReply& r) const { return WireWords::invitations(countOf(r.invitations)); }
  QString operator()(const Xccos::JoinRequestsReply& r) const { return WireWords::requests(countOf(r.requests)); }
  QString operator()(const Xccos::CreatableNodesReply& r) const { return WireWords::categories(countOf(r.nodes)); }
  QString operator()(const Xccos::SearchNodesReply& r) const { return WireWords::categories(countOf(r.nodes)); }
  QString operator()(const Xccos::AddInsReply& r) const { return WireWords::addIns(countOf(r.addIns)); }
  QString operator()(const Xccos::DeleteMessagesReply& r) const {
    return WireWords::messages(countOf(r.messages.chatIds));
  }

 private:
  template <typename Reply>
  static QString found(const QString& count, const Reply& reply) {
    return reply.truncated.value_or(false) ? tr("%1, more exist").arg(count) : count;
  }
  static QString history(const std::vector<Xccos::RoomHistory>& rooms) {
    qint64 messages = 0;
    for (const auto& room : rooms) messages += countOf(room.messages);
    if (rooms.size() < 2) return WireWords::messages(messages);
    return tr("%1 in %2").arg(WireWords::messages(messages), WireWords::rooms(countOf(rooms)));
  }
};

class NoticeWords {
  Q_DECLARE_TR_FUNCTIONS(Parlour::Models::NoticeWords)

 public:
  explicit NoticeWords(const RoomNames& names) : names_(names) {}

  QString operator()(const Xccos::JoinNotice& n) const { return entered(n.users); }
  QString operator()(const Xccos::BatchJoinNotice& n) const { return entered(n.users); }
  QString operator()(const Xccos::PartNotice& n) const { return usersInRooms(n.rooms); }
  QString operator()(const Xccos::PermissionsNotice& n) const { return usersInRooms(n.rooms); }
  QString operator()(const Xccos::InviteNotice& n) const {
    if (n.invitations.size() != 1) return WireWords::invitations(countOf(n.invitations));
    return names_.of(n.invitations.front().room.uri);
  }
  QString operator()(const Xccos::ChannelModifiedNotice& n) const {
    return n.rooms.size() == 1 ? names_.of(n.rooms.front().uri) : WireWords::rooms(countOf(n.rooms));
  }
  QString operator()(const Xccos::ChannelDeletedNotice& n) const {
    return n.rooms.size() == 1 ? names_.of(n.rooms.front()) : WireWords::rooms(countOf(n.rooms));
  }
  QString operator()(const Xccos::MessagesDeletedNotice& n) const {
    if (n.rooms.size() != 1) return WireWords::rooms(countOf(n.rooms));
    const Xccos::DeletedMessages& deleted = n.rooms.front();
    return tr("%1, %2").arg(names_.of(deleted.room), WireWords::messages(countOf(deleted.chatIds)));
  }
  QString operator()(const Xccos::JoinRequestNotice& n) const {
    if (n.requests.size() != 1) return WireWords::requests(countOf(n.requests));
    const Xccos::JoinRequest& request = n.requests.front();
    const QString who = request.userName.isEmpty() ? QString::fromUtf8(request.user.address()) : request.userName;
    return sentence(request.state).arg(who, names_.of(request.room));
  }
  QString operator()(const Xccos::UnknownNotice& /*n*/) const { return {}; }

 private:
  // %1 is the person, %2 the room.
  static QString sentence(Xccos::JoinRequestState state) {
    switch (state) {
      case Xccos::JoinRequestState::Granted:
        return tr("%1 was let into %2");
      case Xccos::JoinRequestState::Declined:
        return tr("%1 was not let into %2");
      case Xccos::JoinRequestState::Withdrawn:
        return tr("%1 no longer asks to join %2");
      case Xccos::JoinRequestState::Pending:
        break;
    }
    return tr("%1 asks to join %2");
  }
  static QString nameOf(const Xccos::UserInfo& user) {
    if (!user.dispname.isEmpty()) return user.dispname;
    return user.uname.isEmpty() ? QString::fromUtf8(user.uri.mid(user.uri.indexOf(':') + 1)) : user.uname;
  }
  QString entered(const std::vector<Xccos::UserInfo>& users) const {
    if (users.size() != 1) return WireWords::people(countOf(users));
    const Xccos::UserInfo& user = users.front();
    if (user.entered.size() != 1) return tr("%1, %2").arg(nameOf(user), WireWords::rooms(countOf(user.entered)));
    return tr("%1, %2").arg(nameOf(user), names_.of(user.entered.front().room));
  }
  QString usersInRooms(const std::vector<Xccos::RoomUsers>& rooms) const {
    if (rooms.size() != 1) return WireWords::rooms(countOf(rooms));
    const Xccos::RoomUsers& room = rooms.front();
    const QString who = room.users.size() == 1 ? nameOf(room.users.front()) : WireWords::people(countOf(room.users));
    return tr("%1, %2").arg(who, names_.of(room.room));
  }

  const RoomNames& names_;
};

}  // namespace

QString replyDetail(const Xccos::Reply& reply) { return std::visit(ReplyWords(), reply); }

QString noticeDetail(const Xccos::Notice& notice, const RoomNames& names) {
  return std::visit(NoticeWords(names), notice);
}

}  // namespace Parlour::Models
