// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>
#include <variant>
#include <vector>

#include "protocol/support/Clock.h"
#include "protocol/support/Ids.h"

// The information blocks that messages are made of (xccos 7.1), as plain values. Absent attributes
// are empty optionals, or empty strings and addresses where empty has no meaning of its own.
// Names and texts that people read are QString; chat text stays UTF-8 bytes as it is stored.
namespace Parlour::Xccos {

enum class Behavior { Normal, Auditorium };
enum class Visibility { Open, Scoped, Private };
enum class InviteSetting { Off, On, Inherit };
enum class RoleType { Member, Manager, Presenter, Creator, Allowed, Denied };
enum class RoleOp { Set, Add, Remove };
enum class AssociationType { Member, Manager };

// Values of uib/@type (xccos 7.1).
enum class PrincipalType {
  Any = 1,
  AnyUser = 2,
  AnyGroup = 3,
  SystemUser = 4,
  User = 5,
  Domain = 8,
  Group = 9,
  Container = 10,
};

// chanid: names a room in a join command; `key` counts from 0 within the command.
struct ChannelRef {
  quint32 key = 0;
  RoomUri uri;

  bool operator==(const ChannelRef&) const = default;
};

// A room or a category, where a command takes either.
using NodeRef = std::variant<RoomUri, CategoryUri>;

// One row of a join reply's room map: the participants (uib/@id) that hold one permission set.
struct MaskEntry {
  quint32 mask = 0;
  std::vector<quint32> userIds;

  bool operator==(const MaskEntry&) const = default;
};

// aib inside a uib of a join notice: a room entered, and with which permission set.
struct RoomEntry {
  quint32 mask = 0;
  RoomUri room;

  bool operator==(const RoomEntry&) const = default;
};

// memberof inside a uib: a group that the principal belongs to.
struct GroupRef {
  QByteArray uri;
  QString uname;

  bool operator==(const GroupRef&) const = default;
};

// uib: a principal. `uri` is a sip: address for users and ma-grp: for everything else, checked to
// be one of both; `id` is a number local to one message.
struct UserInfo {
  QByteArray uri;
  std::optional<quint32> id;
  QByteArray guid;
  std::optional<PrincipalType> type;
  QString uname;
  QString dispname;
  QString email;
  QString company;
  QString path;
  std::optional<bool> disabled;
  std::vector<RoomEntry> entered;  // join notices only
  std::optional<quint32> mask;     // permission reports only
  std::vector<GroupRef> memberOf;  // user information only

  // Empty when the principal is not a user.
  SipUri sipUri() const { return uri.startsWith("sip:") ? SipUri::fromTrusted(uri) : SipUri(); }
  bool operator==(const UserInfo&) const = default;
};

// fib: an item of a batch that failed; any key means "this room failed" (xccos 7.1).
struct FailedItem {
  QByteArray key = "OPERATION_FAILED";
  RoomUri room;

  bool operator==(const FailedItem&) const = default;
};

// audit: who made and changed a node, and when. A modify command echoes `updatedOn`.
struct Audit {
  QString createdBy;
  std::optional<Timestamp> createdOn;
  QString updatedBy;
  std::optional<Timestamp> updatedOn;

  bool operator==(const Audit&) const = default;
};

// role: principals in a role; without `op` in answers and questions.
struct RoleList {
  RoleType type = RoleType::Member;
  std::optional<RoleOp> op;
  std::vector<UserInfo> users;

  bool operator==(const RoleList&) const = default;
};

// A registered web page shown beside a room: as siop in lists, as siopid/-name/-url in a room.
// In a modify command the id kNoAddIn takes the add-in away.
struct AddIn {
  QByteArray id;
  QString name;
  QString url;

  bool operator==(const AddIn&) const = default;
};
inline constexpr char kNoAddIn[] = "00000000-0000-0000-0000-000000000000";

// chanib: room information. Used whole in answers and as a set of changes in create and modify.
struct ChanInfo {
  RoomUri uri;
  std::optional<QString> name;
  std::optional<QString> description;
  std::optional<QString> topic;
  CategoryUri parent;
  std::optional<Behavior> behavior;
  std::optional<bool> disabled;
  QString fileRepository;
  std::optional<AddIn> addIn;
  std::vector<MaskEntry> maskMap;  // only in answers to join, bjoin and getusers
  std::optional<quint32> participantCount;
  std::optional<Visibility> visibility;
  QString fileStoreUri;
  std::optional<bool> filePost;
  std::optional<InviteSetting> invite;
  std::optional<bool> logged;
  std::optional<Audit> audit;
  std::vector<RoleList> roles;

  bool operator==(const ChanInfo&) const = default;
};

// nodeib: category information (project profile).
struct NodeInfo {
  CategoryUri uri;
  std::optional<QString> name;
  std::optional<QString> description;
  CategoryUri parent;
  std::optional<bool> filePost;
  std::optional<InviteSetting> invite;
  std::optional<bool> logged;
  std::optional<Audit> audit;
  std::vector<RoleList> roles;

  bool operator==(const NodeInfo&) const = default;
};

// sib of a server information reply (xccos 7.3). Size limits count UTF-8 bytes of the chat text.
struct ServerInfo {
  QByteArray domain;
  QByteArray infoType = "123";
  std::optional<Timestamp> serverTime;
  std::optional<quint32> searchLimit;
  std::optional<quint32> messageSizeLimit;
  std::optional<quint32> storySizeLimit;
  CategoryUri rootUri;
  QByteArray dbVersion;
  QString displayName;
  QString roomManagementUrl;

  bool operator==(const ServerInfo&) const = default;
};

enum class QueryType { ByName, ByCategory, ByUser, ByFilter };

// qib: what a search asks for. Absent filters are not applied (xccos 7.8); member, manager are
// principal addresses; maxResults -1 means as many as the server gives.
struct QueryFilter {
  QueryType type = QueryType::ByName;
  QString criteria;
  std::optional<bool> extended;
  std::optional<bool> matchAll;
  std::optional<bool> matchExactPhrase;
  std::optional<qint32> maxResults;
  QByteArray member;
  QByteArray manager;
  CategoryUri category;
  QByteArray addIn;
  std::optional<bool> disabled;
  std::optional<Visibility> visibility;
  std::optional<Behavior> behavior;
  std::optional<bool> searchInvites;
  std::optional<InviteSetting> invites;
  QString lastName;
  QString firstName;
  QString email;

  bool operator==(const QueryFilter&) const = default;
};

// bcq: which part of the history (xccos 7.6, 7.7). Of last, date and start the commands use one.
struct DateWindow {
  std::optional<Timestamp> from;
  std::optional<Timestamp> to;

  bool operator==(const DateWindow&) const = default;
};
struct TextFilter {
  QString terms;
  std::optional<bool> matchCase;
  std::optional<bool> matchExactPhrase;

  bool operator==(const TextFilter&) const = default;
};
struct ResultOrder {
  std::optional<bool> searchBackwards;
  std::optional<bool> sortBackwards;

  bool operator==(const ResultOrder&) const = default;
};
struct BackchatQuery {
  std::optional<quint32> last;
  std::optional<DateWindow> date;
  std::optional<ChatId> start;
  std::optional<quint32> limit;
  std::optional<TextFilter> text;
  std::vector<SipUri> authors;
  std::optional<ResultOrder> order;

  bool operator==(const BackchatQuery&) const = default;
};

// grpchat, and msg inside a history reply (xccos 8): one message of a room. `chat`, `rtf` and
// `authDisp` are UTF-8. chatId 0 and seqId 0 mean absent. A message with a chatId comes from the
// server, so its time is written with 7 decimals; without one in whole seconds, as clients do.
struct ChatMessage {
  quint32 seqId = 1;
  RoomUri chanUri;
  SipUri author;
  QByteArray authDisp;
  std::optional<bool> alert;
  ChatId chatId = 0;
  Timestamp ts;
  QByteArray chat;
  std::optional<QByteArray> rtf;

  bool isAlert() const { return alert.value_or(false); }
  bool operator==(const ChatMessage&) const = default;
};

// chanib of a history reply: the found messages of one room. `truncated`: the server's limit was
// hit and the next page starts at the last chatId given.
struct RoomHistory {
  RoomUri uri;
  std::optional<QString> name;
  std::optional<quint32> matches;
  std::optional<bool> truncated;
  std::vector<ChatMessage> messages;

  bool operator==(const RoomHistory&) const = default;
};

// inv: an invitation; ids run per user from 1 (xccos 7.10).
struct Invitation {
  quint32 inviteId = 0;
  QByteArray domain;
  std::optional<Timestamp> createdOn;
  ChanInfo room;

  bool operator==(const Invitation&) const = default;
};

// pref: one entry of the per-user store (xccos 7.11). `content` is decoded from base64.
struct PrefBlock {
  QString label;
  quint32 seqId = 0;
  std::optional<bool> createDefault;
  std::optional<QByteArray> content;

  bool operator==(const PrefBlock&) const = default;
};

// ftdb and token: asking for and granting a file transfer (xccos 7.12). The file name comes from
// the peer and must never be used as a path.
struct FileTokenRequest {
  RoomUri room;
  QString fileName;

  bool operator==(const FileTokenRequest&) const = default;
};
struct FileTokenGrant {
  QByteArray token;
  QString serverUri;

  bool operator==(const FileTokenGrant&) const = default;
};

// chanib with uib children: who left, or whose permissions changed, in one room.
struct RoomUsers {
  RoomUri room;
  std::vector<UserInfo> users;

  bool operator==(const RoomUsers&) const = default;
};

// chanib with msgid children: messages removed from a room, or replaced by a text.
struct DeletedMessages {
  RoomUri room;
  std::vector<ChatId> chatIds;
  std::optional<QString> replacement;

  bool operator==(const DeletedMessages&) const = default;
};

// joinreq: somebody who is no member of a closed room asks its managers to be let in. Parlour's own (README).
enum class JoinRequestState { Pending, Granted, Declined, Withdrawn };
struct JoinRequest {
  RoomUri room;
  QString roomName;
  SipUri user;
  QString userName;
  QString words;  // why, in the words of the one who asks; may be empty
  std::optional<Timestamp> askedOn;
  JoinRequestState state = JoinRequestState::Pending;

  bool operator==(const JoinRequest&) const = default;
};

}  // namespace Parlour::Xccos
