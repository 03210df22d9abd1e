// SPDX-License-Identifier: Apache-2.0
#include "app/models/wire/ChatSummary.h"
#include "app/models/wire/WireWords.h"

namespace Parlour::Models {

namespace {

// One overload for each command whose arguments say something; all others have no detail.
class CommandWords {
  Q_DECLARE_TR_FUNCTIONS(Parlour::Models::CommandWords)

 public:
  explicit CommandWords(const RoomNames& names) : names_(names) {}

  template <typename Other>
  QString operator()(const Other& /*command*/) const {
    return {};
  }
  QString operator()(const Xccos::GetAssociations& c) const {
    return c.type == Xccos::AssociationType::Member ? tr("member") : tr("manager");
  }
  QString operator()(const Xccos::Join& c) const { return names_.of(c.room.uri); }
  QString operator()(const Xccos::BatchJoin& c) const { return WireWords::rooms(static_cast<qint64>(c.rooms.size())); }
  QString operator()(const Xccos::Part& c) const { return names_.of(c.room); }
  QString operator()(const Xccos::BackchatContext& c) const {
    if (c.count == 0) return names_.of(c.room);
    return tr("%1, last %2").arg(names_.of(c.room), WireWords::number(c.count));
  }
  QString operator()(const Xccos::BackchatByDate& c) const { return history(c.rooms, c.query); }
  QString operator()(const Xccos::BackchatByMessage& c) const { return history(c.rooms, c.query); }
  QString operator()(const Xccos::BackchatQueryCommand& c) const { return history(c.rooms, c.query); }
  QString operator()(const Xccos::ChannelSearch& c) const { return WireWords::quoted(c.filter.criteria); }
  QString operator()(const Xccos::SearchNodes& c) const { return WireWords::quoted(c.filter.criteria); }
  QString operator()(const Xccos::SearchUsers& c) const { return WireWords::quoted(c.filter.criteria); }
  QString operator()(const Xccos::GetInvitations& c) const {
    return c.afterId == 0 ? QString() : tr("after %1").arg(WireWords::number(c.afterId));
  }
  QString operator()(const Xccos::GetPreference& c) const { return c.pref.label; }
  QString operator()(const Xccos::SetPreference& c) const { return c.pref.label; }
  QString operator()(const Xccos::GetUploadToken& c) const { return inRoom(c.file.fileName, c.file.room); }
  QString operator()(const Xccos::GetDownloadToken& c) const { return inRoom(c.file.fileName, c.file.room); }
  QString operator()(const Xccos::GetChannelInfo& c) const {
    return c.room.isEmpty() ? WireWords::quoted(c.name) : names_.of(c.room);
  }
  QString operator()(const Xccos::CreateChannel& c) const { return c.room.name.value_or(QString()); }
  QString operator()(const Xccos::ModifyChannel& c) const { return names_.of(c.room.uri); }
  QString operator()(const Xccos::DeleteChannel& c) const { return names_.of(c.room); }
  QString operator()(const Xccos::GetNodeInfo& c) const { return names_.of(c.node); }
  QString operator()(const Xccos::CreateNode& c) const { return c.node.name.value_or(QString()); }
  QString operator()(const Xccos::ModifyNode& c) const { return names_.of(c.node.uri); }
  QString operator()(const Xccos::DeleteNode& c) const { return names_.of(c.node); }
  QString operator()(const Xccos::GetUserInfo& c) const { return QString::fromUtf8(c.uri.mid(c.uri.indexOf(':') + 1)); }
  QString operator()(const Xccos::GetRoles& c) const { return nodeName(c.node); }
  QString operator()(const Xccos::SetRoles& c) const { return nodeName(c.node); }
  QString operator()(const Xccos::GetPermissions& c) const { return names_.of(c.room); }
  QString operator()(const Xccos::GetUsers& c) const { return names_.of(c.room); }
  QString operator()(const Xccos::DeleteMessages& c) const {
    const auto count = static_cast<qint64>(c.messages.chatIds.size());
    return tr("%1, %2").arg(names_.of(c.messages.room), WireWords::messages(count));
  }
  QString operator()(const Xccos::AskToJoin& c) const { return tr("asks to join %1").arg(names_.of(c.request.room)); }
  QString operator()(const Xccos::AnswerJoinRequest& c) const {
    const QString room = names_.of(c.request.room);
    const QString who = QString::fromUtf8(c.request.user.address());
    switch (c.request.state) {
      case Xccos::JoinRequestState::Granted:
        return tr("lets %1 into %2").arg(who, room);
      case Xccos::JoinRequestState::Declined:
        return tr("does not let %1 into %2").arg(who, room);
      case Xccos::JoinRequestState::Withdrawn:
        return tr("no longer asks to join %1").arg(room);
      case Xccos::JoinRequestState::Pending:
        break;
    }
    return room;
  }

 private:
  QString nodeName(const Xccos::NodeRef& node) const {
    return std::visit([this](const auto& uri) { return names_.of(uri); }, node);
  }
  QString inRoom(const QString& what, const RoomUri& room) const { return tr("%1, %2").arg(names_.of(room), what); }
  QString history(const std::vector<RoomUri>& rooms, const Xccos::BackchatQuery& query) const {
    QString where = rooms.empty() ? tr("all rooms") : names_.of(rooms.front());
    if (rooms.size() > 1) where = WireWords::rooms(static_cast<qint64>(rooms.size()));
    if (query.text && !query.text->terms.isEmpty()) {
      return tr("%1 in %2").arg(WireWords::quoted(query.text->terms), where);
    }
    if (query.start) return tr("%1, from message %2").arg(where, WireWords::number(static_cast<qint64>(*query.start)));
    return where;
  }

  const RoomNames& names_;
};

}  // namespace

QString commandDetail(const Xccos::Command& command, const RoomNames& names) {
  return std::visit(CommandWords(names), command);
}

}  // namespace Parlour::Models
