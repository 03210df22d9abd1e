// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <algorithm>

#include "server-sim/org/Organisation.h"
#include "tests/program/Paths.h"
#include "tests/program/TestProgram.h"

namespace tst_demoorganisation {

using namespace Parlour;
using namespace Parlour::Server;

namespace {

QString demoFile(const char* name) {
  return Parlour::Testing::sourcePath(QStringLiteral("resources/demo/")) + QString::fromLatin1(name);
}

// A moment of the test's choice; only the wall clock is asked.
class FixedClock final : public Clock {
 public:
  explicit FixedClock(const char* text) : now_(Timestamp::parse(text).value_or(Timestamp())) {}
  Timestamp now() const override { return now_; }
  qint64 monotonicMs() const override { return 0; }

 private:
  Timestamp now_;
};

const OrgRoom* roomNamed(const Organisation& organisation, const char* name) {
  const auto found = std::find_if(organisation.rooms.begin(), organisation.rooms.end(),
                                  [&](const OrgRoom& room) { return room.name == QString::fromUtf8(name); });
  return found == organisation.rooms.end() ? nullptr : &*found;
}

// Every user that a list means, groups opened.
QSet<QByteArray> usersMeant(const Organisation& organisation, const std::vector<OrgPrincipal>& list) {
  QSet<QByteArray> users;
  for (const OrgPrincipal& principal : list) {
    if (principal.kind == OrgPrincipal::Kind::User) users.insert(principal.uri);
    for (const OrgGroup& group : organisation.groups)
      if (principal.uri == group.uri) users.unite(usersMeant(organisation, group.members));
  }
  return users;
}

}  // namespace

class TestDemoOrganisation : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void loadsAtAnyTime_data();
  void loadsAtAnyTime();
  void hasEveryKindOfRoom();
  void givesPriyaHerRooms();
  void keepsRoomsFromPriya();
  void hasBelievableHistory();
  void endsWithTheDeskConversation();
  void linksOnlyKnownRooms();
  void letsBotsTalk();
  void readsTheExampleOfTheReference();

 private:
  Organisation demo_;
  const QByteArray priya_ = QByteArrayLiteral("sip:priya.raman@northgate.example");
};

void TestDemoOrganisation::initTestCase() {
  const auto result = loadOrganisation(demoFile("northgate.json"), FakeClock(), QTimeZone("Europe/London"));
  QVERIFY2(result.ok(), result.ok() ? "" : qPrintable(result.error().detail));
  demo_ = *result;
}

void TestDemoOrganisation::loadsAtAnyTime_data() {
  QTest::addColumn<QByteArray>("now");
  QTest::addColumn<QByteArray>("zone");
  QTest::newRow("long ago") << QByteArray("2024-02-29T12:00:00Z") << QByteArray("UTC");
  QTest::newRow("just after midnight") << QByteArray("2031-01-01T00:00:01Z") << QByteArray("UTC");
  QTest::newRow("Sunday") << QByteArray("2031-03-09T03:00:00Z") << QByteArray("America/New_York");
  QTest::newRow("clocks go forward") << QByteArray("2031-03-30T01:00:00Z") << QByteArray("Europe/London");
  QTest::newRow("date line") << QByteArray("2031-06-01T11:30:00Z") << QByteArray("Pacific/Kiritimati");
}

void TestDemoOrganisation::loadsAtAnyTime() {
  QFETCH(QByteArray, now);
  QFETCH(QByteArray, zone);
  const FixedClock clock(now.constData());
  const auto result = loadOrganisation(demoFile("northgate.json"), clock, QTimeZone(zone));
  QVERIFY2(result.ok(), result.ok() ? "" : qPrintable(result.error().detail));
  for (const OrgRoom& room : result->rooms) {
    QVERIFY2(room.history.empty() || room.created < room.history.front().time, qPrintable(room.name));
    QVERIFY2(room.history.empty() || room.history.back().time < clock.now(), qPrintable(room.name));
  }
}

void TestDemoOrganisation::hasEveryKindOfRoom() {
  QCOMPARE(demo_.domain, QByteArrayLiteral("northgate.example"));
  QVERIFY(demo_.users.size() >= 30);
  QCOMPARE(demo_.rooms.size(), size_t(25));
  QSet<std::pair<int, int>> kinds;
  for (const OrgRoom& room : demo_.rooms) kinds.insert({static_cast<int>(room.type), static_cast<int>(room.privacy)});
  for (const OrgPrivacy privacy : {OrgPrivacy::Open, OrgPrivacy::Closed, OrgPrivacy::Secret})
    QVERIFY(kinds.contains({static_cast<int>(OrgRoomType::Normal), static_cast<int>(privacy)}));
  for (const OrgPrivacy privacy : {OrgPrivacy::Open, OrgPrivacy::Closed})
    QVERIFY(kinds.contains({static_cast<int>(OrgRoomType::Auditorium), static_cast<int>(privacy)}));
  const auto disabled = [](const OrgRoom& room) { return room.disabled; };
  QCOMPARE(std::count_if(demo_.rooms.begin(), demo_.rooms.end(), disabled), 1);
  const auto off = std::find_if(demo_.categories.begin(), demo_.categories.end(),
                                [](const OrgCategory& category) { return !category.history; });
  QVERIFY(off != demo_.categories.end());
  QVERIFY(std::any_of(demo_.rooms.begin(), demo_.rooms.end(),
                      [&](const OrgRoom& room) { return room.category == off->uri; }));
  QVERIFY(std::any_of(demo_.users.begin(), demo_.users.end(), [](const OrgUser& user) { return !user.enabled; }));
  QVERIFY(
      std::any_of(demo_.users.begin(), demo_.users.end(), [](const OrgUser& user) { return !user.persistentChat; }));
}

void TestDemoOrganisation::givesPriyaHerRooms() {
  const OrgUser& priya = demo_.users.at(0);
  QCOMPARE(priya.uri.bytes(), priya_);
  QCOMPARE(priya.followed.size(), size_t(7));
  QCOMPARE(priya.followed.at(0), roomNamed(demo_, "FX Desk – London")->uri);
  QStringList invitedTo;
  for (const OrgRoom& room : demo_.rooms)
    for (const OrgInvitation& invitation : room.invitations)
      if (invitation.user.bytes() == priya_) invitedTo.append(room.name);
  invitedTo.sort();
  QCOMPARE(invitedTo,
           QStringList({QStringLiteral("Collateral working group"), QStringLiteral("Counterparty onboarding")}));
  const OrgRoom* desk = roomNamed(demo_, "FX Desk – London");
  QVERIFY(usersMeant(demo_, desk->presenters).contains(priya_));
}

void TestDemoOrganisation::keepsRoomsFromPriya() {
  const OrgRoom* secret = roomNamed(demo_, "Project Juniper");
  QVERIFY(secret && secret->privacy == OrgPrivacy::Secret);
  QVERIFY(!usersMeant(demo_, secret->members).contains(priya_));
  const OrgRoom* closed = roomNamed(demo_, "Options structuring");
  QVERIFY(closed && closed->privacy == OrgPrivacy::Closed);
  QVERIFY(!usersMeant(demo_, closed->members).contains(priya_));
}

void TestDemoOrganisation::hasBelievableHistory() {
  qsizetype messages = 0, stories = 0, alerts = 0, mentions = 0, links = 0, lines = 0, other = 0;
  QSet<QByteArray> texts;
  for (const OrgRoom& room : demo_.rooms) {
    for (const OrgMessage& message : room.history) {
      const QByteArray text = message.chatText();
      const QString shown = QString::fromUtf8(text);
      ++messages;
      stories += message.story ? 1 : 0;
      alerts += message.alert ? 1 : 0;
      mentions += shown.contains(QLatin1String("Priya")) ? 1 : 0;
      links += shown.contains(QLatin1String("<a href=\"https://")) ? 1 : 0;
      lines += !message.story && text.contains("\r\n") ? 1 : 0;
      other += std::any_of(shown.begin(), shown.end(), [](QChar c) {
        return c.script() == QChar::Script_Han || c.script() == QChar::Script_Cyrillic;
      });
      texts.insert(text);
      QVERIFY2(!text.contains('{') && !text.contains('}'), text.constData());
    }
  }
  QVERIFY(messages >= 3000 && messages <= 5000);
  QVERIFY(texts.size() * 5 > messages * 2);
  QVERIFY(stories > 30 && alerts > 50 && mentions > 30 && links > 100 && lines > 10 && other > 20);
  QVERIFY(QFile(demoFile("northgate.json")).size() < 1'500'000);
}

void TestDemoOrganisation::endsWithTheDeskConversation() {
  const auto& history = roomNamed(demo_, "FX Desk – London")->history;
  const auto fromEnd = [&](size_t back) { return history.at(history.size() - back); };
  QCOMPARE(fromEnd(1).text, QByteArrayLiteral("Feed is good again, quoting as normal."));
  QCOMPARE(fromEnd(1).time.toMs(), FakeClock().now().toMs() - 2 * 60'000);
  QVERIFY(fromEnd(6).text.startsWith("Priya can you check the limit for Aldgate Partners"));
  QVERIFY(fromEnd(7).alert);
  QVERIFY(fromEnd(9).story.has_value());
  QCOMPARE(fromEnd(9).story->title, QStringLiteral("Fixing process from next Monday"));
}

void TestDemoOrganisation::linksOnlyKnownRooms() {
  QSet<QString> known;
  for (const OrgRoom& room : demo_.rooms) known.insert(room.uri.toString());
  const QRegularExpression link(QStringLiteral("ma-chan://[^\"]*"));
  int found = 0;
  for (const OrgRoom& room : demo_.rooms) {
    for (const OrgMessage& message : room.history) {
      auto matches = link.globalMatch(QString::fromUtf8(message.chatText()));
      while (matches.hasNext()) {
        const QString uri = matches.next().captured(0);
        QVERIFY2(known.contains(uri), qPrintable(uri));
        ++found;
      }
    }
  }
  QVERIFY(found > 10);
}

void TestDemoOrganisation::letsBotsTalk() {
  QHash<QByteArray, OrgPresence> presence;
  for (const OrgUser& user : demo_.users) presence.insert(user.uri.bytes(), user.presence);
  size_t lines = 0;
  bool mention = false, alert = false;
  QSet<QByteArray> rooms;
  for (const OrgBotScript& script : demo_.bots) {
    QVERIFY(script.loop);
    rooms.insert(script.room.bytes());
    lines += script.lines.size();
    for (const OrgBotLine& line : script.lines) {
      QVERIFY(line.author.bytes() != priya_);
      QVERIFY2(presence.value(line.author.bytes()) != OrgPresence::Offline, line.author.bytes().constData());
      mention = mention || line.message.text.contains("Priya");
      alert = alert || line.message.alert;
    }
  }
  QVERIFY(lines >= 60 && rooms.size() >= 5 && mention && alert);
}

void TestDemoOrganisation::readsTheExampleOfTheReference() {
  QFile file(demoFile("ORGANISATION.md"));
  QVERIFY(file.open(QIODevice::ReadOnly));
  const QByteArray text = file.readAll();
  const qsizetype begin = text.indexOf("```json\n") + 8;
  const auto result = parseOrganisation(text.mid(begin, text.indexOf("```", begin) - begin), FakeClock());
  QVERIFY2(result.ok(), result.ok() ? "" : qPrintable(result.error().detail));
  QCOMPARE(result->rooms.size(), size_t(1));
}

PARLOUR_TEST(TestDemoOrganisation)

}  // namespace tst_demoorganisation

#include "tst_demoorganisation.moc"
