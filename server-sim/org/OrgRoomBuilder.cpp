// SPDX-License-Identifier: Apache-2.0
#include "server-sim/org/OrgRoomBuilder.h"

#include <QSet>
#include <algorithm>

#include "server-sim/org/OrgText.h"

namespace Parlour::Server {
namespace {

constexpr int kMaxBotDelaySeconds = 24 * 3600;

// Equal times keep the order of the file. Sorts positions: cheaper than moving the entries about.
template <typename T>
void sortByTime(std::vector<T>& entries, Timestamp T::*time) {
  std::vector<std::pair<Timestamp, size_t>> order;
  order.reserve(entries.size());
  for (size_t i = 0; i < entries.size(); ++i) order.emplace_back(entries[i].*time, i);
  std::sort(order.begin(), order.end());
  std::vector<T> sorted;
  sorted.reserve(entries.size());
  for (const auto& [when, position] : order) sorted.push_back(std::move(entries[position]));
  entries = std::move(sorted);
}

}  // namespace

void OrgRoomBuilder::build(const OrgFields& root) {
  auto rooms = root.objects(QLatin1String("rooms"), QStringLiteral("room"));
  builder_->organisation().rooms.reserve(rooms.size());
  for (OrgFields& fields : rooms) readRoom(fields);
  readFollowed(root);
  auto bots = root.objects(QLatin1String("bots"), QStringLiteral("bot script"));
  for (OrgFields& fields : bots) readBot(fields);
}

void OrgRoomBuilder::readRoom(OrgFields& fields) {
  Organisation& org = builder_->organisation();
  OrgRoom room;
  room.name = builder_->named(fields, QStringLiteral("room"));
  if (room.name.isEmpty()) return;
  fields.allowOnly({QLatin1String("name"), QLatin1String("guid"), QLatin1String("description"), QLatin1String("topic"),
                    QLatin1String("category"), QLatin1String("type"), QLatin1String("privacy"),
                    QLatin1String("invitations"), QLatin1String("disabled"), QLatin1String("members"),
                    QLatin1String("managers"), QLatin1String("presenters"), QLatin1String("created"),
                    QLatin1String("createdBy"), QLatin1String("updated"), QLatin1String("updatedBy"),
                    QLatin1String("pendingInvitations"), QLatin1String("history")});
  const QString categoryName = fields.requiredText(QLatin1String("category"));
  const auto category = builder_->index().category(categoryName);
  if (!category) {
    if (!categoryName.isEmpty()) fields.problem(QStringLiteral("unknown category ") + quotedOrgName(categoryName));
    return;
  }
  if (!builder_->index().addRoom(room.name, static_cast<int>(org.rooms.size())))
    return fields.problem(QStringLiteral("another room or a category has the same name"));
  const QByteArray key = builder_->guid(fields, "room", room.name);
  if (const auto uri = RoomUri::fromParts(org.domain, key)) room.uri = *uri;
  room.category = org.categories[static_cast<size_t>(*category)].uri;
  room.description = builder_->description(fields);
  room.topic = fields.text(QLatin1String("topic"));
  readKind(fields, room);
  readAudit(fields, room);
  Lists lists;
  lists.category = *category;
  readLists(fields, room, lists);
  readInvitations(fields, room, lists);
  readHistory(fields, room, lists);
  org.rooms.push_back(std::move(room));
  lists_.push_back(std::move(lists));
}

void OrgRoomBuilder::readKind(const OrgFields& fields, OrgRoom& room) const {
  const QString type = fields.text(QLatin1String("type"));
  if (type == QLatin1String("auditorium"))
    room.type = OrgRoomType::Auditorium;
  else if (!type.isEmpty() && type != QLatin1String("normal"))
    fields.problem(QStringLiteral("\"type\" must be normal or auditorium"));

  const QString privacy = fields.text(QLatin1String("privacy"));
  if (privacy == QLatin1String("open"))
    room.privacy = OrgPrivacy::Open;
  else if (privacy == QLatin1String("secret"))
    room.privacy = OrgPrivacy::Secret;
  else if (!privacy.isEmpty() && privacy != QLatin1String("closed"))
    fields.problem(QStringLiteral("\"privacy\" must be open, closed or secret"));

  const QJsonValue invitations = fields.value(QLatin1String("invitations"));
  if (invitations.isBool() && !invitations.toBool())
    room.inheritInvitations = false;
  else if (!invitations.isUndefined() && invitations.toString() != QLatin1String("inherit"))
    fields.problem(QStringLiteral("\"invitations\" must be \"inherit\" or false"));
  room.disabled = fields.flag(QLatin1String("disabled"), false);
}

void OrgRoomBuilder::readAudit(const OrgFields& fields, OrgRoom& room) const {
  room.created = time(fields, QLatin1String("created")).value_or(builder_->moment().now);
  room.createdBy = userUri(fields, QLatin1String("createdBy"));
  room.updated = time(fields, QLatin1String("updated")).value_or(room.created);
  room.updatedBy = userUri(fields, QLatin1String("updatedBy"));
  if (room.updated < room.created) fields.problem(QStringLiteral("\"updated\" lies before \"created\""));
}

void OrgRoomBuilder::readLists(const OrgFields& fields, OrgRoom& room, Lists& lists) const {
  lists.members = builder_->resolve(fields, QLatin1String("members"), QStringLiteral("member"));
  lists.presenters = builder_->resolve(fields, QLatin1String("presenters"), QStringLiteral("presenter"));
  const OrgRefs managers = builder_->resolve(fields, QLatin1String("managers"), QStringLiteral("manager"));
  if (room.privacy == OrgPrivacy::Open && !lists.members.empty()) {
    fields.problem(QStringLiteral("an open room has no members"));
    lists.members.clear();
  }
  checkScope(fields, lists.category, lists.members, QStringLiteral("member"));
  checkScope(fields, lists.category, managers, QStringLiteral("manager"));
  checkScope(fields, lists.category, lists.presenters, QStringLiteral("presenter"));
  checkPresenters(fields, room, lists);
  room.members = builder_->principals(lists.members);
  room.managers = builder_->principals(managers);
  room.presenters = builder_->principals(lists.presenters);
}

void OrgRoomBuilder::checkScope(const OrgFields& fields, int category, const OrgRefs& refs, const QString& what) const {
  for (const OrgRef ref : refs) {
    if (builder_->scope().inScope(category, ref)) continue;
    const QString& name = builder_->organisation().categories[static_cast<size_t>(category)].name;
    fields.problem(QStringLiteral("%1 %2 is outside the scope of category %3")
                       .arg(what, builder_->shown(ref), quotedOrgName(name)));
  }
}

void OrgRoomBuilder::checkPresenters(const OrgFields& fields, const OrgRoom& room, const Lists& lists) const {
  if (lists.presenters.empty()) return;
  if (room.type == OrgRoomType::Normal) return fields.problem(QStringLiteral("only an auditorium has presenters"));
  if (room.privacy == OrgPrivacy::Open) return;
  const OrgUserSet members = builder_->scope().users(lists.members);
  for (const OrgRef ref : lists.presenters)
    if (!builder_->scope().contains(members, ref))
      fields.problem(QStringLiteral("presenter %1 is no member").arg(builder_->shown(ref)));
}

void OrgRoomBuilder::readInvitations(const OrgFields& fields, OrgRoom& room, const Lists& lists) const {
  const auto entries = fields.objects(QLatin1String("pendingInvitations"), QStringLiteral("invitation"));
  if (entries.empty()) return;
  const auto& category = builder_->organisation().categories[static_cast<size_t>(lists.category)];
  if (!category.invitations || !room.inheritInvitations)
    return fields.problem(QStringLiteral("invitations are off, so none can be pending"));
  QSet<int> seen;
  for (const OrgFields& entry : entries) {
    entry.allowOnly({QLatin1String("user"), QLatin1String("by"), QLatin1String("time")});
    if (entry.requiredText(QLatin1String("user")).isEmpty()) continue;
    const auto invited = user(entry, QLatin1String("user"));
    if (!invited) continue;
    OrgInvitation invitation;
    invitation.user = builder_->organisation().users[static_cast<size_t>(*invited)].uri;
    invitation.invitedBy = userUri(entry, QLatin1String("by"));
    invitation.created = time(entry, QLatin1String("time")).value_or(builder_->moment().now);
    if (seen.contains(*invited)) entry.problem(QStringLiteral("the user has an invitation to this room already"));
    seen.insert(*invited);
    if (!builder_->scope().includes(lists.members, *invited))
      entry.problem(QStringLiteral("the invited user is no member of the room"));
    room.invitations.push_back(std::move(invitation));
  }
  sortByTime(room.invitations, &OrgInvitation::created);
}

void OrgRoomBuilder::readHistory(const OrgFields& fields, OrgRoom& room, const Lists& lists) const {
  const auto entries = fields.objects(QLatin1String("history"), QStringLiteral("message"));
  if (entries.empty()) return;
  if (!builder_->organisation().categories[static_cast<size_t>(lists.category)].history)
    return fields.problem(QStringLiteral("the category keeps no history"));
  room.history.reserve(entries.size());
  for (const OrgFields& entry : entries) {
    entry.allowOnly({QLatin1String("author"), QLatin1String("time"), QLatin1String("text"), QLatin1String("alert"),
                     QLatin1String("story")});
    OrgMessage message = readOrgMessage(entry);
    entry.requiredText(QLatin1String("author"));
    entry.requiredText(QLatin1String("time"));
    if (const auto author = userUri(entry, QLatin1String("author"))) message.author = *author;
    if (const auto when = time(entry, QLatin1String("time"))) message.time = *when;
    room.history.push_back(std::move(message));
  }
  sortByTime(room.history, &OrgMessage::time);
}

void OrgRoomBuilder::readFollowed(const OrgFields& root) {
  for (const QJsonValue& element : root.list(QLatin1String("users"))) {
    const QJsonObject object = element.toObject();
    const QString address = object.value(QLatin1String("address")).toString();
    const auto follower = builder_->index().user(address);
    if (!follower || !object.contains(QLatin1String("followed"))) continue;
    const OrgFields fields = root.at(object, QStringLiteral("user ") + quotedOrgName(address));
    for (const QString& name : fields.texts(QLatin1String("followed"))) follow(fields, *follower, name);
  }
}

void OrgRoomBuilder::follow(const OrgFields& fields, int follower, const QString& roomName) {
  Organisation& org = builder_->organisation();
  const QString shown = quotedOrgName(roomName);
  const auto room = builder_->index().room(roomName);
  if (!room) return fields.problem(QStringLiteral("follows unknown room ") + shown);
  if (!mayJoin(static_cast<size_t>(*room), follower))
    return fields.problem(QStringLiteral("follows room %1 without the right to join it").arg(shown));
  auto& followed = org.users[static_cast<size_t>(follower)].followed;
  const RoomUri& uri = org.rooms[static_cast<size_t>(*room)].uri;
  if (std::find(followed.begin(), followed.end(), uri) != followed.end())
    return fields.problem(QStringLiteral("follows room %1 twice").arg(shown));
  followed.push_back(uri);
}

void OrgRoomBuilder::readBot(OrgFields& fields) {
  OrgBotScript script;
  script.name = builder_->named(fields, QStringLiteral("bot script"));
  fields.allowOnly({QLatin1String("name"), QLatin1String("room"), QLatin1String("loop"), QLatin1String("lines")});
  const QString roomName = fields.requiredText(QLatin1String("room"));
  const auto room = builder_->index().room(roomName);
  if (!room) {
    if (!roomName.isEmpty()) fields.problem(QStringLiteral("unknown room ") + quotedOrgName(roomName));
    return;
  }
  script.room = builder_->organisation().rooms[static_cast<size_t>(*room)].uri;
  script.loop = fields.flag(QLatin1String("loop"), true);
  for (const OrgFields& line : fields.objects(QLatin1String("lines"), QStringLiteral("line")))
    script.lines.push_back(readBotLine(line, static_cast<size_t>(*room)));
  if (script.lines.empty()) fields.problem(QStringLiteral("a script needs at least one line"));
  builder_->organisation().bots.push_back(std::move(script));
}

OrgBotLine OrgRoomBuilder::readBotLine(const OrgFields& fields, size_t room) const {
  fields.allowOnly({QLatin1String("author"), QLatin1String("text"), QLatin1String("alert"), QLatin1String("story"),
                    QLatin1String("delay")});
  OrgBotLine line;
  line.message = readOrgMessage(fields);
  fields.requiredText(QLatin1String("author"));
  if (const auto author = user(fields, QLatin1String("author"))) {
    line.author = builder_->organisation().users[static_cast<size_t>(*author)].uri;
    line.message.author = line.author;
    if (!mayPost(room, *author)) fields.problem(QStringLiteral("the author may not post in this room"));
  }
  const QJsonArray delay = fields.list(QLatin1String("delay"));
  line.delayMinSeconds = delay.at(0).toInt(-1);
  line.delayMaxSeconds = delay.at(1).toInt(-1);
  const bool valid = delay.size() == 2 && line.delayMinSeconds >= 1 && line.delayMinSeconds <= line.delayMaxSeconds &&
                     line.delayMaxSeconds <= kMaxBotDelaySeconds;
  if (!valid) fields.problem(QStringLiteral("\"delay\" must be [shortest, longest] in seconds, 1 to 86400"));
  return line;
}

std::optional<Timestamp> OrgRoomBuilder::time(const OrgFields& fields, QLatin1String key) const {
  const QString text = fields.text(key);
  if (text.isEmpty()) return std::nullopt;
  const auto when = parseOrgTime(text, builder_->moment());
  if (!when) {
    fields.problem(QStringLiteral("\"%1\" %2 is neither an ISO time nor like \"-40m\", \"-3d 08:41\" or \"-3wd 08:41\"")
                       .arg(key, quotedOrgName(text)));
  } else if (*when > builder_->moment().now) {
    fields.problem(QStringLiteral("\"%1\" %2 lies in the future").arg(key, quotedOrgName(text)));
  }
  return when;
}

std::optional<int> OrgRoomBuilder::user(const OrgFields& fields, QLatin1String key) const {
  const QString text = fields.text(key);
  if (text.isEmpty()) return std::nullopt;
  const auto index = builder_->index().user(text);
  if (!index) fields.problem(QStringLiteral("unknown user %1 in \"%2\"").arg(quotedOrgName(text), key));
  return index;
}

std::optional<SipUri> OrgRoomBuilder::userUri(const OrgFields& fields, QLatin1String key) const {
  const auto index = user(fields, key);
  return index ? std::optional(builder_->organisation().users[static_cast<size_t>(*index)].uri) : std::nullopt;
}

bool OrgRoomBuilder::mayJoin(size_t room, int user) const {
  const OrgRoom& target = builder_->organisation().rooms[room];
  if (target.disabled) return false;
  if (target.privacy == OrgPrivacy::Open)
    return builder_->scope().inScope(lists_[room].category, {OrgPrincipal::Kind::User, user});
  return builder_->scope().includes(lists_[room].members, user);
}

bool OrgRoomBuilder::mayPost(size_t room, int user) const {
  const OrgUser& author = builder_->organisation().users[static_cast<size_t>(user)];
  if (!author.enabled || !author.persistentChat || !mayJoin(room, user)) return false;
  return builder_->organisation().rooms[room].type == OrgRoomType::Normal ||
         builder_->scope().includes(lists_[room].presenters, user);
}

}  // namespace Parlour::Server
