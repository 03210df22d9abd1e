// SPDX-License-Identifier: Apache-2.0
#include "tests/server-sim/channel/support/Harbour.h"

namespace Parlour::Server::Testing {
namespace {

constexpr CategoryId kSeafaring = 1;
constexpr CategoryId kQuiet = 2;
constexpr CategoryId kFarShore = 3;

Principal personOf(PrincipalId id, const QByteArray& name) {
  Principal person;
  person.id = id;
  person.uri = "sip:" + name + "@orchard.example";
  person.displayName = QString::fromUtf8(name.left(1).toUpper() + name.mid(1));
  person.chatEnabled = true;
  return person;
}

Principal groupOf(PrincipalId id, const QByteArray& guid) {
  Principal group;
  group.id = id;
  group.uri = "ma-grp:" + guid + "@u.g";
  group.type = PrincipalType::Group;
  group.displayName = QString::fromUtf8(guid);
  return group;
}

Category categoryOf(CategoryId id, const QByteArray& key, const QString& name, std::vector<PrincipalId> allowed) {
  Category category;
  category.id = id;
  category.uri = *CategoryUri::fromParts("orchard.example", key);
  category.name = name;
  category.allowed = std::move(allowed);
  return category;
}

Room roomOf(Node id, const QByteArray& key, const QString& name, Privacy privacy, std::vector<PrincipalId> members,
            std::vector<PrincipalId> managers) {
  Room room;
  room.id = id;
  room.uri = Harbour::room(key);
  room.name = name;
  room.category = kSeafaring;
  room.privacy = privacy;
  room.members = std::move(members);
  room.managers = std::move(managers);
  room.audit.createdBy = "sip:bo@orchard.example";
  room.audit.createdOn = *Timestamp::parse("2030-11-02T10:00:00Z");
  return room;
}

void addPeople(Snapshot& snapshot, int extras) {
  const char* const names[] = {"ada", "bo", "cy", "dot", "eve", "fin", "gus", "hal"};
  for (int i = 0; i < 8; ++i) snapshot.principals.push_back(personOf(Ada + i, names[i]));
  snapshot.principals[Fin - 1].chatEnabled = false;
  snapshot.principals[Gus - 1].enabled = false;
  snapshot.principals.push_back(groupOf(Crew, "crew"));
  snapshot.principals.push_back(groupOf(Afloat, "afloat"));
  snapshot.principals.push_back(groupOf(Everyone, "everyone"));
  snapshot.memberships = {{Crew, Ada},   {Crew, Bo},    {Afloat, Crew},     {Afloat, Cy},   {Afloat, Dot},
                          {Afloat, Fin}, {Afloat, Gus}, {Everyone, Afloat}, {Everyone, Hal}};
  for (int i = 0; i < extras; ++i) {
    snapshot.principals.push_back(personOf(Extra + i, "x" + QByteArray::number(i)));
    snapshot.memberships.push_back({Everyone, Extra + i});
  }
}

void addCategories(Snapshot& snapshot) {
  snapshot.rootCategory = *CategoryUri::fromParts("orchard.example", "root");
  Category seafaring = categoryOf(kSeafaring, "seafaring", QStringLiteral("Seafaring"), {Everyone});
  seafaring.description = QStringLiteral("All on the water");
  seafaring.denied = {Hal};
  seafaring.creators = {Crew, Hal};
  Category quiet = categoryOf(kQuiet, "quiet", QStringLiteral("Quiet"), {Everyone});
  quiet.denied = {Hal};
  quiet.history = false;
  quiet.files = true;
  quiet.invitations = false;
  snapshot.categories = {seafaring, quiet, categoryOf(kFarShore, "farshore", QStringLiteral("Far shore"), {Eve})};
}

void addRooms(Snapshot& snapshot) {
  Room tides = roomOf(Tides, "tides", QStringLiteral("Tide tables"), Privacy::Closed, {Crew, Cy}, {Bo});
  tides.description = QStringLiteral("When the boats can leave");
  tides.topic = QStringLiteral("Spring tides");
  Room stage = roomOf(Stage, "stage", QStringLiteral("Stage"), Privacy::Closed, {Ada, Bo, Cy}, {Bo});
  stage.type = RoomType::Auditorium;
  stage.presenters = {Cy};
  stage.inheritInvitations = false;
  Room attic = roomOf(Attic, "attic", QStringLiteral("Attic"), Privacy::Closed, {Ada}, {Bo});
  attic.disabled = true;
  Room whisper = roomOf(Whisper, "whisper", QStringLiteral("Whisper"), Privacy::Closed, {Ada, Bo}, {});
  whisper.category = kQuiet;
  Room far = roomOf(Far, "far", QStringLiteral("Far"), Privacy::Open, {}, {});
  far.category = kFarShore;
  snapshot.rooms = {tides, roomOf(Lobby, "lobby", QStringLiteral("Lobby"), Privacy::Open, {}, {Bo}),
                    stage, roomOf(Vault, "vault", QStringLiteral("Vault of tides"), Privacy::Secret, {Ada}, {Dot}),
                    attic, whisper,
                    far,   roomOf(Logbook, "logbook", QStringLiteral("Logbook"), Privacy::Closed, {Ada, Bo}, {})};
}

}  // namespace

Snapshot harbourSnapshot(int extras) {
  Snapshot snapshot;
  snapshot.domain = "orchard.example";
  snapshot.databaseVersion = "0b1f9f0e-77aa-4b51-8a0e-3d9be1f2c001";
  addPeople(snapshot, extras);
  addCategories(snapshot);
  addRooms(snapshot);
  return snapshot;
}

std::vector<Delivery> RecordingSink::takeFor(SessionId session) {
  std::vector<Delivery> taken;
  std::erase_if(deliveries, [&](const Delivery& delivery) {
    if (delivery.session != session) return false;
    taken.push_back(delivery);
    return true;
  });
  return taken;
}

ChannelSettings Harbour::defaults() {
  ChannelSettings settings;
  settings.poolUri = "sip:GC-1-PersistentChatService-1@orchard.example";
  settings.displayName = "Orchard rooms";
  return settings;
}

Harbour::Harbour(ChannelSettings settings, const Snapshot& snapshot)
    : store(clock, snapshot), service(std::move(settings), snapshot, store, sink, clock) {}

InfoVerdict Harbour::send(SessionId session, const Xccos::Command& command) {
  return service.receive(session, Xccos::serialize(Xccos::Envelope::ofCommand(++lastEnvId, command)));
}

InfoVerdict Harbour::join(SessionId session, const QByteArray& key) {
  return send(session, Xccos::Join{{0, room(key)}});
}

InfoVerdict Harbour::post(SessionId session, const QByteArray& key, const QByteArray& text, bool alert) {
  Xccos::ChatMessage message;
  message.chanUri = room(key);
  message.author = address("mallory");
  message.ts = clock.now();
  message.chat = text;
  if (alert) message.alert = true;
  return service.receive(session, Xccos::serialize(Xccos::Envelope::ofChat(++lastEnvId, message)));
}

InfoVerdict Harbour::postAgain(SessionId session, const QByteArray& key, const QByteArray& text, EnvId envId) {
  const EnvId next = std::exchange(lastEnvId, envId - 1);
  const InfoVerdict verdict = post(session, key, text);
  lastEnvId = next;
  return verdict;
}

std::optional<Xccos::Reply> Harbour::takeReply(SessionId session, EnvId commandEnvId) {
  for (auto place = sink.deliveries.begin(); place != sink.deliveries.end(); ++place) {
    if (place->session != session) continue;
    const auto envelope = Xccos::parse(*place->envelope);
    if (!envelope || !envelope->replies()) continue;
    Xccos::Reply reply = envelope->replies()->front().message;
    if (Xccos::headerOf(reply).commandEnvId != commandEnvId) continue;
    sink.deliveries.erase(place);
    return reply;
  }
  return std::nullopt;
}

QByteArrayList roomKeys(const std::vector<Xccos::ChanInfo>& rooms) {
  QByteArrayList keys;
  for (const auto& room : rooms) keys.append(room.uri.key());
  return keys;
}

}  // namespace Parlour::Server::Testing
