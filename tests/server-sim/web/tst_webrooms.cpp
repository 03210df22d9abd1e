// SPDX-License-Identifier: Apache-2.0
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

#include "server-sim/org/Organisation.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/web/support/WebTown.h"

namespace tst_webrooms {

using namespace Parlour;
using namespace Parlour::Tests;

namespace {

using Fields = QList<std::pair<QString, QString>>;

QString keyOf(const char* kind, const QString& name) {
  return QString::fromLatin1(Server::derivedGuid(kind, "orchard.example", name));
}
QString roomPath(const QString& name) { return QStringLiteral("/rooms/") + keyOf("room", name); }
QString categoryPath(const QString& name) { return QStringLiteral("/categories/") + keyOf("category", name); }

QString crewRota() { return QStringLiteral("Crew rota"); }

}  // namespace

// What managers, creators and administrators see and do on the page; over real sockets.
class TestWebRooms : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<WebTown> town_;

  Browser signedIn(const char* name) {
    Browser browser = town_->browser();
    const QString user = QLatin1String(name);
    if (!browser.signIn(user, QStringLiteral("pw-") + user)) qWarning("%s could not sign in", name);
    return browser;
  }
  // As the form of the room's page has them, with one field changed.
  static Fields properties(const WebAnswer& page, const QString& name, const QString& value) {
    Fields fields{{QStringLiteral("name"), crewRota()},
                  {QStringLiteral("category"), keyOf("category", QStringLiteral("Harbour"))},
                  {QStringLiteral("description"), QStringLiteral("Who sails when")},
                  {QStringLiteral("topic"), QString()},
                  {QStringLiteral("privacy"), QStringLiteral("closed")},
                  {QStringLiteral("type"), QStringLiteral("normal")},
                  {QStringLiteral("addIn"), QString()},
                  {QStringLiteral("invitations"), QStringLiteral("on")},
                  {QStringLiteral("asOf"), page.hiddenField("asOf")}};
    for (auto& field : fields) {
      if (field.first == name) field.second = value;
    }
    return fields;
  }
  static Fields people(const char* role, const char* op, const char* who) {
    return {{QStringLiteral("role"), QLatin1String(role)},
            {QStringLiteral("op"), QLatin1String(op)},
            {QStringLiteral("people"), QLatin1String(who)}};
  }

 private Q_SLOTS:
  void init() {
    town_ = std::make_unique<WebTown>();
    const Status started = town_->start();
    QVERIFY2(started, started ? "" : qPrintable(started.error().text));
  }
  void cleanup() { town_.reset(); }

  void everybodySeesHisRooms_data() {
    QTest::addColumn<QString>("user");
    QTest::addColumn<QStringList>("rooms");
    const QString watch = QStringLiteral("Night <script>alert(1)</script> watch");
    const QString board = QStringLiteral("Harbour board");
    const QString tide = QStringLiteral("Tide tables");
    QTest::newRow("bo") << QStringLiteral("bo") << QStringList{crewRota(), watch};
    QTest::newRow("cy") << QStringLiteral("cy") << QStringList{board, tide};
    QTest::newRow("dee") << QStringLiteral("dee") << QStringList{};
    QTest::newRow("fay") << QStringLiteral("fay") << QStringList{};
    QTest::newRow("ada") << QStringLiteral("ada") << QStringList{crewRota(), board, watch, tide};
  }
  void everybodySeesHisRooms() {
    QFETCH(QString, user);
    QFETCH(QStringList, rooms);
    Browser browser = signedIn(user.toLatin1());
    QStringList seen;
    const QJsonObject result =
        browser.get(QStringLiteral("/api/rooms")).json().value(QStringLiteral("result")).toObject();
    for (const auto& room : result.value(QStringLiteral("rooms")).toArray()) {
      seen.append(room.toObject().value(QStringLiteral("name")).toString());
    }
    QCOMPARE(seen, rooms);
    const QString page = browser.get(QStringLiteral("/rooms")).text();
    for (const char* name : {"Crew rota", "Harbour board", "Tide tables"}) {
      QCOMPARE(page.contains(QLatin1String(name)), rooms.contains(QLatin1String(name)));
    }
    QCOMPARE(page.contains(QStringLiteral("/rooms/new")), user == QLatin1String("dee") || user == QLatin1String("ada"));
    QCOMPARE(page.contains(QStringLiteral("href=\"/people\"")), user == QLatin1String("ada"));
  }

  void foreignRoomsLookAbsent() {
    Browser browser = signedIn("bo");
    const WebAnswer absent = browser.get(QStringLiteral("/rooms/no-such-room"));
    const WebAnswer secret = browser.get(roomPath(QStringLiteral("Harbour board")));
    QCOMPARE(absent.status, 404);
    QCOMPARE(secret.status, 404);
    QCOMPARE(secret.body, absent.body);
    const Fields fields = people("member", "add", "bo");
    const WebAnswer change =
        browser.post(roomPath(QStringLiteral("Harbour board")) + QStringLiteral("/people"), fields);
    QCOMPARE(change.status, 404);
    QCOMPARE(change.body, browser.post(QStringLiteral("/rooms/no-such-room/people"), fields).body);
    const WebAnswer known = browser.get(roomPath(QStringLiteral("Tide tables")));
    QCOMPARE(known.status, 403);
    QVERIFY(known.text().contains(QStringLiteral("Only managers may change this room. Ask Cy Sorb.")));
  }

  void namesAreHarmless() {
    Browser browser = signedIn("bo");
    const QString room = roomPath(QStringLiteral("Night <script>alert(1)</script> watch"));
    for (const QString& path : {QStringLiteral("/rooms"), room, room + QStringLiteral("/disable")}) {
      const WebAnswer page = browser.get(path);
      QCOMPARE(page.status, 200);
      QVERIFY(page.text().contains(QStringLiteral("Night &lt;script&gt;alert(1)&lt;/script&gt; watch")));
      QVERIFY(!page.text().contains(QStringLiteral("<script>")));
    }
    const WebAnswer found = browser.get(QStringLiteral("/rooms?words=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E"));
    QVERIFY(found.text().contains(QStringLiteral("&quot;&gt;&lt;img")));
    QVERIFY(!found.text().contains(QStringLiteral("<img")));
    QVERIFY(!signedIn("dee").get(QStringLiteral("/rooms")).text().contains(QStringLiteral("<b>")));
  }

  void managersChangeTheirRooms() {
    Browser browser = signedIn("bo");
    const WebAnswer page = browser.get(roomPath(crewRota()));
    QCOMPARE(page.status, 200);
    const QString topic = QStringLiteral("Gr\u00fc\u00dfe \u2013 \u6f6e & <tides>");
    const WebAnswer saved = browser.post(roomPath(crewRota()), properties(page, QStringLiteral("topic"), topic));
    QCOMPARE(saved.status, 303);
    const WebAnswer again = browser.follow(saved);
    QVERIFY(again.text().contains(QStringLiteral("Saved.")));
    QVERIFY(again.text().contains(topic.toHtmlEscaped()));
    town_->host.stop();
    town_->host.config().organisationFile.clear();  // which would set everything back
    QVERIFY(town_->start());
    Browser later = signedIn("bo");
    QVERIFY(later.get(roomPath(crewRota())).text().contains(topic.toHtmlEscaped()));
  }

  void staleFormsAreExplained() {
    Browser browser = signedIn("bo");
    Browser other = signedIn("ada");
    const WebAnswer old = browser.get(roomPath(crewRota()));
    const WebAnswer same = other.get(roomPath(crewRota()));
    QCOMPARE(other.post(roomPath(crewRota()), properties(same, QStringLiteral("topic"), QStringLiteral("Hers"))).status,
             303);
    const QString mine = QStringLiteral("His own words");
    const WebAnswer stale = browser.post(roomPath(crewRota()), properties(old, QStringLiteral("topic"), mine));
    QCOMPARE(stale.status, 409);
    QVERIFY(stale.text().contains(QStringLiteral("was changed meanwhile. Reload it and try again.")));
    QVERIFY(stale.text().contains(mine));
    QVERIFY(other.get(roomPath(crewRota())).text().contains(QStringLiteral("Hers")));
  }

  void forgedRequestsChangeNothing_data() {
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("token");
    QTest::newRow("no token") << QByteArray() << QByteArray() << QString();
    QTest::newRow("foreign token") << QByteArray() << QByteArray() << QStringLiteral("AAAA");
    QTest::newRow("foreign origin") << QByteArray("Origin") << QByteArray("https://evil.example")
                                    << QStringLiteral("own");
    QTest::newRow("no origin") << QByteArray("Origin") << QByteArray("null") << QStringLiteral("own");
    QTest::newRow("cross site") << QByteArray("Sec-Fetch-Site") << QByteArray("cross-site") << QStringLiteral("own");
  }
  void forgedRequestsChangeNothing() {
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    QFETCH(QString, token);
    Browser browser = signedIn("bo");
    browser.get(roomPath(crewRota()));
    Fields fields = people("member", "add", "cy");
    fields.append({QStringLiteral("token"), token == QLatin1String("own") ? browser.token : token});
    if (!header.isEmpty()) browser.extra.insert(header, value);
    QCOMPARE(browser.post(roomPath(crewRota()) + QStringLiteral("/people"), fields).status, 403);
    browser.extra.clear();
    QVERIFY(!browser.get(roomPath(crewRota())).text().contains(QStringLiteral("cy@orchard.example")));
  }

  void jsonWritesNeedTheHeader() {
    Browser browser = signedIn("bo");
    const QJsonObject arguments{{QStringLiteral("key"), keyOf("room", crewRota())},
                                {QStringLiteral("role"), QStringLiteral("member")},
                                {QStringLiteral("op"), QStringLiteral("add")},
                                {QStringLiteral("people"), QJsonArray{QStringLiteral("cy")}}};
    QCOMPARE(browser.postJson(QStringLiteral("room.people"), arguments).status, 403);
    const QByteArray token =
        browser.get(QStringLiteral("/api/token")).json().value(QStringLiteral("token")).toString().toLatin1();
    browser.extra.insert("X-Parlour-Token", token);
    QCOMPARE(browser.postJson(QStringLiteral("room.people"), arguments).status, 200);
    QVERIFY(browser.get(roomPath(crewRota())).text().contains(QStringLiteral("cy@orchard.example")));
    QCOMPARE(browser.get(QStringLiteral("/api/room.people")).status, 405);
    QCOMPARE(browser.postJson(QStringLiteral("no.such"), {}).status, 404);
    QJsonObject odd = arguments;
    odd.insert(QStringLiteral("more"), 1);
    QCOMPARE(browser.postJson(QStringLiteral("room.people"), odd).status, 400);
  }

  void membersComeAndGo() {
    Browser browser = signedIn("bo");
    browser.get(roomPath(crewRota()));
    const QString path = roomPath(crewRota()) + QStringLiteral("/people");
    QCOMPARE(browser.post(path, people("member", "add", "Cy Sorb <cy@orchard.example>; dee")).status, 303);
    QString page = browser.get(roomPath(crewRota())).text();
    QVERIFY(page.contains(QStringLiteral("Members (4)")));
    QCOMPARE(browser.post(path, people("member", "remove", "cy@orchard.example")).status, 303);
    page = browser.get(roomPath(crewRota())).text();
    QVERIFY(page.contains(QStringLiteral("Members (3)")));
    QVERIFY(!page.contains(QStringLiteral("cy@orchard.example")));
  }

  void refusalsSayTheRule_data() {
    QTest::addColumn<QString>("role");
    QTest::addColumn<QString>("op");
    QTest::addColumn<QString>("who");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, const char* role, const char* op, const char* who, int status,
                        const char* sentence) {
      QTest::newRow(name) << QString::fromLatin1(role) << QString::fromLatin1(op) << QString::fromLatin1(who) << status
                          << QString::fromLatin1(sentence);
    };
    row("outside the category", "member", "add", "fay", 403,
        "Fay Outside is not allowed by the category &quot;Harbour&quot;.");
    row("there already", "member", "add", "ada", 409, "Ada Quince already has this role.");
    row("nobody", "member", "add", "zoe", 404, "There is neither a person nor a group &quot;zoe&quot;.");
    row("last manager", "manager", "remove", "bo", 403,
        "would be left without a manager. Make somebody else manager first.");
    row("no name", "member", "add", " ; ", 400, "Name a person or a group first.");
    row("no such role", "owner", "add", "cy", 400, "The role is member, manager or presenter.");
  }
  void refusalsSayTheRule() {
    QFETCH(QString, role);
    QFETCH(QString, op);
    QFETCH(QString, who);
    QFETCH(int, status);
    QFETCH(QString, sentence);
    Browser browser = signedIn("bo");
    browser.get(roomPath(crewRota()));
    const WebAnswer answer =
        browser.post(roomPath(crewRota()) + QStringLiteral("/people"),
                     {{QStringLiteral("role"), role}, {QStringLiteral("op"), op}, {QStringLiteral("people"), who}});
    QVERIFY2(answer.text().contains(sentence), qPrintable(answer.text()));
    QCOMPARE(answer.status, status);
    QVERIFY(answer.text().contains(QStringLiteral("Members (2)")));
  }

  void creatorsCreate() {
    Browser browser = signedIn("dee");
    QCOMPARE(browser.get(QStringLiteral("/rooms/new")).status, 200);
    Fields fields{{QStringLiteral("name"), QStringLiteral("Sail loft")},
                  {QStringLiteral("category"), keyOf("category", QStringLiteral("Harbour"))},
                  {QStringLiteral("description"), QString()},
                  {QStringLiteral("topic"), QString()},
                  {QStringLiteral("privacy"), QStringLiteral("closed")},
                  {QStringLiteral("type"), QStringLiteral("auditorium")},
                  {QStringLiteral("addIn"), QString()},
                  {QStringLiteral("members"), QStringLiteral("bo; cy")},
                  {QStringLiteral("managers"), QStringLiteral("cy")}};
    const WebAnswer created = browser.post(QStringLiteral("/rooms/new"), fields);
    QCOMPARE(created.status, 303);
    const WebAnswer page = browser.follow(created);
    QCOMPARE(page.status, 200);
    for (const char* words : {"Created.", "Sail loft", "Managers (2)", "Members (3)", "Presenters (0)"}) {
      QVERIFY2(page.text().contains(QLatin1String(words)), words);
    }
    QVERIFY(signedIn("cy").get(QStringLiteral("/rooms")).text().contains(QStringLiteral("Sail loft")));
    fields[0].second = QStringLiteral("crew ROTA");
    const WebAnswer taken = browser.post(QStringLiteral("/rooms/new"), fields);
    QCOMPARE(taken.status, 409);
    QVERIFY(taken.text().contains(QStringLiteral("The name &quot;crew ROTA&quot; is already in use.")));
    QVERIFY(taken.text().contains(QStringLiteral("value=\"bo; cy\"")));
  }

  void onlyCreatorsCreate() {
    Browser browser = signedIn("bo");
    const WebAnswer form = browser.get(QStringLiteral("/rooms/new"));
    QCOMPARE(form.status, 403);
    QVERIFY(form.text().contains(QStringLiteral("You may not create rooms. Ask an administrator")));
    const WebAnswer forced = browser.post(QStringLiteral("/rooms/new"),
                                          {{QStringLiteral("name"), QStringLiteral("Mine")},
                                           {QStringLiteral("category"), keyOf("category", QStringLiteral("Harbour"))}});
    QCOMPARE(forced.status, 403);
    QVERIFY(!signedIn("ada").get(QStringLiteral("/rooms")).text().contains(QStringLiteral(">Mine<")));
  }

  void disabledRoomsComeBackByAdministrators() {
    Browser browser = signedIn("bo");
    const WebAnswer ask = browser.get(roomPath(crewRota()) + QStringLiteral("/disable"));
    QVERIFY(ask.text().contains(QStringLiteral("Disable Crew rota?")));
    const QString path = roomPath(crewRota()) + QStringLiteral("/state");
    const auto state = [](const char* word) { return Fields{{QStringLiteral("state"), QLatin1String(word)}}; };
    const WebAnswer disabled = browser.post(path, state("disabled"));
    QCOMPARE(disabled.status, 303);
    QVERIFY(browser.follow(disabled).text().contains(QStringLiteral("Room disabled.")));
    const WebAnswer refused = browser.post(path, state("active"));
    QCOMPARE(refused.status, 403);
    QVERIFY(refused.text().contains(QStringLiteral("Only administrators may enable the room")));
    Browser admin = signedIn("ada");
    admin.get(roomPath(crewRota()));
    QCOMPARE(admin.post(path, state("active")).status, 303);
    QVERIFY(browser.get(roomPath(crewRota())).text().contains(QStringLiteral("The room is active.")));
  }

  void onlyAdministratorsDelete() {
    Browser browser = signedIn("bo");
    browser.get(roomPath(crewRota()));
    QCOMPARE(browser.post(roomPath(crewRota()) + QStringLiteral("/remove"), {}).status, 403);
    Browser admin = signedIn("ada");
    admin.get(roomPath(crewRota()));
    QCOMPARE(admin.post(roomPath(crewRota()) + QStringLiteral("/remove"), {}).status, 303);
    QCOMPARE(browser.get(roomPath(crewRota())).status, 404);
  }

  void administratorsHaveTheirPages_data() {
    QTest::addColumn<QString>("path");
    for (const char* path : {"/categories", "/categories/new", "/people", "/people/bo@orchard.example"}) {
      QTest::newRow(path) << QString::fromLatin1(path);
    }
    QTest::newRow("category") << categoryPath(QStringLiteral("Harbour"));
  }
  void administratorsHaveTheirPages() {
    QFETCH(QString, path);
    QCOMPARE(signedIn("ada").get(path).status, 200);
    const WebAnswer refused = signedIn("bo").get(path);
    QCOMPARE(refused.status, 403);
    QVERIFY(!refused.text().contains(QStringLiteral("Empty shelf")));
    QVERIFY(!refused.text().contains(QStringLiteral("Cy Sorb")));
  }

  void categories() {
    Browser admin = signedIn("ada");
    admin.get(QStringLiteral("/categories/new"));
    const WebAnswer created =
        admin.post(QStringLiteral("/categories/new"), {{QStringLiteral("name"), QStringLiteral("Lighthouse")},
                                                       {QStringLiteral("description"), QStringLiteral("On the rock")},
                                                       {QStringLiteral("history"), QStringLiteral("on")},
                                                       {QStringLiteral("allowed"), QStringLiteral("bo; fay")},
                                                       {QStringLiteral("creator"), QStringLiteral("fay")}});
    QCOMPARE(created.status, 303);
    QVERIFY(admin.follow(created).text().contains(QStringLiteral("Lighthouse")));
    QCOMPARE(signedIn("fay").get(QStringLiteral("/rooms/new")).status, 200);
    const QString lists = categoryPath(QStringLiteral("Harbour")) + QStringLiteral("/lists");
    const Fields add{{QStringLiteral("list"), QStringLiteral("allowed")},
                     {QStringLiteral("op"), QStringLiteral("add")},
                     {QStringLiteral("people"), QStringLiteral("fay")}};
    QCOMPARE(admin.post(lists, add).status, 303);
    QVERIFY(admin.get(categoryPath(QStringLiteral("Harbour"))).text().contains(QStringLiteral("Allowed (5)")));
    const WebAnswer full = admin.post(categoryPath(QStringLiteral("Harbour")) + QStringLiteral("/remove"), {});
    QCOMPARE(full.status, 400);
    QVERIFY(full.text().contains(QStringLiteral("role=\"alert\"")));
    QCOMPARE(admin.post(categoryPath(QStringLiteral("Empty shelf")) + QStringLiteral("/remove"), {}).status, 303);
    Browser manager = signedIn("bo");
    manager.get(QStringLiteral("/rooms"));
    QCOMPARE(manager.post(lists, add).status, 403);
  }

  void disabledPeopleAreOutAtOnce() {
    Browser browser = signedIn("bo");
    Browser admin = signedIn("ada");
    admin.get(QStringLiteral("/people/bo@orchard.example"));
    const Fields disable{{QStringLiteral("state"), QStringLiteral("disabled")}};
    QCOMPARE(admin.post(QStringLiteral("/people/bo@orchard.example"), disable).status, 303);
    QCOMPARE(browser.get(QStringLiteral("/rooms")).status, 401);
    QCOMPARE(browser.get(QStringLiteral("/rooms")).status, 303);
    QCOMPARE(admin.post(QStringLiteral("/people/ada@orchard.example"), disable).status, 409);
  }

  void suggestionsKeepToTheScope() {
    const auto names = [](const WebAnswer& answer) {
      QStringList list;
      for (const auto& person : answer.json().value(QStringLiteral("result")).toArray()) {
        list.append(person.toObject().value(QStringLiteral("address")).toString());
      }
      return list;
    };
    Browser browser = signedIn("bo");
    const QString mine = QStringLiteral("/api/eligible?key=%1&words=").arg(keyOf("room", crewRota()));
    QCOMPARE(names(browser.get(mine + QStringLiteral("cy"))), QStringList{QStringLiteral("cy@orchard.example")});
    QCOMPARE(names(browser.get(mine + QStringLiteral("fay"))), QStringList{});
    QCOMPARE(browser.get(QStringLiteral("/api/eligible?words=cy")).status, 403);
    const QString foreign =
        QStringLiteral("/api/eligible?words=cy&key=") + keyOf("room", QStringLiteral("Harbour board"));
    QCOMPARE(browser.get(foreign).status, 404);
    QCOMPARE(names(signedIn("ada").get(QStringLiteral("/api/eligible?words=fay"))),
             QStringList{QStringLiteral("fay@orchard.example")});
  }

  void filters() {
    Browser admin = signedIn("ada");
    const auto count = [&](const char* query) {
      return admin.get(QStringLiteral("/api/rooms?") + QLatin1String(query))
          .json()
          .value(QStringLiteral("result"))
          .toObject()
          .value(QStringLiteral("total"))
          .toInt();
    };
    QCOMPARE(count("words=SORB"), 2);
    QCOMPARE(count("words=sails"), 1);
    QCOMPARE(count("privacy=secret"), 2);
    QCOMPARE(count("state=disabled"), 0);
    QCOMPARE(count("words=nothing"), 0);
    const WebAnswer csv = admin.get(QStringLiteral("/rooms.csv?privacy=closed"));
    QCOMPARE(csv.header("Content-Type"), QByteArray("text/csv; charset=utf-8"));
    QVERIFY(csv.body.contains("\"Crew rota\",\"Harbour\",\"closed\",\"normal\",\"no\",2,\"Bo Medlar\""));
    QVERIFY(!csv.body.contains("Tide tables"));
  }
};

PARLOUR_TEST(TestWebRooms)

}  // namespace tst_webrooms

#include "tst_webrooms.moc"
