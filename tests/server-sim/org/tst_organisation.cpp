// SPDX-License-Identifier: Apache-2.0
#include "server-sim/org/Organisation.h"
#include "tests/program/TestProgram.h"

#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

namespace tst_organisation {

using namespace Parlour;
using namespace Parlour::Server;

class TestOrganisation : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void readsUsers();
  void readsGroupsAndCategories();
  void readsRooms();
  void readsInvitationsAndHistory();
  void readsBots();
  void readsDefaults();
  void derivesStableAddresses();
  void acceptsVariants_data();
  void acceptsVariants();
  void refuses_data();
  void refuses();
  void locatesBadJson_data();
  void locatesBadJson();
  void listsAllProblems();
  void neverShowsPasswords();
  void reportsMissingFile();
};

namespace {

// The pieces of a small valid file; a row replaces or adds some of them.
QByteArray fileOf(const QByteArray& users, const QByteArray& groups, const QByteArray& categories,
                  const QByteArray& rooms, const QByteArray& bots = QByteArray()) {
  return R"({"format":1,"domain":"Orchard.example","name":"Orchard","users":[)" + users + R"(],"groups":[)" + groups +
         R"(],"categories":[)" + categories + R"(],"rooms":[)" + rooms + R"(],"bots":[)" + bots + "]}";
}

const char* const kPeople =
    R"({"address":"ada","name":"Ada Quince"},{"address":"ben","name":"Ben Pear"},{"address":"cleo","name":"Cleo Fig"})";
const char* const kCrew = R"({"name":"Crew","members":["ada","ben"]})";
const char* const kHarbour = R"({"name":"Harbour","allowed":["everyone"]})";

Result<Organisation> parse(const QByteArray& json) { return parseOrganisation(json, FakeClock(), QTimeZone::utc()); }

QByteArray withRoom(const QByteArray& room, const QByteArray& category = kHarbour) {
  return fileOf(kPeople, kCrew, category, room);
}

QByteArray withBot(const QByteArray& room, const QByteArray& bot) {
  return fileOf(kPeople, kCrew, kHarbour, room, bot);
}

// Every field of the format has a value that is not its default, where it can.
QByteArray completeFile() {
  return fileOf(
      R"({"address":"sip:Ada@orchard.example","name":"Ada Quince","email":"a@post.example","title":"Skipper",
          "company":"Orchard Lines","password":"pw-1","enabled":true,"persistentChat":true,"presence":"busy",
          "followed":["Tides"]},
         {"address":"ben","name":"Ben Pear","enabled":false},{"address":"cleo@orchard.example","name":"Cleo Fig"})",
      R"({"name":"Crew","guid":"{0A3C1D7E-0F44-4D5A-9B6B-2F10C8E47A01}","members":["ada","Inner"]},
         {"name":"Inner","members":["cleo"]})",
      R"({"name":"Harbour","guid":"b1c1d7e2-0f44-4d5a-9b6b-2f10c8e47a01","description":"All ships","invitations":true,
          "files":false,"history":true,"allowed":["everyone"],"denied":["ben"],"creators":["Crew"]})",
      R"({"name":"Tides","guid":"a3c1d7e2-0f44-4d5a-9b6b-2f10c8e47a01","description":"Tables","topic":"Spring tide",
          "category":"harbour","type":"auditorium","privacy":"secret","invitations":"inherit","disabled":false,
          "members":["crew"],"managers":["cleo"],"presenters":["ada"],"created":"2030-01-02T03:04:05Z",
          "createdBy":"ben","updated":"-1d 08:00","updatedBy":"cleo",
          "pendingInvitations":[{"user":"cleo","by":"ada","time":"-2d 10:00"}],
          "history":[{"author":"ben","time":"-1d 09:00","text":"One\ntwo","alert":true},
                     {"author":"cleo","time":"-2d 09:00","story":{"title":"Log","body":"Day 1\r\nDay 2"}}]})",
      R"({"name":"Talk","room":"Tides","loop":false,"lines":[{"author":"ada","text":"Ahoy","delay":[5,9]}]})");
}

QStringList urisOf(const std::vector<OrgPrincipal>& principals) {
  QStringList uris;
  for (const OrgPrincipal& principal : principals) uris.append(QString::fromUtf8(principal.uri));
  return uris;
}

}  // namespace

void TestOrganisation::readsUsers() {
  const auto result = parse(completeFile());
  QVERIFY2(result.ok(), result.ok() ? "" : qPrintable(result.error().detail));
  QCOMPARE(result->domain, QByteArrayLiteral("orchard.example"));
  QCOMPARE(result->name, QStringLiteral("Orchard"));

  const OrgUser& ada = result->users.at(0);
  QCOMPARE(ada.uri.bytes(), QByteArrayLiteral("sip:ada@orchard.example"));
  QCOMPARE(ada.displayName, QStringLiteral("Ada Quince"));
  QCOMPARE(ada.email, QStringLiteral("a@post.example"));
  QCOMPARE(ada.title, QStringLiteral("Skipper"));
  QCOMPARE(ada.company, QStringLiteral("Orchard Lines"));
  QCOMPARE(ada.password.value_or(QString()), QStringLiteral("pw-1"));
  QCOMPARE(ada.presence, OrgPresence::Busy);
  QCOMPARE(ada.followed.size(), size_t(1));
  QCOMPARE(ada.followed.at(0), result->rooms.at(0).uri);
  QVERIFY(!result->users.at(1).enabled);
  QCOMPARE(result->users.at(2).email, QStringLiteral("cleo@orchard.example"));
}

void TestOrganisation::readsGroupsAndCategories() {
  const auto result = parse(completeFile());
  QVERIFY2(result.ok(), result.ok() ? "" : qPrintable(result.error().detail));
  QCOMPARE(result->groups.at(0).uri, QByteArrayLiteral("ma-grp:0a3c1d7e-0f44-4d5a-9b6b-2f10c8e47a01@u.g"));
  QCOMPARE(urisOf(result->groups.at(0).members),
           QStringList({QStringLiteral("sip:ada@orchard.example"), QString::fromUtf8(result->groups.at(1).uri)}));

  const OrgCategory& category = result->categories.at(0);
  QCOMPARE(category.uri.bytes(), QByteArrayLiteral("ma-cat://orchard.example/b1c1d7e2-0f44-4d5a-9b6b-2f10c8e47a01"));
  QVERIFY(category.invitations && !category.files && category.history);
  QCOMPARE(category.description, QStringLiteral("All ships"));
  QCOMPARE(category.allowed.at(0).kind, OrgPrincipal::Kind::Everyone);
  QCOMPARE(category.allowed.at(0).uri, result->everyoneUri);
  QCOMPARE(urisOf(category.denied), QStringList(QStringLiteral("sip:ben@orchard.example")));
  QCOMPARE(urisOf(category.creators), QStringList(QString::fromUtf8(result->groups.at(0).uri)));
}

void TestOrganisation::readsRooms() {
  const auto result = parse(completeFile());
  QVERIFY2(result.ok(), result.ok() ? "" : qPrintable(result.error().detail));
  const OrgRoom& room = result->rooms.at(0);
  QCOMPARE(room.uri.bytes(), QByteArrayLiteral("ma-chan://orchard.example/a3c1d7e2-0f44-4d5a-9b6b-2f10c8e47a01"));
  QCOMPARE(room.category, result->categories.at(0).uri);
  QCOMPARE(room.description, QStringLiteral("Tables"));
  QCOMPARE(room.topic, QStringLiteral("Spring tide"));
  QCOMPARE(room.type, OrgRoomType::Auditorium);
  QCOMPARE(room.privacy, OrgPrivacy::Secret);
  QVERIFY(room.inheritInvitations && !room.disabled);
  QCOMPARE(urisOf(room.members), QStringList(QString::fromUtf8(result->groups.at(0).uri)));
  QCOMPARE(urisOf(room.managers), QStringList(QStringLiteral("sip:cleo@orchard.example")));
  QCOMPARE(urisOf(room.presenters), QStringList(QStringLiteral("sip:ada@orchard.example")));
  QCOMPARE(room.created.toXccosSeconds(), QByteArrayLiteral("2030-01-02T03:04:05Z"));
  QCOMPARE(room.createdBy.value_or(SipUri()).user(), QByteArrayLiteral("ben"));
  QCOMPARE(room.updated.toXccosSeconds(), QByteArrayLiteral("2031-03-03T08:00:00Z"));
  QCOMPARE(room.updatedBy.value_or(SipUri()).user(), QByteArrayLiteral("cleo"));
}

void TestOrganisation::readsInvitationsAndHistory() {
  const auto result = parse(completeFile());
  QVERIFY2(result.ok(), result.ok() ? "" : qPrintable(result.error().detail));
  const OrgRoom& room = result->rooms.at(0);
  QCOMPARE(room.invitations.at(0).user.user(), QByteArrayLiteral("cleo"));
  QCOMPARE(room.invitations.at(0).invitedBy.value_or(SipUri()).user(), QByteArrayLiteral("ada"));
  QCOMPARE(room.invitations.at(0).created.toXccosSeconds(), QByteArrayLiteral("2031-03-02T10:00:00Z"));

  QCOMPARE(room.history.size(), size_t(2));
  QCOMPARE(room.history.at(0).chatText(), QByteArrayLiteral("[STORY]Log\r\nDay 1\r\nDay 2"));
  QCOMPARE(room.history.at(0).author.user(), QByteArrayLiteral("cleo"));
  QVERIFY(!room.history.at(0).alert);
  QCOMPARE(room.history.at(1).chatText(), QByteArrayLiteral("One\r\ntwo"));
  QCOMPARE(room.history.at(1).time.toXccosSeconds(), QByteArrayLiteral("2031-03-03T09:00:00Z"));
  QVERIFY(room.history.at(1).alert);
}

void TestOrganisation::readsBots() {
  const auto result = parse(completeFile());
  QVERIFY2(result.ok(), result.ok() ? "" : qPrintable(result.error().detail));
  const OrgBotScript& script = result->bots.at(0);
  QCOMPARE(script.room, result->rooms.at(0).uri);
  QVERIFY(!script.loop);
  QCOMPARE(script.lines.at(0).author.user(), QByteArrayLiteral("ada"));
  QCOMPARE(script.lines.at(0).message.chatText(), QByteArrayLiteral("Ahoy"));
  QCOMPARE(script.lines.at(0).delayMinSeconds, 5);
  QCOMPARE(script.lines.at(0).delayMaxSeconds, 9);
}

void TestOrganisation::readsDefaults() {
  const auto result = parse(withRoom(R"({"name":"Tides","category":"Harbour"})"));
  QVERIFY(result.ok());
  const OrgUser& user = result->users.at(0);
  QVERIFY(user.enabled && user.persistentChat && !user.password && user.followed.empty());
  QCOMPARE(user.presence, OrgPresence::Offline);
  const OrgCategory& category = result->categories.at(0);
  QVERIFY(category.invitations && category.files && category.history);
  const OrgRoom& room = result->rooms.at(0);
  QCOMPARE(room.type, OrgRoomType::Normal);
  QCOMPARE(room.privacy, OrgPrivacy::Closed);
  QVERIFY(room.inheritInvitations && !room.disabled);
  QCOMPARE(room.created, FakeClock().now());
  QCOMPARE(room.updated, room.created);
}

void TestOrganisation::derivesStableAddresses() {
  const auto first = parse(withRoom(R"({"name":"Tides","category":"Harbour"},{"name":"Crew","category":"Harbour"})"));
  const auto second = parse(withRoom(R"({"name":"Crew","category":"Harbour"},{"name":"Tides","category":"Harbour"})"));
  QVERIFY(first.ok() && second.ok());
  QCOMPARE(first->rooms.at(0).uri, second->rooms.at(1).uri);
  QCOMPARE(first->categories.at(0).uri, second->categories.at(0).uri);
  QCOMPARE(first->groups.at(0).uri, second->groups.at(0).uri);
  QCOMPARE(first->rooms.at(0).uri.key(), derivedGuid("room", "orchard.example", QStringLiteral("Tides")));
  // A room and a group of one name are different objects.
  QVERIFY(!first->groups.at(0).uri.contains(first->rooms.at(1).uri.key()));
  const QUuid uuid = QUuid::fromString(QLatin1String(first->rooms.at(0).uri.key()));
  QCOMPARE(uuid.version(), QUuid::Sha1);
  // Addresses in deployed stores depend on this very value.
  QCOMPARE(first->rooms.at(0).uri.key(), QByteArrayLiteral("730ba9fb-5251-5618-9b78-6ac95b438291"));
}

void TestOrganisation::acceptsVariants_data() {
  QTest::addColumn<QByteArray>("json");
  QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF{\"domain\":\"orchard.example\"}");
  QTest::newRow("nothing but a domain") << QByteArray(R"({"domain":"orchard.example"})");
  QTest::newRow("user of another domain")
      << fileOf(R"({"address":"zoe@partner.example","name":"Zoe"})", "", kHarbour, "");
  QTest::newRow("group inside scope through an outer group")
      << fileOf(kPeople, R"({"name":"Outer","members":["Crew"]},{"name":"Crew","members":["ada"]})",
                R"({"name":"Harbour","allowed":["Outer"]})", R"({"name":"A","category":"Harbour","members":["Crew"]})");
  QTest::newRow("group whose users are all in scope one by one")
      << fileOf(kPeople, kCrew, R"({"name":"Harbour","allowed":["ada","ben"]})",
                R"({"name":"A","category":"Harbour","members":["Crew"]})");
  QTest::newRow("diamond of groups is no cycle")
      << fileOf(kPeople,
                R"({"name":"Top","members":["L","R"]},{"name":"L","members":["X"]},{"name":"R","members":["X"]},
                   {"name":"X","members":["ada"]})",
                kHarbour, "");
  QTest::newRow("presenter is member through a group")
      << withRoom(R"({"name":"A","category":"Harbour","type":"auditorium","members":["Crew"],"presenters":["ben"]})");
  QTest::newRow("open auditorium needs no members")
      << withRoom(R"({"name":"A","category":"Harbour","type":"auditorium","privacy":"open","presenters":["ben"]})");
  QTest::newRow("manager need not be a member") << withRoom(R"({"name":"A","category":"Harbour","managers":["cleo"]})");
  QTest::newRow("name of 256 characters")
      << withRoom(R"({"name":")" + QByteArray(256, 'n') + R"(","category":"Harbour"})");
  QTest::newRow("message of 8000 bytes") << withRoom(
      R"({"name":"A","category":"Harbour","history":[{"author":"ada","time":"-1m","text":")" + QByteArray(8000, 'x') +
      R"("}]})");
  QTest::newRow("author of history who has left the room") << withRoom(
      R"({"name":"A","category":"Harbour","members":["ada"],"history":[{"author":"cleo","time":"-1m","text":"x"}]})");
}

void TestOrganisation::acceptsVariants() {
  QFETCH(QByteArray, json);
  const auto result = parse(json);
  QVERIFY2(result.ok(), result.ok() ? "" : qPrintable(result.error().detail));
}

namespace {

void row(const char* name, const QByteArray& json, const char* text) {
  QTest::newRow(name) << json << QString::fromUtf8(text);
}

void room(const char* name, const QByteArray& fields, const char* text) {
  row(name, withRoom(R"({"name":"Tides","category":"Harbour",)" + fields + "}"), text);
}

void message(const char* name, const QByteArray& fields, const char* text) {
  room(name, R"("history":[{)" + fields + "}]", text);
}

void bot(const char* name, const QByteArray& roomFields, const QByteArray& line, const char* text) {
  row(name,
      withBot(R"({"name":"Tides","category":"Harbour",)" + roomFields + "}",
              R"({"name":"Talk","room":"Tides","lines":[)" + line + "]}"),
      text);
}

void addFileAndUserRows() {
  row("not an object", "[1]", "must be a JSON object");
  row("no domain", "{}", "\"domain\" is missing");
  row("bad domain", R"({"domain":"a b"})", "\"domain\" is not a domain name");
  row("other format", R"({"format":2,"domain":"orchard.example"})", "format 1");
  row("unknown field", R"({"domain":"orchard.example","romms":[]})", "unknown field \"romms\"");
  row("list of wrong type", R"({"domain":"orchard.example","rooms":{}})", "\"rooms\" must be a list");
  row("element of wrong type", R"({"domain":"orchard.example","users":["ada"]})", "user 1: must be an object");

  row("user without address", fileOf(R"({"name":"Ada"})", "", "", ""), "user 1: \"address\" is missing");
  row("user without name", fileOf(R"({"address":"ada"})", "", "", ""), "user \"ada\": \"name\" is missing");
  row("bad address", fileOf(R"({"address":"a b","name":"A"})", "", "", ""), "user \"a b\": the address is not");
  row("same address twice",
      fileOf(R"({"address":"ada","name":"A"},{"address":"sip:ADA@orchard.example","name":"B"})", "", "", ""),
      "user \"sip:ADA@orchard.example\": another user has the same address");
  row("flag of wrong type", fileOf(R"({"address":"ada","name":"A","enabled":"no"})", "", "", ""),
      "user \"ada\": \"enabled\" must be true or false");
  row("bad presence", fileOf(R"({"address":"ada","name":"A","presence":"gone"})", "", "", ""), "\"presence\" must be");
  row("unknown field of a user", fileOf(R"({"address":"ada","name":"A","nick":"x"})", "", "", ""),
      "user \"ada\": unknown field \"nick\"");
  row("follows unknown room", fileOf(R"({"address":"ada","name":"A","followed":["Nix"]})", "", kHarbour, ""),
      "user \"ada\": follows unknown room \"Nix\"");
  row("follows without right",
      fileOf(R"({"address":"ada","name":"A","followed":["Tides"]})", "", kHarbour,
             R"({"name":"Tides","category":"Harbour"})"),
      "user \"ada\": follows room \"Tides\" without the right to join it");
  row("follows twice",
      fileOf(R"({"address":"ada","name":"A","followed":["Tides","tides"]})", "", kHarbour,
             R"({"name":"Tides","category":"Harbour","privacy":"open"})"),
      "user \"ada\": follows room \"tides\" twice");
}

void addGroupAndCategoryRows() {
  row("same group twice", fileOf(kPeople, R"({"name":"Crew"},{"name":"CREW"})", "", ""),
      "group \"CREW\": another group has the same name");
  row("group called like a user", fileOf(kPeople, R"({"name":"ada"})", "", ""),
      "group \"ada\": the name already means");
  row("unknown member of a group", fileOf(kPeople, R"({"name":"Crew","members":["dora"]})", "", ""),
      "group \"Crew\": unknown member \"dora\"");
  row("group in itself", fileOf(kPeople, R"({"name":"Crew","members":["Crew"]})", "", ""),
      "group \"Crew\": the group contains itself");
  row("cycle of three groups",
      fileOf(kPeople, R"({"name":"A","members":["B"]},{"name":"B","members":["C"]},{"name":"C","members":["A"]})", "",
             ""),
      "group \"C\": the group contains itself");
  row("everyone in a group", fileOf(kPeople, R"({"name":"Crew","members":["everyone"]})", "", ""),
      "group \"Crew\": \"everyone\" cannot be in a group");
  row("bad GUID", fileOf(kPeople, R"({"name":"Crew","guid":"12"})", "", ""), "group \"Crew\": \"guid\" is not a GUID");

  row("same category twice", fileOf(kPeople, "", R"({"name":"Harbour"},{"name":"harbour"})", ""),
      "category \"harbour\": another category has the same name");
  row("unknown allowed member", fileOf(kPeople, "", R"({"name":"Harbour","allowed":["nobody"]})", ""),
      "category \"Harbour\": unknown allowed member \"nobody\"");
  row("creator outside scope", fileOf(kPeople, "", R"({"name":"Harbour","allowed":["ada"],"creators":["ben"]})", ""),
      "category \"Harbour\": creator \"ben@orchard.example\" is outside the scope");
  row("description too long",
      fileOf(kPeople, "", R"({"name":"Harbour","description":")" + QByteArray(257, 'd') + "\"}", ""),
      "category \"Harbour\": the description is longer than 256 characters");
}

void addRoomRows() {
  row("room without category", withRoom(R"({"name":"Tides"})"), "room \"Tides\": \"category\" is missing");
  row("unknown category", withRoom(R"({"name":"Tides","category":"Sea"})"), "room \"Tides\": unknown category \"Sea\"");
  row("room without name", withRoom(R"({"category":"Harbour"})"), "room 1: \"name\" is missing");
  row("same room twice", withRoom(R"({"name":"Tides","category":"Harbour"},{"name":"TIDES","category":"Harbour"})"),
      "room \"TIDES\": another room or a category has the same name");
  row("room called like a category", withRoom(R"({"name":"harbour","category":"Harbour"})"),
      "room \"harbour\": another room or a category has the same name");
  row("room name too long", withRoom(R"({"name":")" + QByteArray(257, 'n') + R"(","category":"Harbour"})"),
      "the name is longer than 256 characters");
  row("same GUID twice", withRoom(R"({"name":"A","category":"Harbour","guid":"a3c1d7e2-0f44-4d5a-9b6b-2f10c8e47a01"},
                  {"name":"B","category":"Harbour","guid":"A3C1D7E2-0F44-4D5A-9B6B-2F10C8E47A01"})"),
      "room \"B\": another object has the same GUID");
  room("bad type", R"("type":"hall")", "\"type\" must be normal or auditorium");
  room("bad privacy", R"("privacy":"private")", "\"privacy\" must be open, closed or secret");
  room("bad invitations", R"("invitations":true)", "\"invitations\" must be \"inherit\" or false");
  room("unknown member", R"("members":["dora"])", "room \"Tides\": unknown member \"dora\"");
  room("member twice", R"("members":["ada","sip:ada@orchard.example"])",
       "room \"Tides\": member \"sip:ada@orchard.example\" is listed twice");
  room("members of an open room", R"("privacy":"open","members":["ada"])",
       "room \"Tides\": an open room has no members");
}

void addRoleRows() {
  room("presenter of a normal room", R"("members":["ada"],"presenters":["ada"])", "only an auditorium has presenters");
  room("presenter is no member", R"("type":"auditorium","members":["ada"],"presenters":["cleo"])",
       "room \"Tides\": presenter \"cleo@orchard.example\" is no member");
  room("presenting group is only partly member", R"("type":"auditorium","members":["ada"],"presenters":["Crew"])",
       "room \"Tides\": presenter \"Crew\" is no member");
  room("created later", R"("created":"2031-03-04T09:00:00Z")", "lies in the future");
  room("updated before created", R"("created":"-1d 08:00","updated":"-2d 08:00")",
       "\"updated\" lies before \"created\"");
  room("unknown creator", R"("createdBy":"dora")", "room \"Tides\": unknown user \"dora\" in \"createdBy\"");
  room("invitation of a stranger", R"("pendingInvitations":[{"user":"cleo"}])",
       "room \"Tides\", invitation 1: the invited user is no member");
  room("two invitations", R"("members":["ada"],"pendingInvitations":[{"user":"ada"},{"user":"ada"}])",
       "room \"Tides\", invitation 2: the user has an invitation");
  room("invitation though off", R"("members":["ada"],"invitations":false,"pendingInvitations":[{"user":"ada"}])",
       "room \"Tides\": invitations are off");
  row("invitation though off in the category",
      withRoom(R"({"name":"Tides","category":"Harbour","members":["ada"],"pendingInvitations":[{"user":"ada"}]})",
               R"({"name":"Harbour","allowed":["everyone"],"invitations":false})"),
      "room \"Tides\": invitations are off");
}

void addScopeRows() {
  const char* const narrow = R"({"name":"Harbour","allowed":["everyone"],"denied":["ben"]})";
  row("denied member", withRoom(R"({"name":"Tides","category":"Harbour","members":["ben"]})", narrow),
      "room \"Tides\": member \"ben@orchard.example\" is outside the scope of category \"Harbour\"");
  row("denied manager", withRoom(R"({"name":"Tides","category":"Harbour","managers":["ben"]})", narrow),
      "room \"Tides\": manager \"ben@orchard.example\" is outside the scope");
  row("group with a denied user", withRoom(R"({"name":"Tides","category":"Harbour","members":["Crew"]})", narrow),
      "room \"Tides\": member \"Crew\" is outside the scope");
  row("everyone in a narrow category",
      withRoom(R"({"name":"Tides","category":"Harbour","members":["everyone"]})", narrow),
      "room \"Tides\": member \"everyone\" is outside the scope");
  row("no scope at all",
      withRoom(R"({"name":"Tides","category":"Harbour","members":["ada"]})", R"({"name":"Harbour"})"),
      "is outside the scope of category \"Harbour\"");
}

void addMessageRows() {
  message("message without author", R"("time":"-1m","text":"x")", "room \"Tides\", message 1: \"author\" is missing");
  message("unknown author", R"("author":"dora","time":"-1m","text":"x")",
          "room \"Tides\", message 1: unknown user \"dora\" in \"author\"");
  message("message without time", R"("author":"ada","text":"x")", "message 1: \"time\" is missing");
  message("bad time", R"("author":"ada","time":"-3d","text":"x")", "message 1: \"time\" \"-3d\" is neither");
  message("future time", R"("author":"ada","time":"2031-03-05T00:00:00Z","text":"x")", "lies in the future");
  message("no text", R"("author":"ada","time":"-1m")", "a message has either a text or a story");
  message("blank text", R"("author":"ada","time":"-1m","text":" \n")", "a message has either a text or a story");
  message("text and story", R"("author":"ada","time":"-1m","text":"x","story":{"title":"t","body":"b"})",
          "a message has either a text or a story");
  message("story as text", R"("author":"ada","time":"-1m","text":"[STORY]x")", "a story belongs into");
  message("story without title", R"("author":"ada","time":"-1m","story":{"body":"b"})", "\"title\" is missing");
  message("title of two lines", R"("author":"ada","time":"-1m","story":{"title":"a\nb","body":"b"})", "is one line");
  message("text too long", R"("author":"ada","time":"-1m","text":")" + QByteArray(8001, 'x') + '"',
          "longer than 8000 bytes");
  message("story too long",
          R"("author":"ada","time":"-1m","story":{"title":"t","body":")" + QByteArray(40000, 'x') + "\"}",
          "longer than 40000 bytes");
  message("control character", R"("author":"ada","time":"-1m","text":"x\u0007")", "has a control character");
  row("history in a category without",
      withRoom(R"({"name":"Tides","category":"Harbour","history":[{"author":"ada","time":"-1m","text":"x"}]})",
               R"({"name":"Harbour","allowed":["everyone"],"history":false})"),
      "room \"Tides\": the category keeps no history");
}

void addBotRows() {
  row("bot in unknown room", withBot("", R"({"name":"Talk","room":"Nix","lines":[]})"),
      "bot script \"Talk\": unknown room \"Nix\"");
  bot("bot without lines", R"("privacy":"open")", "", "bot script \"Talk\": a script needs at least one line");
  bot("bot who may not post", R"("members":["ada"])", R"({"author":"cleo","text":"x","delay":[1,2]})",
      "bot script \"Talk\", line 1: the author may not post");
  bot("bot who does not present", R"("type":"auditorium","members":["Crew"],"presenters":["ada"])",
      R"({"author":"ben","text":"x","delay":[1,2]})", "line 1: the author may not post");
  bot("bot in a disabled room", R"("privacy":"open","disabled":true)", R"({"author":"ada","text":"x","delay":[1,2]})",
      "line 1: the author may not post");
  row("bot whose policy is off",
      fileOf(R"({"address":"ada","name":"A","persistentChat":false})", "", kHarbour,
             R"({"name":"Tides","category":"Harbour","privacy":"open"})",
             R"({"name":"Talk","room":"Tides","lines":[{"author":"ada","text":"x","delay":[1,2]}]})"),
      "line 1: the author may not post");
  bot("delay of no range", R"("privacy":"open")", R"({"author":"ada","text":"x","delay":[9,2]})", "\"delay\" must be");
  bot("delay of zero", R"("privacy":"open")", R"({"author":"ada","text":"x","delay":[0,2]})", "\"delay\" must be");
  bot("no delay", R"("privacy":"open")", R"({"author":"ada","text":"x"})", "\"delay\" must be");
}

}  // namespace

void TestOrganisation::refuses_data() {
  QTest::addColumn<QByteArray>("json");
  QTest::addColumn<QString>("text");
  addFileAndUserRows();
  addGroupAndCategoryRows();
  addRoomRows();
  addRoleRows();
  addScopeRows();
  addMessageRows();
  addBotRows();
}

void TestOrganisation::refuses() {
  QFETCH(QByteArray, json);
  QFETCH(QString, text);
  const auto result = parse(json);
  QVERIFY(!result.ok());
  QVERIFY2(result.error().text.contains(text), qPrintable(result.error().text));
  QCOMPARE(result.error().detail.count(QLatin1Char('\n')), 0);
}

void TestOrganisation::locatesBadJson_data() {
  QTest::addColumn<QByteArray>("json");
  QTest::addColumn<QString>("line");
  QTest::newRow("empty") << QByteArray() << QStringLiteral("line 1:");
  QTest::newRow("missing comma") << QByteArray("{\"domain\":\"a\"\n\n \"users\":[]}") << QStringLiteral("line 3:");
  QTest::newRow("cut off") << QByteArray("{\n\"users\":[\n{\"address\":\"a\"") << QStringLiteral("line 3:");
}

void TestOrganisation::locatesBadJson() {
  QFETCH(QByteArray, json);
  QFETCH(QString, line);
  const auto result = parse(json);
  QVERIFY(!result.ok());
  QCOMPARE(result.error().code, ErrorCode::ParseFailed);
  QVERIFY2(result.error().text.contains(line), qPrintable(result.error().text));
  QVERIFY(result.error().offset >= 0 && result.error().offset <= json.size());
}

void TestOrganisation::listsAllProblems() {
  QByteArray rooms;
  for (int i = 0; i < 60; ++i)
    rooms += (i > 0 ? "," : "") + QByteArray(R"({"name":"R)") + QByteArray::number(i) + R"(","category":"Nix"})";
  const auto result = parse(withRoom(rooms));
  QVERIFY(!result.ok());
  QCOMPARE(result.error().text, QStringLiteral("room \"R0\": unknown category \"Nix\". (59 more)"));
  QCOMPARE(result.error().detail.split(QLatin1Char('\n')).size(), 50);
}

void TestOrganisation::neverShowsPasswords() {
  const auto result = parse(fileOf(
      R"({"address":"ada","name":"A","password":"hunter-2","title":7},{"address":"ada","name":"B","password":"hunter-2"})",
      "", "", ""));
  QVERIFY(!result.ok());
  QVERIFY(!result.error().text.contains(QLatin1String("hunter")));
  QVERIFY(!result.error().detail.contains(QLatin1String("hunter")));
}

void TestOrganisation::reportsMissingFile() {
  const QTemporaryDir directory;
  const FakeClock clock;
  const QString path = directory.filePath(QStringLiteral("none.json"));
  const auto missing = loadOrganisation(path, clock);
  QVERIFY(!missing.ok());
  QCOMPARE(missing.error().code, ErrorCode::NotFound);
  QVERIFY(missing.error().text.contains(path));
  QFile file(path);
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write("{");
  file.close();
  const auto broken = loadOrganisation(path, clock);
  QVERIFY(!broken.ok());
  QVERIFY(broken.error().text.startsWith(path));
}

PARLOUR_TEST(TestOrganisation)

}  // namespace tst_organisation

#include "tst_organisation.moc"
