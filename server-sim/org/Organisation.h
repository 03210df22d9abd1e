// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QTimeZone>
#include <optional>
#include <vector>

#include "protocol/support/Clock.h"
#include "protocol/support/Ids.h"
#include "protocol/support/Result.h"

namespace Parlour::Server {

// Limits of an organisation file; names and descriptions are counted in characters
// (product 1.5), texts in bytes of UTF-8 as they go on the wire (DESIGN D6).
constexpr qint64 kMaxOrganisationBytes = 256ll * 1024 * 1024;
constexpr int kMaxOrgNameChars = 256;
constexpr int kMaxOrgDescriptionChars = 256;
constexpr int kMaxOrgMessageBytes = 8'000;
constexpr int kMaxOrgStoryBytes = 40'000;

// The numbers are the stored ones of product 1.2.
enum class OrgRoomType { Normal = 4, Auditorium = 5 };
enum class OrgPrivacy { Secret = 2, Closed = 3, Open = 6 };
enum class OrgPresence { Offline, Available, Busy, DoNotDisturb, Away };

// Somebody who can stand in a list of members, managers, creators and so on. `uri` is
// `sip:user@domain`, or `ma-grp:<guid>@u.g` for a group and for "everyone" (xccos 2).
struct OrgPrincipal {
  enum class Kind { User, Group, Everyone };
  Kind kind = Kind::User;
  QByteArray uri;
  bool operator==(const OrgPrincipal& other) const = default;
};

// A person. `presence` is the state in which bots show this person while a demo runs.
struct OrgUser {
  SipUri uri;
  QString displayName;
  QString email;
  QString title;
  QString company;
  std::optional<QString> password;  // secret: only as input of the credential hash, never in logs
  bool enabled = true;
  bool persistentChat = true;  // the policy of product 1.1
  OrgPresence presence = OrgPresence::Offline;
  std::vector<RoomUri> followed;  // in the order of the file
};

// A named set of users and groups; nesting is free of cycles.
struct OrgGroup {
  QByteArray uri;  // ma-grp:<guid>@u.g
  QByteArray guid;
  QString name;
  std::vector<OrgPrincipal> members;
};

// A category (product 1.1). Effective scope = allowed minus denied.
struct OrgCategory {
  CategoryUri uri;
  QString name;
  QString description;
  bool invitations = true;
  bool files = true;
  bool history = true;
  std::vector<OrgPrincipal> allowed;
  std::vector<OrgPrincipal> denied;
  std::vector<OrgPrincipal> creators;
};

// One past message. `text` is in the form of xccos 8.1 with CR LF line breaks; of a story it is empty.
struct OrgMessage {
  struct Story {
    QString title;
    QByteArray body;  // UTF-8, CR LF line breaks
  };
  SipUri author;
  Timestamp time;
  QByteArray text;  // UTF-8
  bool alert = false;
  std::optional<Story> story;

  // What stands in `chat` on the wire: the text, or the story as `[STORY]title CR LF body`.
  QByteArray chatText() const;
};

// A pending invitation: somebody was made a member and has not been told yet (product 1.1).
struct OrgInvitation {
  SipUri user;
  std::optional<SipUri> invitedBy;
  Timestamp created;
};

// A room with its lists and, when the file has one, its past, oldest message first.
struct OrgRoom {
  RoomUri uri;
  QString name;
  QString description;
  QString topic;
  CategoryUri category;
  OrgRoomType type = OrgRoomType::Normal;
  OrgPrivacy privacy = OrgPrivacy::Closed;
  bool inheritInvitations = true;  // false: invitations off, whatever the category says
  bool disabled = false;
  std::vector<OrgPrincipal> members;  // always empty for an open room
  std::vector<OrgPrincipal> managers;
  std::vector<OrgPrincipal> presenters;  // always empty for a normal room
  Timestamp created;                     // never null; the time of loading when the file has none
  std::optional<SipUri> createdBy;
  Timestamp updated;  // never null; equals `created` when the file has none
  std::optional<SipUri> updatedBy;
  std::vector<OrgInvitation> invitations;  // oldest first
  std::vector<OrgMessage> history;
};

// One line that a bot says: after a pause drawn from [delayMin, delayMax].
struct OrgBotLine {
  SipUri author;
  OrgMessage message;  // author as above, time null
  int delayMinSeconds = 0;
  int delayMaxSeconds = 0;
};

// A scripted conversation in one room; scripts run side by side. Every author may post there.
struct OrgBotScript {
  QString name;
  RoomUri room;
  bool loop = true;
  std::vector<OrgBotLine> lines;
};

// A whole organisation as read from a file: checked, with every name resolved to a URI. Plain
// values, free to copy and to move between threads. resources/demo/ORGANISATION.md is the format.
struct Organisation {
  QByteArray domain;  // lower case
  QString name;
  QByteArray everyoneUri;  // the principal that "everyone" stands for
  std::vector<OrgUser> users;
  std::vector<OrgGroup> groups;
  std::vector<OrgCategory> categories;
  std::vector<OrgRoom> rooms;
  std::vector<OrgBotScript> bots;
};

// Reads a file; errors name the object and the rule ("room "Repo": unknown member "x""), bad JSON
// its line. `detail` of the error lists up to 50 problems, one a line. Relative times count
// from `clock.now()`; times of day are those of `zone`. No state; any thread.
Result<Organisation> loadOrganisation(const QString& path, const Clock& clock,
                                      const QTimeZone& zone = QTimeZone::systemTimeZone());
Result<Organisation> parseOrganisation(const QByteArray& json, const Clock& clock,
                                       const QTimeZone& zone = QTimeZone::systemTimeZone());

// The GUID of an object that has none in the file: a version 5 UUID of "kind:domain/name"
// (kind: room, category, group, everyone), so a reload gives the same URI.
QByteArray derivedGuid(QByteArrayView kind, QByteArrayView domain, const QString& name);

}  // namespace Parlour::Server
