// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QLatin1String>
#include <QStringView>
#include <optional>
#include <span>

namespace Parlour::Xccos {

// How well a name is attested (xccos 1): A by real traffic, B name attested and shape completed
// by us, C name and shape ours. A name is corrected here and nowhere else.
enum class Tier { A, B, C };

enum class CommandId {
  RequestUri,
  GetServerInfo,
  Join,
  BatchJoin,
  Part,
  BackchatContext,
  GetInvitations,
  ChannelSearch,
  GetPreference,
  SetPreference,
  GetUploadToken,
  GetDownloadToken,
  GetCreatableNodes,
  GetAssociations,
  BackchatByDate,
  BackchatByMessage,
  BackchatQuery,
  GetChannelInfo,
  CreateChannel,
  ModifyChannel,
  DeleteChannel,
  SearchNodes,
  GetNodeInfo,
  CreateNode,
  ModifyNode,
  DeleteNode,
  SearchUsers,
  GetUserInfo,
  GetRoles,
  SetRoles,
  GetPermissions,
  GetUsers,
  GetAddIns,
  DeleteMessages,
  AskToJoin,
  GetJoinRequests,
  AnswerJoinRequest,
};

enum class ReplyId {
  RequestUri,
  GetServerInfo,
  Join,
  BatchJoin,
  Part,
  BackchatContext,
  GetInvitations,
  ChannelSearch,
  GetPreference,
  SetPreference,
  FileToken,
  GetCreatableNodes,
  GetAssociations,
  BackchatByDate,
  BackchatByMessage,
  BackchatQuery,
  GetChannelInfo,
  CreateChannel,
  ModifyChannel,
  DeleteChannel,
  SearchNodes,
  GetNodeInfo,
  CreateNode,
  ModifyNode,
  DeleteNode,
  SearchUsers,
  GetUserInfo,
  GetRoles,
  SetRoles,
  GetPermissions,
  GetUsers,
  GetAddIns,
  DeleteMessages,
  AskToJoin,
  GetJoinRequests,
  AnswerJoinRequest,
};

enum class NoticeId {
  Join,
  BatchJoin,
  Part,
  Invite,
  ChannelModified,
  ChannelDeleted,
  Permissions,
  MessagesDeleted,
  JoinRequest,
};

enum class ErrId { Chat, Parse, General };

// One row of a message table: wire name with prefix ("cmd:join"), tier and the section of xccos
// that describes it.
template <typename Id>
struct MessageName {
  Id id;
  QLatin1String name;
  Tier tier;
  QLatin1String section;
};

// Tables in the order of the enumerations; the position of a row is the value of its id.
std::span<const MessageName<CommandId>> commandNames();
std::span<const MessageName<ReplyId>> replyNames();
std::span<const MessageName<NoticeId>> noticeNames();
std::span<const MessageName<ErrId>> errNames();

QLatin1String wireName(CommandId id);
QLatin1String wireName(ReplyId id);
QLatin1String wireName(NoticeId id);
QLatin1String wireName(ErrId id);

// Lookups ignore case; findReply also knows the older spelling rpl:getservinfo (xccos 7.3).
std::optional<CommandId> findCommand(QStringView name);
std::optional<ReplyId> findReply(QStringView name);
std::optional<NoticeId> findNotice(QStringView name);
std::optional<ErrId> findErr(QStringView name);

// The id under which a command is answered; both file token commands share one (xccos 7.12).
ReplyId replyIdFor(CommandId id);

// The option tag, in Supported of the 200 to the INVITE, of a server that takes requests to join (README).
inline constexpr char kJoinRequestTag[] = "parlour-joinreq";

inline constexpr QLatin1String kNamespace("urn:parlano:xml:ns:xccos");

namespace Element {
inline constexpr QLatin1String kXccos("xccos");
inline constexpr QLatin1String kCommand("cmd");
inline constexpr QLatin1String kReply("rpl");
inline constexpr QLatin1String kNotice("ntc");
inline constexpr QLatin1String kErr("err");
inline constexpr QLatin1String kGroupChat("grpchat");
inline constexpr QLatin1String kData("data");
inline constexpr QLatin1String kCommandId("commandid");
inline constexpr QLatin1String kResponse("resp");
inline constexpr QLatin1String kChat("chat");
inline constexpr QLatin1String kRtf("rtf");
inline constexpr QLatin1String kChanid("chanid");
inline constexpr QLatin1String kChanib("chanib");
inline constexpr QLatin1String kNodeib("nodeib");
inline constexpr QLatin1String kUib("uib");
inline constexpr QLatin1String kAib("aib");
inline constexpr QLatin1String kFib("fib");
inline constexpr QLatin1String kSib("sib");
inline constexpr QLatin1String kQib("qib");
inline constexpr QLatin1String kBcq("bcq");
inline constexpr QLatin1String kInv("inv");
inline constexpr QLatin1String kPref("pref");
inline constexpr QLatin1String kFtdb("ftdb");
inline constexpr QLatin1String kToken("token");
inline constexpr QLatin1String kAssociation("association");
inline constexpr QLatin1String kRole("role");
inline constexpr QLatin1String kSiop("siop");
inline constexpr QLatin1String kJoinRequest("joinreq");
inline constexpr QLatin1String kInfo("info");
inline constexpr QLatin1String kProp("prop");
inline constexpr QLatin1String kAudit("audit");
inline constexpr QLatin1String kMsg("msg");
inline constexpr QLatin1String kMsgId("msgid");
inline constexpr QLatin1String kReplace("replace");
inline constexpr QLatin1String kMemberOf("memberof");
inline constexpr QLatin1String kLast("last");
inline constexpr QLatin1String kDate("date");
inline constexpr QLatin1String kStart("start");
inline constexpr QLatin1String kLimit("limit");
inline constexpr QLatin1String kText("text");
inline constexpr QLatin1String kAuthor("author");
inline constexpr QLatin1String kOrder("order");
}  // namespace Element

namespace Attribute {
inline constexpr QLatin1String kVer("ver");
inline constexpr QLatin1String kEnvId("envid");
inline constexpr QLatin1String kId("id");
inline constexpr QLatin1String kSeqId("seqid");
inline constexpr QLatin1String kCode("code");
inline constexpr QLatin1String kTruncated("truncated");
inline constexpr QLatin1String kKey("key");
inline constexpr QLatin1String kDomain("domain");
inline constexpr QLatin1String kValue("value");
inline constexpr QLatin1String kUri("uri");
inline constexpr QLatin1String kName("name");
inline constexpr QLatin1String kDescription("description");
inline constexpr QLatin1String kTopic("topic");
inline constexpr QLatin1String kParent("parent");
inline constexpr QLatin1String kBehavior("behavior");
inline constexpr QLatin1String kDisabled("disabled");
inline constexpr QLatin1String kFileRepository("filerepository");
inline constexpr QLatin1String kSiopId("siopid");
inline constexpr QLatin1String kSiopName("siopname");
inline constexpr QLatin1String kSiopUrl("siopurl");
inline constexpr QLatin1String kMatches("matches");
inline constexpr QLatin1String kGuid("guid");
inline constexpr QLatin1String kType("type");
inline constexpr QLatin1String kUname("uname");
inline constexpr QLatin1String kDispname("dispname");
inline constexpr QLatin1String kEmail("email");
inline constexpr QLatin1String kCompany("company");
inline constexpr QLatin1String kPath("path");
inline constexpr QLatin1String kCreatedBy("createdby");
inline constexpr QLatin1String kCreatedOn("createdon");
inline constexpr QLatin1String kUpdatedBy("updatedby");
inline constexpr QLatin1String kUpdatedOn("updatedon");
inline constexpr QLatin1String kInfoType("infoType");
inline constexpr QLatin1String kServerTime("serverTime");
inline constexpr QLatin1String kSearchLimit("searchLimit");
inline constexpr QLatin1String kMessageSizeLimit("messageSizeLimit");
inline constexpr QLatin1String kStorySizeLimit("storySizeLimit");
inline constexpr QLatin1String kRootUri("rootUri");
inline constexpr QLatin1String kDbVersion("dbVersion");
inline constexpr QLatin1String kDisplayName("displayName");
inline constexpr QLatin1String kRoomManagementUrl("roomManagementUrl");
inline constexpr QLatin1String kQtype("qtype");
inline constexpr QLatin1String kCriteria("criteria");
inline constexpr QLatin1String kExtended("extended");
inline constexpr QLatin1String kMatchAll("matchall");
inline constexpr QLatin1String kMatchExactPhrase("matchexactphrase");
inline constexpr QLatin1String kMaxResults("maxResults");
inline constexpr QLatin1String kMember("member");
inline constexpr QLatin1String kManager("manager");
inline constexpr QLatin1String kCategory("category");
inline constexpr QLatin1String kAddIn("addin");
inline constexpr QLatin1String kVisibility("visibility");
inline constexpr QLatin1String kSearchInvites("searchinvites");
inline constexpr QLatin1String kInvites("invites");
inline constexpr QLatin1String kLastName("lastname");
inline constexpr QLatin1String kFirstName("firstname");
inline constexpr QLatin1String kCount("cnt");
inline constexpr QLatin1String kFrom("from");
inline constexpr QLatin1String kTo("to");
inline constexpr QLatin1String kChatId("chatId");
inline constexpr QLatin1String kMatchCase("matchcase");
inline constexpr QLatin1String kSearchBackwards("searchbkwds");
inline constexpr QLatin1String kSortBackwards("sortbkwds");
inline constexpr QLatin1String kInviteId("inviteId");
inline constexpr QLatin1String kCreatedOnUtc("createdOn");
inline constexpr QLatin1String kLabel("label");
inline constexpr QLatin1String kCreateDefault("createdefault");
inline constexpr QLatin1String kContent("content");
inline constexpr QLatin1String kChannelUri("channelUri");
inline constexpr QLatin1String kFileUrl("fileUrl");
inline constexpr QLatin1String kToken("token");
inline constexpr QLatin1String kServerUri("serveruri");
inline constexpr QLatin1String kUrl("url");
inline constexpr QLatin1String kOp("op");
inline constexpr QLatin1String kChanUri("chanUri");
inline constexpr QLatin1String kAuthor("author");
inline constexpr QLatin1String kAuthDisp("authdisp");
inline constexpr QLatin1String kAlert("alert");
inline constexpr QLatin1String kTs("ts");
inline constexpr QLatin1String kState("state");
}  // namespace Attribute

// Ids of info and prop elements (xccos 7.1).
namespace InfoId {
inline constexpr QLatin1String kParticipantCount("urn:parlano:ma:info:ucnt");
inline constexpr QLatin1String kVisibility("urn:parlano:ma:info:visibility");
inline constexpr QLatin1String kVisibilityAsSent("urn:parlano:ma:info:visibilty");  // the older clients' spelling
inline constexpr QLatin1String kFileStoreUri("urn:parlano:ma:info:filestoreuri");
}  // namespace InfoId

namespace PropId {
inline constexpr QLatin1String kFilePost("urn:parlano:ma:prop:filepost");
inline constexpr QLatin1String kInvite("urn:parlano:ma:prop:invite");
inline constexpr QLatin1String kLogged("urn:parlano:ma:prop:logged");
}  // namespace PropId

}  // namespace Parlour::Xccos
