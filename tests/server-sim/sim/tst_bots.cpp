// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/sim/Bots.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/channel/support/Harbour.h"

namespace tst_bots {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;

namespace {

OrgBotLine lineOf(const QByteArray& author, const QByteArray& text, int least = 1, int most = 1) {
  OrgBotLine line;
  line.author = Harbour::address(author);
  line.message.text = text;
  line.delayMinSeconds = least;
  line.delayMaxSeconds = most;
  return line;
}

OrgBotScript scriptOf(const QByteArray& room, bool loop, std::vector<OrgBotLine> lines) {
  OrgBotScript script;
  script.name = QString::fromUtf8(room);
  script.room = Harbour::room(room);
  script.loop = loop;
  script.lines = std::move(lines);
  return script;
}

// The harbour with bots in it whose pauses end when the test says so.
class BotHarbour {
 public:
  struct Pause {
    int milliseconds = 0;
    std::function<void()> action;
  };

  explicit BotHarbour(quint32 seed = 1, ChannelSettings settings = Harbour::defaults())
      : harbour(std::move(settings)),
        bots(
            harbour.service, harbour.clock,
            [this](int milliseconds, std::function<void()> action) {
              pauses.push_back({milliseconds, std::move(action)});
            },
            seed) {}

  // Ends the oldest pause and lets the store work.
  void step() {
    const Pause pause = pauses.front();
    pauses.erase(pauses.begin());
    pause.action();
    harbour.store.run();
  }
  QByteArrayList said() const {
    QByteArrayList texts;
    for (const auto& post : harbour.store.accepted()) texts.append(post.chat);
    return texts;
  }

  Harbour harbour;
  std::vector<Pause> pauses;
  Bots bots;
};

int warningCount = 0;

void countWarnings(QtMsgType type, const QMessageLogContext&, const QString&) {
  if (type == QtWarningMsg) ++warningCount;
}

}  // namespace

class TestBots : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void linesInOrderOnce();
  void whoIsActing();
  void loopsFromTheStart();
  void pausesAreWithinTheirBounds();
  void sameSeedSamePauses();
  void scriptsRunSideBySide();
  void everybodyHears();
  void oneSessionForAnAuthor();
  void unknownAuthorsAreLeftOut();
  void refusedLinesDoNotCount();
  void emptyScriptsAreNothing();
  void restartSaysEverythingAgain();
};

void TestBots::linesInOrderOnce() {
  BotHarbour stage;
  stage.bots.start({scriptOf("tides", false, {lineOf("ada", "one"), lineOf("bo", "two")})});
  QCOMPARE(stage.pauses.size(), size_t{1});
  QVERIFY(stage.said().isEmpty());
  stage.step();
  QCOMPARE(stage.said(), QByteArrayList{"one"});
  stage.step();
  QCOMPARE(stage.said(), (QByteArrayList{"one", "two"}));
  QCOMPARE(stage.harbour.store.accepted()[0].author, PrincipalId{Ada});
  QCOMPARE(stage.harbour.store.accepted()[1].author, PrincipalId{Bo});
  QVERIFY(stage.pauses.empty());
  QCOMPARE(stage.bots.linesSaid(), size_t{2});
}

void TestBots::whoIsActing() {
  BotHarbour stage;
  stage.bots.start({scriptOf("tides", false, {lineOf("ada", "one"), lineOf("gus", "two")})});
  QVERIFY(stage.bots.isActing(Harbour::address("ada")));
  QVERIFY(!stage.bots.isActing(Harbour::address("gus")));  // is disabled
  QVERIFY(!stage.bots.isActing(Harbour::address("bo")));
}

void TestBots::loopsFromTheStart() {
  BotHarbour stage;
  stage.bots.start({scriptOf("tides", true, {lineOf("ada", "one"), lineOf("bo", "two")})});
  for (int i = 0; i < 5; ++i) {
    QCOMPARE(stage.pauses.size(), size_t{1});
    stage.step();
  }
  QCOMPARE(stage.said(), (QByteArrayList{"one", "two", "one", "two", "one"}));
}

void TestBots::pausesAreWithinTheirBounds() {
  BotHarbour stage;
  stage.bots.start({scriptOf("tides", true, {lineOf("ada", "a", 2, 9), lineOf("bo", "b", 4, 4)})});
  int least = INT_MAX;
  int most = 0;
  for (int i = 0; i < 100; ++i) {
    least = std::min(least, stage.pauses.front().milliseconds);
    most = std::max(most, stage.pauses.front().milliseconds);
    stage.step();
    QCOMPARE(stage.pauses.front().milliseconds, 4'000);
    stage.step();
  }
  QVERIFY(least >= 2'000 && least < 3'000);
  QVERIFY(most <= 9'000 && most > 8'000);
}

void TestBots::sameSeedSamePauses() {
  const auto firstPauses = [](quint32 seed) {
    BotHarbour stage(seed);
    stage.bots.start({scriptOf("tides", true, {lineOf("ada", "a", 1, 1'000)})});
    QList<int> pauses;
    for (int i = 0; i < 5; ++i) {
      pauses.append(stage.pauses.front().milliseconds);
      stage.step();
    }
    return pauses;
  };
  QCOMPARE(firstPauses(7), firstPauses(7));
  QVERIFY(firstPauses(7) != firstPauses(8));
}

void TestBots::scriptsRunSideBySide() {
  BotHarbour stage;
  stage.bots.start({scriptOf("tides", false, {lineOf("ada", "t1"), lineOf("ada", "t2")}),
                    scriptOf("lobby", false, {lineOf("ada", "l1"), lineOf("cy", "l2")})});
  QCOMPARE(stage.pauses.size(), size_t{2});
  for (int i = 0; i < 4; ++i) stage.step();
  QCOMPARE(stage.said(), (QByteArrayList{"t1", "l1", "t2", "l2"}));
  QCOMPARE(stage.harbour.store.accepted()[1].room, RoomId{Lobby});
}

void TestBots::everybodyHears() {
  BotHarbour stage;
  const SessionId cy = stage.harbour.open("cy");
  stage.harbour.join(cy, "tides");
  auto line = lineOf("ada", "Storm & gale");
  line.message.alert = true;
  stage.bots.start({scriptOf("tides", false, {line})});
  stage.harbour.sink.takeFor(cy);
  stage.step();
  const auto heard = stage.harbour.sink.takeFor(cy);
  QCOMPARE(heard.size(), size_t{1});
  const auto envelope = Xccos::parse(*heard.front().envelope);
  QVERIFY(envelope && envelope->chat());
  QCOMPARE(envelope->chat()->chat, "Storm & gale");
  QCOMPARE(envelope->chat()->author.bytes(), "sip:ada@orchard.example");
  QCOMPARE(envelope->chat()->alert, true);
}

void TestBots::oneSessionForAnAuthor() {
  BotHarbour stage;
  const auto line = lineOf("ada", "again");
  stage.bots.start({scriptOf("tides", true, {line, line, line}), scriptOf("lobby", true, {line})});
  for (int i = 0; i < 20; ++i) stage.step();
  QCOMPARE(stage.harbour.service.sessionCount(), size_t{1});
}

void TestBots::unknownAuthorsAreLeftOut() {
  BotHarbour stage;
  warningCount = 0;
  const auto before = qInstallMessageHandler(countWarnings);
  stage.bots.start(
      {scriptOf("tides", true, {lineOf("mallory", "boo"), lineOf("ada", "hello"), lineOf("fin", "no policy")})});
  for (int i = 0; i < 30; ++i) stage.step();
  qInstallMessageHandler(before);
  QCOMPARE(warningCount, 2);  // one for each of the two, not one for each line
  QCOMPARE(stage.said(), QByteArrayList(10, "hello"));
  QCOMPARE(stage.bots.linesSaid(), size_t{10});
}

void TestBots::refusedLinesDoNotCount() {
  BotHarbour stage;
  stage.bots.start(
      {scriptOf("vault", true, {lineOf("bo", "let me in")}), scriptOf("attic", true, {lineOf("ada", "disabled")})});
  for (int i = 0; i < 4; ++i) stage.step();
  QVERIFY(stage.said().isEmpty());
  QCOMPARE(stage.bots.linesSaid(), size_t{0});
}

void TestBots::emptyScriptsAreNothing() {
  BotHarbour stage;
  stage.bots.start({scriptOf("tides", true, {})});
  stage.bots.start({});
  QVERIFY(stage.pauses.empty());
  QCOMPARE(stage.harbour.service.sessionCount(), size_t{0});
}

// The numbers of the envelopes differ from run to run, or the posts of the second would count as repeats.
void TestBots::restartSaysEverythingAgain() {
  BotHarbour stage;
  const std::vector<OrgBotScript> scripts{scriptOf("tides", false, {lineOf("ada", "one")})};
  stage.bots.start(scripts);
  stage.step();
  stage.harbour.clock.advanceMs(5'000);
  Bots again(
      stage.harbour.service, stage.harbour.clock,
      [&](int milliseconds, std::function<void()> action) {
        stage.pauses.push_back({milliseconds, std::move(action)});
      },
      1);
  again.start(scripts);
  stage.step();
  QCOMPARE(stage.said(), (QByteArrayList{"one", "one"}));
}

PARLOUR_TEST(TestBots)

}  // namespace tst_bots

#include "tst_bots.moc"
