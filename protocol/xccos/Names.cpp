// SPDX-License-Identifier: Apache-2.0
#include "protocol/xccos/Names.h"

#include <array>
#include <utility>

namespace Parlour::Xccos {
namespace {

template <typename Id>
constexpr MessageName<Id> nameRow(Id id, const char* name, Tier tier, const char* section) {
  return {id, QLatin1String(name), tier, QLatin1String(section)};
}

// In no description of the protocol: the README of this folder has it.
constexpr char kOurs[] = "README";

using C = CommandId;
constexpr std::array kCommandNames{
    nameRow(C::RequestUri, "cmd:requri", Tier::A, "7.2"),
    nameRow(C::GetServerInfo, "cmd:getserverinfo", Tier::A, "7.3"),
    nameRow(C::Join, "cmd:join", Tier::A, "7.4"),
    nameRow(C::BatchJoin, "cmd:bjoin", Tier::A, "7.4"),
    nameRow(C::Part, "cmd:part", Tier::A, "7.5"),
    nameRow(C::BackchatContext, "cmd:bccontext", Tier::A, "7.6"),
    nameRow(C::GetInvitations, "cmd:getinv", Tier::A, "7.10"),
    nameRow(C::ChannelSearch, "cmd:chansrch", Tier::A, "7.8"),
    nameRow(C::GetPreference, "cmd:getpref", Tier::A, "7.11"),
    nameRow(C::SetPreference, "cmd:setpref", Tier::A, "7.11"),
    nameRow(C::GetUploadToken, "cmd:getfutok", Tier::A, "7.12"),
    nameRow(C::GetDownloadToken, "cmd:getfdtok", Tier::A, "7.12"),
    nameRow(C::GetCreatableNodes, "cmd:nodespermcreatechild", Tier::A, "7.13"),
    nameRow(C::GetAssociations, "cmd:getassociations", Tier::B, "7.9"),
    nameRow(C::BackchatByDate, "cmd:bcbydate", Tier::B, "7.7"),
    nameRow(C::BackchatByMessage, "cmd:bcbymsg", Tier::B, "7.7"),
    nameRow(C::BackchatQuery, "cmd:bcquery", Tier::B, "7.7"),
    nameRow(C::GetChannelInfo, "cmd:getchaninfo", Tier::B, "7.14"),
    nameRow(C::CreateChannel, "cmd:chancreate", Tier::B, "7.15"),
    nameRow(C::ModifyChannel, "cmd:chanmodify", Tier::B, "7.15"),
    nameRow(C::DeleteChannel, "cmd:chandelete", Tier::C, "7.15"),
    nameRow(C::SearchNodes, "cmd:nodesrch", Tier::C, "7.16"),
    nameRow(C::GetNodeInfo, "cmd:getnodeinfo", Tier::C, "7.16"),
    nameRow(C::CreateNode, "cmd:nodecreate", Tier::C, "7.16"),
    nameRow(C::ModifyNode, "cmd:nodemodify", Tier::C, "7.16"),
    nameRow(C::DeleteNode, "cmd:nodedelete", Tier::C, "7.16"),
    nameRow(C::SearchUsers, "cmd:usersrch", Tier::C, "7.17"),
    nameRow(C::GetUserInfo, "cmd:getuserinfo", Tier::C, "7.17"),
    nameRow(C::GetRoles, "cmd:getroles", Tier::C, "7.17"),
    nameRow(C::SetRoles, "cmd:setroles", Tier::C, "7.17"),
    nameRow(C::GetPermissions, "cmd:getperms", Tier::C, "7.17"),
    nameRow(C::GetUsers, "cmd:getusers", Tier::C, "7.18"),
    nameRow(C::GetAddIns, "cmd:getaddins", Tier::C, "7.18"),
    nameRow(C::DeleteMessages, "cmd:deletemsg", Tier::C, "7.18"),
    nameRow(C::AskToJoin, "cmd:joinreq", Tier::C, kOurs),
    nameRow(C::GetJoinRequests, "cmd:getjoinreqs", Tier::C, kOurs),
    nameRow(C::AnswerJoinRequest, "cmd:answerjoinreq", Tier::C, kOurs),
};

using R = ReplyId;
constexpr std::array kReplyNames{
    nameRow(R::RequestUri, "rpl:requri", Tier::A, "7.2"),
    nameRow(R::GetServerInfo, "rpl:getserverinfo", Tier::A, "7.3"),
    nameRow(R::Join, "rpl:join", Tier::A, "7.4"),
    nameRow(R::BatchJoin, "rpl:bjoin", Tier::A, "7.4"),
    nameRow(R::Part, "rpl:part", Tier::A, "7.5"),
    nameRow(R::BackchatContext, "rpl:bccontext", Tier::A, "7.6"),
    nameRow(R::GetInvitations, "rpl:getinv", Tier::B, "7.10"),
    nameRow(R::ChannelSearch, "rpl:chansrch", Tier::A, "7.8"),
    nameRow(R::GetPreference, "rpl:getpref", Tier::B, "7.11"),
    nameRow(R::SetPreference, "rpl:setpref", Tier::B, "7.11"),
    nameRow(R::FileToken, "rpl:getftok", Tier::A, "7.12"),
    nameRow(R::GetCreatableNodes, "rpl:nodespermcreatechild", Tier::A, "7.13"),
    nameRow(R::GetAssociations, "rpl:getassociations", Tier::B, "7.9"),
    nameRow(R::BackchatByDate, "rpl:bcbydate", Tier::B, "7.7"),
    nameRow(R::BackchatByMessage, "rpl:bcbymsg", Tier::B, "7.7"),
    nameRow(R::BackchatQuery, "rpl:bcquery", Tier::B, "7.7"),
    nameRow(R::GetChannelInfo, "rpl:getchaninfo", Tier::B, "7.14"),
    nameRow(R::CreateChannel, "rpl:chancreate", Tier::B, "7.15"),
    nameRow(R::ModifyChannel, "rpl:chanmodify", Tier::B, "7.15"),
    nameRow(R::DeleteChannel, "rpl:chandelete", Tier::C, "7.15"),
    nameRow(R::SearchNodes, "rpl:nodesrch", Tier::C, "7.16"),
    nameRow(R::GetNodeInfo, "rpl:getnodeinfo", Tier::C, "7.16"),
    nameRow(R::CreateNode, "rpl:nodecreate", Tier::C, "7.16"),
    nameRow(R::ModifyNode, "rpl:nodemodify", Tier::C, "7.16"),
    nameRow(R::DeleteNode, "rpl:nodedelete", Tier::C, "7.16"),
    nameRow(R::SearchUsers, "rpl:usersrch", Tier::C, "7.17"),
    nameRow(R::GetUserInfo, "rpl:getuserinfo", Tier::C, "7.17"),
    nameRow(R::GetRoles, "rpl:getroles", Tier::C, "7.17"),
    nameRow(R::SetRoles, "rpl:setroles", Tier::C, "7.17"),
    nameRow(R::GetPermissions, "rpl:getperms", Tier::C, "7.17"),
    nameRow(R::GetUsers, "rpl:getusers", Tier::C, "7.18"),
    nameRow(R::GetAddIns, "rpl:getaddins", Tier::C, "7.18"),
    nameRow(R::DeleteMessages, "rpl:deletemsg", Tier::C, "7.18"),
    nameRow(R::AskToJoin, "rpl:joinreq", Tier::C, kOurs),
    nameRow(R::GetJoinRequests, "rpl:getjoinreqs", Tier::C, kOurs),
    nameRow(R::AnswerJoinRequest, "rpl:answerjoinreq", Tier::C, kOurs),
};

constexpr std::array kNoticeNames{
    nameRow(NoticeId::Join, "ntc:join", Tier::A, "11.1"),
    nameRow(NoticeId::BatchJoin, "ntc:bjoin", Tier::A, "11.1"),
    nameRow(NoticeId::Part, "ntc:part", Tier::A, "11.1"),
    nameRow(NoticeId::Invite, "ntc:invite", Tier::C, "11.1"),
    nameRow(NoticeId::ChannelModified, "ntc:chanmodify", Tier::C, "11.1"),
    nameRow(NoticeId::ChannelDeleted, "ntc:chandelete", Tier::C, "11.1"),
    nameRow(NoticeId::Permissions, "ntc:perms", Tier::C, "11.1"),
    nameRow(NoticeId::MessagesDeleted, "ntc:deletemsg", Tier::C, "11.1"),
    nameRow(NoticeId::JoinRequest, "ntc:joinreq", Tier::C, kOurs),
};

constexpr std::array kErrNames{
    nameRow(ErrId::Chat, "err:grpchat", Tier::C, "10"),
    nameRow(ErrId::Parse, "err:parse", Tier::C, "10"),
    nameRow(ErrId::General, "err:general", Tier::C, "10"),
};

constexpr QLatin1String kServerInfoAlias("rpl:getservinfo");

template <typename Rows>
constexpr bool rowsAreInOrder(const Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (static_cast<std::size_t>(rows[i].id) != i) return false;
  }
  return true;
}
static_assert(rowsAreInOrder(kCommandNames) && rowsAreInOrder(kReplyNames));
static_assert(rowsAreInOrder(kNoticeNames) && rowsAreInOrder(kErrNames));

template <typename Rows>
auto findRow(const Rows& rows, QStringView name) -> std::optional<decltype(rows[0].id)> {
  for (const auto& row : rows) {
    if (name.compare(row.name, Qt::CaseInsensitive) == 0) return row.id;
  }
  return std::nullopt;
}

template <typename Rows, typename Id>
QLatin1String nameOfRow(const Rows& rows, Id id) {
  return rows[static_cast<std::size_t>(id)].name;
}

}  // namespace

std::span<const MessageName<CommandId>> commandNames() { return kCommandNames; }
std::span<const MessageName<ReplyId>> replyNames() { return kReplyNames; }
std::span<const MessageName<NoticeId>> noticeNames() { return kNoticeNames; }
std::span<const MessageName<ErrId>> errNames() { return kErrNames; }

QLatin1String wireName(CommandId id) { return nameOfRow(kCommandNames, id); }
QLatin1String wireName(ReplyId id) { return nameOfRow(kReplyNames, id); }
QLatin1String wireName(NoticeId id) { return nameOfRow(kNoticeNames, id); }
QLatin1String wireName(ErrId id) { return nameOfRow(kErrNames, id); }

std::optional<CommandId> findCommand(QStringView name) { return findRow(kCommandNames, name); }

std::optional<ReplyId> findReply(QStringView name) {
  if (name.compare(kServerInfoAlias, Qt::CaseInsensitive) == 0) return ReplyId::GetServerInfo;
  return findRow(kReplyNames, name);
}

std::optional<NoticeId> findNotice(QStringView name) { return findRow(kNoticeNames, name); }
std::optional<ErrId> findErr(QStringView name) { return findRow(kErrNames, name); }

ReplyId replyIdFor(CommandId id) {
  if (id == CommandId::GetUploadToken || id == CommandId::GetDownloadToken) return ReplyId::FileToken;
  const QLatin1String name = wireName(id).mid(4);
  for (const auto& row : kReplyNames) {
    if (row.name.mid(4) == name) return row.id;
  }
  Q_UNREACHABLE();
}

}  // namespace Parlour::Xccos
