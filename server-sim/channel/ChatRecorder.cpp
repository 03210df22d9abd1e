// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/ChatRecorder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

#include "protocol/support/Log.h"
#include "server-sim/channel/ListTools.h"

namespace Parlour::Server {
namespace {

constexpr size_t kSavedAtOnce = 2'000;
constexpr char kAlreadyThere[] = R"({"reason":"recording was switched on"})";
constexpr char kStillThere[] = R"({"reason":"recording was switched off"})";

struct ActionKind {
  const char* action;  // how actions of the audit trail begin
  ComplianceKind kind;
};
// The first that fits counts. Messages are recorded one by one; what is not named here is nothing for compliance.
constexpr ActionKind kActionKinds[] = {
    {"room.roles", ComplianceKind::RoleChange},  {"room.purge", ComplianceKind::Purge},
    {"room.", ComplianceKind::RoomChange},       {"category.", ComplianceKind::RoleChange},
    {"group.", ComplianceKind::RoleChange},      {"policy.", ComplianceKind::RoleChange},
    {"person.", ComplianceKind::RoleChange},     {"user.", ComplianceKind::RoleChange},
    {"joinrequest.", ComplianceKind::RoleChange}};

std::optional<ComplianceKind> kindOf(const QByteArray& action) {
  for (const ActionKind& each : kActionKinds) {
    if (action.startsWith(each.action)) return each.kind;
  }
  return std::nullopt;
}

// Attribute values hold no quotation marks, so the first place is the right one.
qint64 numberOf(const QByteArray& fragment) {
  constexpr QByteArrayView attribute(" chatId=\"");
  const qsizetype at = fragment.indexOf(attribute);
  if (at < 0) return 0;
  const qsizetype first = at + attribute.size();
  return fragment.mid(first, fragment.indexOf('"', first) - first).toLongLong();
}

QByteArray extensionOf(const AuditEntry& entry) {
  QJsonObject known{{QStringLiteral("action"), QString::fromUtf8(entry.action)},
                    {QStringLiteral("object"), QString::fromUtf8(entry.object)}};
  const auto put = [&known](const QString& key, const QByteArray& json) {
    if (!json.isEmpty()) known.insert(key, QJsonDocument::fromJson(json).object());
  };
  put(QStringLiteral("before"), entry.before);
  put(QStringLiteral("after"), entry.after);
  return QJsonDocument(known).toJson(QJsonDocument::Compact);
}

}  // namespace

Status ChatRecorder::mayBegin() const {
  if (!recording_ || rule_ == FullQueue::Open || !full_) return success();
  return *full_;
}

void ChatRecorder::record(ComplianceEvent event, std::function<void(const Status&)> then) {
  if (!recording_) return then(success());
  if (event.time.isNull()) event.time = clock_.now();
  recordAll({std::move(event)}, std::move(then));
}

void ChatRecorder::recordAll(std::vector<ComplianceEvent> events, std::function<void(const Status&)> then) {
  if (!recording_ || events.empty()) return then(success());
  if (rule_ == FullQueue::Open) {
    save(std::move(events));
    return then(success());
  }
  const auto told = [alive = std::weak_ptr(alive_), then = std::move(then)](const Result<Done>& done) {
    if (!alive.expired()) then(done);
  };
  store_.recordEvents(events, told);
}

void ChatRecorder::save(std::vector<ComplianceEvent> events) {
  const auto done = [this, alive = std::weak_ptr(alive_), events](const Result<Done>& saved) {
    if (!alive.expired() && !saved) keep(events);
  };
  store_.recordEvents(events, done);
}

void ChatRecorder::keep(const std::vector<ComplianceEvent>& events) {
  for (const ComplianceEvent& event : events) {
    if (unsaved_.size() >= kMaxUnsaved) {
      if (lost_++ == 0) qCCritical(lcServer) << "Events of compliance are lost, because they cannot be stored.";
      continue;
    }
    unsaved_.push_back(event);
  }
}

void ChatRecorder::tick() {
  if (saving_ || unsaved_.empty() || !store_.health().writable) return;
  const auto count = static_cast<qsizetype>(std::min(unsaved_.size(), kSavedAtOnce));
  const std::vector<ComplianceEvent> events(unsaved_.begin(), unsaved_.begin() + count);
  saving_ = true;
  const auto done = [this, alive = std::weak_ptr(alive_), count](const Result<Done>& saved) {
    if (alive.expired()) return;
    saving_ = false;
    if (saved) unsaved_.erase(unsaved_.begin(), unsaved_.begin() + count);
  };
  store_.recordEvents(events, done);
}

bool ChatRecorder::wanted() const {
  const auto adapter = state_.configured("AdapterType");
  return always_ || (adapter && *adapter != "none");
}

void ChatRecorder::setAlways(bool always) {
  always_ = always;
  update();
}

void ChatRecorder::update() {
  if (recording_ == wanted()) return;
  if (recording_) everybody(ComplianceKind::Part);
  recording_ = !recording_;
  if (recording_) everybody(ComplianceKind::Join);
}

void ChatRecorder::everybody(ComplianceKind kind) {
  for (const RoomId id : participants_.rooms()) {
    const Room* room = state_.rooms().find(id);
    if (!room) continue;
    std::vector<ComplianceEvent> events;
    for (const auto& [user, participant] : participants_.users(id)) {
      events.push_back(event(kind, user, room));
      events.back().extension = kind == ComplianceKind::Join ? kAlreadyThere : kStillThere;
    }
    save(std::move(events));
  }
}

EventRoom ChatRecorder::place(const Room& room) const { return {room.id, room.uri.bytes(), room.name}; }

EventUser ChatRecorder::person(PrincipalId user) const {
  const Principal* known = state_.directory().find(user);
  if (!known) return {};
  return {user, known->uri, known->displayName, known->email, known->uri.endsWith('@' + state_.domain())};
}

EventUser ChatRecorder::actor(const QByteArray& name) const {
  const Principal* known = state_.directory().find(name.startsWith("sip:") ? name : "sip:" + name);
  if (known) return person(known->id);
  return {0, {}, QString::fromUtf8(name), {}, true};
}

ComplianceEvent ChatRecorder::event(ComplianceKind kind, PrincipalId user, const Room* room) const {
  ComplianceEvent made;
  made.kind = kind;
  made.time = clock_.now();
  if (room) made.room = place(*room);
  made.user = person(user);
  return made;
}

ComplianceEvent ChatRecorder::byAdministrator(ComplianceKind kind, const QByteArray& name, const Room* room) const {
  ComplianceEvent made = event(kind, 0, room);
  made.user = actor(name);
  return made;
}

ComplianceEvent ChatRecorder::read(ComplianceKind kind, PrincipalId user, const Room& room, const QByteArray& asked,
                                   const std::vector<QByteArray>& fragments) const {
  ComplianceEvent made = event(kind, user, &room);
  made.content = asked;
  QJsonArray numbers;
  for (const QByteArray& fragment : fragments) numbers.append(numberOf(fragment));
  made.extension = QJsonDocument(QJsonObject{{QStringLiteral("messages"), numbers}}).toJson(QJsonDocument::Compact);
  return made;
}

EventPtr ChatRecorder::post(PrincipalId author, const Room& room) const {
  if (!recording_) return nullptr;
  return std::make_shared<const ComplianceEvent>(event(ComplianceKind::Post, author, &room));
}

void ChatRecorder::entered(PrincipalId user, const std::vector<const Room*>& rooms) {
  if (!recording_ || rooms.empty()) return;
  std::vector<ComplianceEvent> events;
  for (const Room* room : rooms) events.push_back(event(ComplianceKind::Join, user, room));
  save(std::move(events));
}

void ChatRecorder::left(PrincipalId user, const std::vector<const Room*>& rooms) {
  if (!recording_ || rooms.empty()) return;
  std::vector<ComplianceEvent> events;
  for (const Room* room : rooms) {
    if (room) events.push_back(event(ComplianceKind::Part, user, room));
  }
  if (!events.empty()) save(std::move(events));
}

void ChatRecorder::expelled(PrincipalId user, RoomId room, const RoomUri& uri) {
  if (!recording_) return;
  const Room* known = state_.rooms().find(room);
  ComplianceEvent made = event(ComplianceKind::Part, user, known);
  if (!known) made.room = {room, uri.bytes(), {}};
  save({std::move(made)});
}

void ChatRecorder::addTo(ChangeSet& set) const {
  set.events.clear();
  if (!recording_) return;
  const auto placeOf = [&](const QByteArray& uri) {
    const auto parsed = RoomUri::parse(uri);
    const Room* room = parsed ? state_.rooms().find(*parsed) : nullptr;
    if (!room) room = Lists::findWhere(set.rooms, [&](const Room& each) { return each.uri.bytes() == uri; });
    return room ? place(*room) : EventRoom{0, uri.startsWith("ma-chan:") ? uri : QByteArray(), {}};
  };
  for (const AuditEntry& entry : set.audit) {
    const auto kind = kindOf(entry.action);
    if (!kind) continue;
    ComplianceEvent made;
    made.kind = *kind;
    made.time = entry.time;
    made.room = placeOf(entry.object);
    made.user = actor(entry.actor);
    made.extension = extensionOf(entry);
    set.events.push_back(std::move(made));
  }
  for (const MessageRemoval& removal : set.messageRemovals) {
    const Room* room = state_.rooms().find(removal.room);
    for (const ChatId chatId : removal.chatIds) {
      ComplianceEvent made;
      made.kind = removal.replacement ? ComplianceKind::MessageReplaced : ComplianceKind::MessageRemoved;
      made.time = set.audit.empty() ? clock_.now() : set.audit.front().time;
      if (room) made.room = place(*room);
      if (!set.audit.empty()) made.user = actor(set.audit.front().actor);
      made.messageId = chatId;
      made.content = removal.replacement.value_or(QByteArray());
      set.events.push_back(std::move(made));
    }
  }
}

}  // namespace Parlour::Server
