// SPDX-License-Identifier: Apache-2.0
#include <QJsonDocument>
#include <QTest>

#include "tests/program/TestProgram.h"
#include "tests/server-sim/control/support/AdminHouse.h"

namespace tst_admincommands {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;

namespace {

// Arguments are written down as JSON with single quotation marks.
QJsonObject json(const char* text) {
  QJsonParseError error;
  const auto document = QJsonDocument::fromJson(QByteArray(text).replace('\'', '"'), &error);
  if (!document.isObject()) qFatal("%s: %s", qPrintable(error.errorString()), text);
  return document.object();
}

QString at(const QJsonValue& object, const char* key) {
  const QJsonValue value = object.toObject().value(QLatin1String(key));
  if (value.isArray()) {
    QStringList items;
    for (const auto& item : value.toArray()) items.append(item.toString());
    return items.join(QStringLiteral("; "));
  }
  if (value.isBool()) return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
  return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

// One property of every line: "Lobby Tides".
QString column(const QJsonValue& list, const char* key) {
  QStringList cells;
  for (const auto& line : list.toArray()) cells.append(at(line, key));
  return cells.join(QLatin1Char(' '));
}

QString firstDetails(const QJsonValue& change) {
  const QJsonArray changes = change.toObject().value(QStringLiteral("changes")).toArray();
  return changes.isEmpty() ? QString() : at(changes.first(), "details");
}

}  // namespace

class TestAdminCommands : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    house_ = std::make_unique<AdminHouse>();
    QVERIFY2(house_->problem().isEmpty(), qPrintable(house_->problem()));
  }
  void cleanup() { house_.reset(); }

  void everyVerbIsCarriedOut();
  void lists_data();
  void lists();
  void changes_data();
  void changes();
  void refusals_data();
  void refusals();
  void dryRunChangesNothing_data();
  void dryRunChangesNothing();
  void losses_data();
  void losses();
  void messagesAreFound_data();
  void messagesAreFound();
  void messagesAreTakenOut();
  void purgeKeepsWhatIsYounger();
  void why();
  void auditNamesTheAccount();
  void settingsTakeEffect();
  void sessionsAndStatus();
  void groupsCount();

 private:
  std::unique_ptr<AdminHouse> house_;
};

// Nothing in the table is only talk.
void TestAdminCommands::everyVerbIsCarriedOut() {
  for (const AdminVerb& verb : adminVerbs()) {
    QVERIFY2(AdminCommands::knows(verb) != verb.local, verb.name);
    for (const OptionUse& use : optionsOf(verb)) QVERIFY2(use.option, verb.name);
  }
}

void TestAdminCommands::lists_data() {
  QTest::addColumn<QString>("verb");
  QTest::addColumn<QJsonObject>("arguments");
  QTest::addColumn<QString>("names");
  const auto row = [](const char* verb, const char* arguments, const char* names) {
    QTest::addRow("%s %s", verb, arguments) << QString::fromLatin1(verb) << json(arguments) << QString::fromUtf8(names);
  };
  row("category list", "{}", "Harbour Loft Yard");
  row("room list", "{}", "Board Lobby Stage Tides");
  row("room list", "{'name':'t'}", "Stage Tides");
  row("room list", "{'description':'BOATS'}", "Tides");
  row("room list", "{'category':'harbour'}", "Board Stage Tides");
  row("room list", "{'member':['ada']}", "Stage Tides");
  row("room list", "{'member':['ada','bo']}", "Tides");
  row("room list", "{'manager':['bo@orchard.example']}", "Board Tides");
  row("room list", "{'privacy':'secret'}", "Board");
  row("room list", "{'type':'auditorium'}", "Stage");
  row("room list", "{'disabled':'on'}", "");
  row("room list", "{'disabled':'off','privacy':'open'}", "Lobby");
  row("room list", "{'invitations':'on','category':'Yard'}", "Lobby");
  row("room list", "{'addin':'none','limit':'2'}", "Board Lobby");
  row("room list", "{'larger':'0'}", "Tides");
  row("room list", "{'larger':'1'}", "");
  row("room eligible", "{'room':'Tides'}", "Ada Quince Bo Medlar Crew Cy Sorb");
  row("room eligible", "{'room':'Tides','words':'me'}", "Bo Medlar");
  row("room eligible", "{'room':'Stage','role':'presenter'}", "Ada Quince Cy Sorb");
  row("room eligible", "{'category':'Harbour','role':'creator','limit':'1'}", "Ada Quince");
  row("user list", "{}", "Ada Quince Bo Medlar Cy Sorb Dot Damson Eve Fig");
  row("user list", "{'words':'o'}", "Ada Quince Bo Medlar Cy Sorb Dot Damson Eve Fig");
  row("user list", "{'words':'med'}", "Bo Medlar");
  row("user list", "{'disabled':'on'}", "Eve Fig");
  row("group list", "{'words':'cr'}", "Crew");
  row("policy list", "{}", "Global Chat rooms on");
  row("addin list", "{}", "");
}

void TestAdminCommands::lists() {
  QFETCH(QString, verb);
  QFETCH(QJsonObject, arguments);
  QFETCH(QString, names);
  const QJsonValue result = house_->result(verb.toLatin1().constData(), arguments);
  QVERIFY(result.isArray());
  QCOMPARE(column(result, "name"), names);
}

void TestAdminCommands::changes_data() {
  QTest::addColumn<QString>("verb");
  QTest::addColumn<QJsonObject>("arguments");
  QTest::addColumn<QString>("lookVerb");
  QTest::addColumn<QJsonObject>("lookArguments");
  QTest::addColumn<QString>("key");
  QTest::addColumn<QString>("value");
  const auto row = [](const char* verb, const char* arguments, const char* look, const char* lookArguments,
                      const char* key, const char* value) {
    QTest::addRow("%s %s", verb, arguments)
        << QString::fromLatin1(verb) << json(arguments) << QString::fromLatin1(look) << json(lookArguments)
        << QString::fromLatin1(key) << QString::fromUtf8(value);
  };
  const char* const tides = "{'room':'Tides'}";
  row("category add", "{'name':'Pier','allowed':['Crew'],'creator':['ada'],'history':'off'}", "category show",
      "{'category':'Pier'}", "creators", "Ada Quince <ada@orchard.example>");
  row("category add", "{'name':'Pier','history':'off'}", "category show", "{'category':'Pier'}", "history", "false");
  row("category set", "{'category':'Harbour','name':'Haven'}", "category show", "{'category':'haven'}", "rooms", "3");
  row("category set", "{'category':'Harbour','remove-denied':['dot']}", "category show", "{'category':'Harbour'}",
      "denied", "");
  row("category set", "{'category':'Harbour','add-creator':['cy']}", "category show", "{'category':'Harbour'}",
      "creators", "Bo Medlar <bo@orchard.example>; Cy Sorb <cy@orchard.example>");
  row("room add", "{'name':'Crew rota','category':'Harbour','member':['ada','cy'],'privacy':'secret'}", "room show",
      "{'room':'crew rota'}", "members", "Ada Quince <ada@orchard.example>; Cy Sorb <cy@orchard.example>");
  row("room add", "{'name':'Talks','category':'Harbour','type':'auditorium','member':['Crew'],'presenter':['ada']}",
      "room show", "{'room':'Talks'}", "presenters", "Ada Quince <ada@orchard.example>");
  row("room add", "{'name':'Later','category':'Harbour','disabled':'on'}", "room show", "{'room':'Later'}", "disabled",
      "true");
  row("room set", "{'room':'Tides','description':'And when not','topic':'Neap'}", "room show", tides, "description",
      "And when not");
  row("room set", "{'room':'Tides','privacy':'open'}", "room show", tides, "members", "");
  row("room set", "{'room':'Tides','invitations':'off'}", "room show", tides, "invitationsInEffect", "false");
  row("room move", "{'room':'Tides','category':'Loft'}", "room show", tides, "category", "Loft");
  row("room member rm", "{'room':'Tides','principal':['cy']}", "room show", tides, "members", "Crew");
  row("room member add", "{'room':'Stage','principal':['bo']}", "room show", "{'room':'Stage'}", "members",
      "Ada Quince <ada@orchard.example>; Bo Medlar <bo@orchard.example>; Cy Sorb <cy@orchard.example>");
  row("room manager add", "{'room':'Tides','principal':['ada']}", "room show", tides, "managers",
      "Ada Quince <ada@orchard.example>; Bo Medlar <bo@orchard.example>");
  row("room manager rm", "{'room':'Tides','principal':['bo']}", "room show", tides, "managers", "");
  row("room presenter add", "{'room':'Stage','principal':['ada']}", "room show", "{'room':'Stage'}", "presenters",
      "Ada Quince <ada@orchard.example>; Cy Sorb <cy@orchard.example>");
  row("room presenter rm", "{'room':'Stage','principal':['cy']}", "room show", "{'room':'Stage'}", "presenters", "");
  row("room disable", tides, "room show", tides, "disabled", "true");
  row("compliance config set", "{'key':'RunInterval','value':'00:05:00','scope':'global'}", "compliance config get",
      "{'key':'RunInterval'}", "effective", "00:05:00");
  row("user add", "{'address':'fay@orchard.example','name':'Fay Pear','company':'Orchard'}", "user show",
      "{'user':'fay'}", "company", "Orchard");
  row("user set", "{'user':'ada','name':'Ada Damson'}", "user show", "{'user':'ada'}", "name", "Ada Damson");
  row("user disable", "{'user':'Ada Quince'}", "user show", "{'user':'ada'}", "enabled", "false");
  row("user enable", "{'user':'eve'}", "user show", "{'user':'eve'}", "enabled", "true");
  row("group set", "{'group':'Crew','name':'Hands'}", "group show", "{'group':'hands'}", "members",
      "Ada Quince <ada@orchard.example>; Bo Medlar <bo@orchard.example>");
  row("group member add", "{'group':'Crew','principal':['dot']}", "user show", "{'user':'dot'}", "memberOf", "Tides");
  row("group member rm", "{'group':'Crew','principal':['ada']}", "user show", "{'user':'ada'}", "memberOf", "Stage");
}

void TestAdminCommands::changes() {
  QFETCH(QString, verb);
  QFETCH(QJsonObject, arguments);
  QFETCH(QString, lookVerb);
  QFETCH(QJsonObject, lookArguments);
  QFETCH(QString, key);
  QFETCH(QString, value);
  const QJsonValue result = house_->result(verb.toLatin1().constData(), arguments);
  QVERIFY(!result.toObject().value(QStringLiteral("changes")).toArray().isEmpty());
  QCOMPARE(at(house_->result(lookVerb.toLatin1().constData(), lookArguments), key.toLatin1().constData()), value);
}

void TestAdminCommands::refusals_data() {
  QTest::addColumn<QString>("verb");
  QTest::addColumn<QJsonObject>("arguments");
  QTest::addColumn<QString>("code");
  QTest::addColumn<QString>("words");  // which the sentence contains
  const auto row = [](const char* verb, const char* arguments, const char* code, const char* words) {
    QTest::addRow("%s %s", verb, arguments)
        << QString::fromLatin1(verb) << json(arguments) << QString::fromLatin1(code) << QString::fromUtf8(words);
  };
  row("room fly", "{}", "invalid-argument", "no command \"room fly\"");
  row("", "{}", "invalid-argument", "no command");
  row("room show", "{}", "invalid-argument", "needs ROOM");
  row("room show", "{'room':7}", "invalid-argument", "must be a text");
  row("room show", "{'room':'Tides','colour':'red'}", "invalid-argument", "takes no \"colour\"");
  row("room show", "{'room':'Nowhere'}", "not-found", "no room \"Nowhere\"");
  row("room add", "{'name':'X'}", "invalid-argument", "needs --category");
  row("room add", "{'name':'X','category':'Nowhere'}", "not-found", "no category \"Nowhere\"");
  row("room add", "{'name':'X','category':'Harbour','privacy':'hidden'}", "invalid-argument", "open, closed, secret");
  row("room add", "{'name':'tides','category':'Harbour'}", "conflict", "already");
  row("room add", "{'name':'X','category':'Harbour','member':['dot']}", "permission-denied", "Dot Damson");
  row("room add", "{'name':'X','category':'Harbour','member':'ada'}", "invalid-argument", "must be a list");
  row("room member add", "{'room':'Tides','principal':['nobody']}", "not-found", "\"nobody\"");
  row("room member add", "{'room':'Tides','principal':['dot']}", "permission-denied", "Dot Damson");
  row("room presenter add", "{'room':'Tides','principal':['ada']}", "invalid-argument", "presenter");
  row("room purge", "{'room':'Tides','until':'soon'}", "invalid-argument", "must be a date or time");
  row("room purge", "{'room':'Tides','until':'2099-01-01'}", "invalid-argument", "past");
  row("room list", "{'limit':'-1'}", "invalid-argument", "from 0 upward");
  row("room list", "{'disabled':'maybe'}", "invalid-argument", "on, off");
  row("room eligible", "{}", "invalid-argument", "--room or --category");
  row("room eligible", "{'room':'Tides','role':'creator'}", "invalid-argument", "no creators");
  row("category rm", "{'category':'Harbour'}", "invalid-argument", "still holds rooms");
  row("category set", "{'category':'Harbour','invitations':'inherit'}", "invalid-argument", "rooms inherit");
  row("message rm", "{'room':'Tides'}", "invalid-argument", "Say which messages");
  row("message rm", "{'room':'Tides','id':['x']}", "invalid-argument", "no number");
  row("message rm", "{'room':'Tides','words':'unicorns'}", "not-found", "No message matches");
  row("message rm", "{'room':'Tides','id':['1'],'user':'ada'}", "invalid-argument", "either --id");
  row("addin add", "{'name':'Clock','url':'ftp://x.example'}", "invalid-argument", "http");
  row("policy add", "{'name':'P','scope':'pool','enabled':'on'}", "invalid-argument", "global, site or user");
  row("policy rm", "{'name':'P'}", "invalid-argument", "no policy");
  row("config set", "{'key':'DefaultChatHistory','value':'501'}", "invalid-argument", "1 to 500");
  row("config get", "{'key':'Colour'}", "not-found", "no setting");
  row("config get", "{'key':'RunInterval'}", "not-found", "no setting");
  row("config set", "{'key':'ActiveServers','value':'x'}", "not-found", "no setting");
  row("compliance config set", "{'key':'RunInterval','value':'00:00:30'}", "invalid-argument", "00:01:00 to 30.00");
  row("compliance config get", "{'key':'DefaultChatHistory'}", "not-found", "no setting");
  row("endpoint add", "{'address':'ada@orchard.example'}", "invalid-argument", "the address of \"Ada Quince\"");
  row("endpoint rm", "{'address':'chat@orchard.example'}", "invalid-argument", "no address");
  row("pool state", "{'state':'failed-over'}", "not-supported", "no second one");
  row("pool state", "{'state':'odd'}", "invalid-argument", "normal or failed-over");
  row("pool active set", "{'server':['quay']}", "invalid-argument", "it has pier");
  row("user add", "{'address':'not an address','name':'X'}", "invalid-argument", "");
  row("user add", "{'address':'ada@orchard.example','name':'X'}", "conflict", "");
  row("user show", "{'user':'Crew'}", "not-found", "no person");
  row("group show", "{'group':'ada'}", "not-found", "no group");
}

void TestAdminCommands::refusals() {
  QFETCH(QString, verb);
  QFETCH(QJsonObject, arguments);
  QFETCH(QString, code);
  QFETCH(QString, words);
  const QJsonObject answer = house_->ask(verb.toLatin1().constData(), arguments);
  QVERIFY(!answer.value(QStringLiteral("ok")).toBool());
  const QJsonObject error = answer.value(QStringLiteral("error")).toObject();
  QVERIFY2(error.value(QStringLiteral("text")).toString().contains(words),
           qPrintable(error.value(QStringLiteral("text")).toString()));
  QCOMPARE(error.value(QStringLiteral("code")).toString(), code);
}

void TestAdminCommands::dryRunChangesNothing_data() {
  QTest::addColumn<QString>("verb");
  QTest::addColumn<QJsonObject>("arguments");
  QTest::addColumn<QString>("details");
  const auto row = [](const char* verb, const char* arguments, const char* details) {
    QTest::addRow("%s", verb) << QString::fromLatin1(verb) << json(arguments) << QString::fromUtf8(details);
  };
  row("room set", "{'room':'Tides','privacy':'secret'}", "privacy: closed → secret");
  row("room member rm", "{'room':'Tides','principal':['cy']}", "members: − Cy Sorb");
  row("room rm", "{'room':'Tides'}", "");
  row("room purge", "{'room':'Tides','until':'2031-03-02'}", "until: 2031-03-02T00:00:00.0000000Z");
  row("category rm", "{'category':'Loft'}", "");
  row("user disable", "{'user':'ada'}", "enabled: yes → no");
  row("message rm", "{'room':'Tides','words':'water'}", "messages: + 1, + 2");
}

void TestAdminCommands::dryRunChangesNothing() {
  QFETCH(QString, verb);
  QFETCH(QJsonObject, arguments);
  QFETCH(QString, details);
  const auto everything = [this] {
    QJsonArray all;
    for (const char* list : {"category list", "room list", "user list", "audit list"}) all.append(house_->result(list));
    all.append(house_->result("room show", json("{'room':'Tides'}")));
    all.append(house_->result("message find", json("{'room':'Tides'}")));
    return all;
  };
  const QJsonArray before = everything();
  const QJsonValue planned = house_->result(verb.toLatin1().constData(), arguments, true);
  QCOMPARE(planned.toObject().value(QStringLiteral("dryRun")).toBool(), true);
  QCOMPARE(planned.toObject().value(QStringLiteral("changes")).toArray().size(), 1);
  QCOMPARE(firstDetails(planned), details);
  QCOMPARE(everything(), before);
}

void TestAdminCommands::losses_data() {
  QTest::addColumn<QString>("verb");
  QTest::addColumn<QJsonObject>("arguments");
  QTest::addColumn<QString>("members");
  QTest::addColumn<QString>("loseAccess");
  const auto row = [](const char* verb, const char* arguments, const char* members, const char* loseAccess) {
    QTest::addRow("%s", verb) << QString::fromLatin1(verb) << json(arguments) << QString::fromUtf8(members)
                              << QString::fromUtf8(loseAccess);
  };
  row("room move", "{'room':'Tides','category':'Loft'}", "Cy Sorb; Crew", "Ada Quince; Cy Sorb");
  row("category set", "{'category':'Harbour','remove-allowed':['cy']}", "Cy Sorb", "Cy Sorb");
  row("room member rm", "{'room':'Tides','principal':['Crew']}", "", "Ada Quince");
  row("room disable", "{'room':'Tides'}", "", "Ada Quince; Cy Sorb");
  row("room set", "{'room':'Tides','privacy':'secret'}", "", "");
  row("group member rm", "{'group':'Crew','principal':['ada','bo']}", "", "Ada Quince");
  row("group member add", "{'group':'Crew','principal':['dot']}", "", "");
  row("user disable", "{'user':'cy'}", "", "Cy Sorb");
  row("room rm", "{'room':'Tides'}", "", "Ada Quince; Cy Sorb");
}

// Ada and Cy are in the room.
void TestAdminCommands::losses() {
  QFETCH(QString, verb);
  QFETCH(QJsonObject, arguments);
  QFETCH(QString, members);
  QFETCH(QString, loseAccess);
  QVERIFY(house_->join("ada", {QStringLiteral("Tides")}));
  QVERIFY(house_->join("cy", {QStringLiteral("Tides")}));
  QCOMPARE(at(house_->result("room show", json("{'room':'Tides'}")), "present"),
           QStringLiteral("Ada Quince <ada@orchard.example>; Cy Sorb <cy@orchard.example>"));
  const QJsonValue planned = house_->result(verb.toLatin1().constData(), arguments, true);
  const QJsonArray losses = planned.toObject().value(QStringLiteral("losses")).toArray();
  QJsonValue tides;
  for (const auto& loss : losses) {
    if (at(loss, "room") == QLatin1String("Tides")) tides = loss;
  }
  QCOMPARE(at(tides, "members"), members);
  QCOMPARE(at(tides, "loseAccess"), loseAccess);
}

void TestAdminCommands::messagesAreFound_data() {
  QTest::addColumn<QJsonObject>("filter");
  QTest::addColumn<QString>("ids");
  const auto row = [](const char* filter, const char* ids) {
    QTest::newRow(filter) << json(filter) << QString::fromLatin1(ids);
  };
  row("{}", "1 2 3");
  row("{'user':'ada'}", "1 3");
  row("{'words':'water'}", "1 2");
  row("{'words':'low boats','match':'any'}", "1 3");
  row("{'words':'high three'}", "2");
  row("{'words':'water at','match':'exact'}", "1 2");
  row("{'words':'WATER','case':true}", "");
  row("{'from':'2031-03-02'}", "2 3");
  row("{'to':'2031-03-02'}", "1");
  row("{'limit':'1'}", "3");
}

void TestAdminCommands::messagesAreFound() {
  QFETCH(QJsonObject, filter);
  QFETCH(QString, ids);
  filter.insert(QStringLiteral("room"), QStringLiteral("Tides"));
  QCOMPARE(column(house_->result("message find", filter), "id"), ids);
}

void TestAdminCommands::messagesAreTakenOut() {
  const auto texts = [this] { return column(house_->result("message find", json("{'room':'Tides'}")), "text"); };
  house_->result("message redact", json("{'room':'Tides','user':'cy'}"));
  QVERIFY(texts().contains(QLatin1String("replaced by the Persistent Chat administrator")));
  house_->result("message redact", json("{'room':'Tides','id':['1'],'text':'Gone'}"));
  QVERIFY(texts().startsWith(QLatin1String("Gone ")));
  const QJsonValue removed = house_->result("message rm", json("{'room':'Tides','words':'boats'}"));
  QCOMPARE(at(removed, "messagesRemoved"), QStringLiteral("1"));
  QCOMPARE(column(house_->result("message find", json("{'room':'Tides'}")), "id"), QStringLiteral("1 2"));
}

void TestAdminCommands::purgeKeepsWhatIsYounger() {
  const QJsonValue purged = house_->result("room purge", json("{'room':'Tides','until':'2031-03-02T08:00:00Z'}"));
  QCOMPARE(at(purged, "messagesRemoved"), QStringLiteral("1"));
  QCOMPARE(column(house_->result("message find", json("{'room':'Tides'}")), "id"), QStringLiteral("2 3"));
}

void TestAdminCommands::why() {
  const auto reason = [this](const char* arguments, const char* action) {
    for (const auto& line : house_->result("room why", json(arguments)).toArray()) {
      if (at(line, "name") == QLatin1String(action)) return at(line, "may") + QLatin1Char(' ') + at(line, "reason");
    }
    return QString();
  };
  QCOMPARE(reason("{'room':'Tides','user':'cy'}", "join"), QStringLiteral("true "));
  QCOMPARE(reason("{'room':'Tides','user':'cy'}", "manage"),
           QStringLiteral("false Only managers may change this room. Ask Bo Medlar."));
  QCOMPARE(reason("{'room':'Stage','user':'ada'}", "post"),
           QStringLiteral("false Only presenters may post in this room. Ask one of its managers."));
  QCOMPARE(reason("{'room':'Board','user':'ada'}", "join"), QStringLiteral("false There is no such room."));
  QCOMPARE(reason("{'room':'Tides','user':'bo'}", "enable"), QString());
  house_->result("room disable", json("{'room':'Tides'}"));
  QCOMPARE(reason("{'room':'Tides','user':'bo'}", "enable"),
           QStringLiteral("false Only administrators may enable a room that was disabled. Ask an administrator."));
  QCOMPARE(reason("{'room':'Tides','user':'cy'}", "join"),
           QStringLiteral("false This room is disabled. Ask an administrator."));
}

void TestAdminCommands::auditNamesTheAccount() {
  house_->result("room set", json("{'room':'Tides','topic':'Neap'}"));
  house_->result("room disable", json("{'room':'Stage'}"));
  const QJsonValue all = house_->result("audit list");
  QCOMPARE(column(all, "actor"), QStringLiteral("local administrator tester local administrator tester"));
  const QJsonArray tides = house_->result("audit list", json("{'object':'Tides'}")).toArray();
  QCOMPARE(tides.size(), 1);
  QCOMPARE(at(tides.at(0), "after"), QStringLiteral("{\"topic\":\"Neap\"}"));
  QCOMPARE(house_->result("audit list", json("{'action':'room.','limit':'1'}")).toArray().size(), 1);
  QCOMPARE(house_->result("audit list", json("{'actor':'ada'}")).toArray().size(), 0);
}

void TestAdminCommands::settingsTakeEffect() {
  const auto setting = [this](const char* key) {
    return at(house_->result("config get", json("{'key':'DefaultChatHistory'}")), key);
  };
  QCOMPARE(setting("effective"), QStringLiteral("(default)"));
  house_->result("config set", json("{'key':'defaultchathistory','value':'10','scope':'global'}"));
  house_->result("config set", json("{'key':'DefaultChatHistory','value':'20'}"));
  QCOMPARE(setting("effective"), QStringLiteral("20"));
  QCOMPARE(setting("global"), QStringLiteral("10"));
  house_->result("config rm", json("{'key':'DefaultChatHistory'}"));
  QCOMPARE(setting("effective"), QStringLiteral("10"));

  house_->result("addin add", json("{'name':'Tide clock','url':'https://tools.orchard.example/clock'}"));
  house_->result("room set", json("{'room':'Tides','addin':'tide clock'}"));
  QCOMPARE(at(house_->result("room show", json("{'room':'Tides'}")), "addIn"), QStringLiteral("Tide clock"));
  house_->result("addin rm", json("{'addin':'Tide clock'}"));
  QCOMPARE(at(house_->result("room show", json("{'room':'Tides'}")), "addIn"), QString());

  house_->result("policy add", json("{'name':'Talkers','scope':'user','enabled':'off'}"));
  house_->result("policy grant", json("{'user':'ada','name':'Talkers'}"));
  QCOMPARE(at(house_->result("user show", json("{'user':'ada'}")), "chat"), QStringLiteral("false"));
  house_->result("policy set", json("{'name':'Talkers','enabled':'on'}"));
  QCOMPARE(at(house_->result("user show", json("{'user':'ada'}")), "chat"), QStringLiteral("true"));
  QCOMPARE(column(house_->result("policy list"), "name"), QStringLiteral("Global Chat rooms on Talkers"));
  QCOMPARE(column(house_->result("policy list"), "grants"), QStringLiteral("0 4 1"));
}

void TestAdminCommands::sessionsAndStatus() {
  QVERIFY(house_->join("ada", {QStringLiteral("Tides"), QStringLiteral("Lobby")}));
  const QJsonArray sessions = house_->result("sessions").toArray();
  QCOMPARE(sessions.size(), 1);
  QCOMPARE(at(sessions.at(0), "user"), QStringLiteral("ada@orchard.example"));
  QCOMPARE(at(sessions.at(0), "rooms"), QStringLiteral("Tides; Lobby"));
  const QJsonValue status = house_->result("pool status");
  QCOMPARE(at(status, "sessions"), QStringLiteral("1"));
  QCOMPARE(at(status, "rooms"), QStringLiteral("4"));
  QCOMPARE(at(status, "people"), QStringLiteral("5"));
  QCOMPARE(at(status, "domain"), QStringLiteral("orchard.example"));
  QCOMPARE(at(status, "version"), QStringLiteral("test"));
}

void TestAdminCommands::groupsCount() {
  house_->result("group add", json("{'name':'Night watch'}"));
  house_->result("group member add", json("{'group':'Night watch','principal':['cy','Crew']}"));
  const QJsonValue group = house_->result("group show", json("{'group':'night watch'}"));
  QCOMPARE(at(group, "members"), QStringLiteral("Cy Sorb <cy@orchard.example>; Crew"));
  QCOMPARE(house_->errorText("group member add", json("{'group':'Crew','principal':['Night watch']}")).isEmpty(),
           false);
}

PARLOUR_TEST(TestAdminCommands)

}  // namespace tst_admincommands

#include "tst_admincommands.moc"
