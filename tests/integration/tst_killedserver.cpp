// SPDX-License-Identifier: Apache-2.0
#include <signal.h>

#include <QProcess>
#include <QTest>

#include "tests/integration/host/Await.h"
#include "tests/integration/host/Team.h"
#include "tests/program/Paths.h"
#include "tests/program/TestProgram.h"

namespace tst_killedserver {

using namespace Parlour;
using namespace Parlour::Tests;

// kill -9 of the real server program under posting load: every message that was acknowledged is there once
// afterwards, in order, and those that were on their way are there once too.
class TestKilledServer : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir dir_;
  QProcess server_;
  quint16 port_ = 0;

  void startServer() {
    server_.start(Parlour::Testing::programPath(QStringLiteral("parlour-server")),
                  {QStringLiteral("--data"), dir_.filePath(QStringLiteral("data")), QStringLiteral("--org"),
                   dir_.filePath(QStringLiteral("org.json")), QStringLiteral("--open-sign-in"),
                   QStringLiteral("--listen"), QStringLiteral("tcp:127.0.0.1:%1").arg(port_)});
    QByteArray line;
    while (!line.startsWith("ready ")) {
      QVERIFY2(server_.canReadLine() || server_.waitForReadyRead(20'000), server_.readAllStandardError().constData());
      line = server_.readLine().trimmed();
    }
    port_ = line.mid(line.lastIndexOf(':') + 1).toUShort();
  }

  void killServer() {
    ::kill(static_cast<pid_t>(server_.processId()), SIGKILL);
    QVERIFY(server_.waitForFinished(10'000));
    QCOMPARE(server_.exitStatus(), QProcess::CrashExit);
  }

 private Q_SLOTS:
  void initTestCase() {
    QFile org(dir_.filePath(QStringLiteral("org.json")));
    QVERIFY(org.open(QIODevice::WriteOnly));
    org.write(teamOrganisation());
  }

  void acknowledgedMeansDurable() {
    startServer();
    if (QTest::currentTestFailed()) return;
    ClientHost ada("desk");
    ada.signIn("sip:ada@orchard.example", port_);
    QTRY_VERIFY(ada.isSignedIn());
    const RoomUri room = findRoom(ada, QStringLiteral("Tide tables"));
    QVERIFY(await(ada->open(room)).ok());
    auto& timeline = ada->room(room)->timeline();

    QStringList posted;
    QMap<ChatId, QString> acknowledged;
    connect(&ada.client(), &Core::Client::messageArrived, this,
            [&](Core::Room*, const Core::Message& message) { acknowledged[message.chatId] = message.text; });
    const auto noteStored = [&] {
      for (int row = 0; row < timeline.count(); ++row) {
        if (timeline.at(row).state == Core::MessageState::Stored)
          acknowledged[timeline.at(row).chatId] = timeline.at(row).text;
      }
    };
    for (int round = 0; round < 5; ++round) {
      const auto before = timeline.newestChatId();
      for (int i = 0; i < 40; ++i)
        ada->post(room, posted.emplaceBack(QStringLiteral("round %1 post %2").arg(round).arg(i)));
      // Somewhere in the middle, another place each round.
      QTRY_VERIFY_WITH_TIMEOUT(timeline.newestChatId() >= before + 3 + ChatId(round) * 7, 20'000);
      noteStored();
      killServer();
      if (QTest::currentTestFailed()) return;
      QTRY_VERIFY(!ada.isSignedIn());
      noteStored();
      startServer();
      if (QTest::currentTestFailed()) return;
      ada->retryNow();
      QTRY_VERIFY_WITH_TIMEOUT(ada.isSignedIn(), 30'000);
      QTRY_COMPARE_WITH_TIMEOUT(timeline.newestChatId(), ChatId(posted.size()), 30'000);
      noteStored();
    }

    ClientHost bo("laptop");
    bo.signIn("sip:bo@orchard.example", port_);
    QTRY_VERIFY(bo.isSignedIn());
    QVERIFY(await(bo->open(room)).ok());
    auto& full = bo->room(room)->timeline();
    while (!full.atStart()) {
      const int count = full.count();
      bo->fetchOlder(room);
      QTRY_VERIFY(full.count() > count || full.atStart());
    }
    QCOMPARE(bo.texts(QStringLiteral("Tide tables")), posted);
    for (int row = 0; row < full.count(); ++row) {
      QCOMPARE(full.at(row).chatId, ChatId(row + 1));
      QCOMPARE(acknowledged.value(full.at(row).chatId), full.at(row).text);
    }
  }

  void sigtermEndsInOrder() {
    server_.terminate();
    QVERIFY(server_.waitForFinished(10'000));
    QCOMPARE(server_.exitStatus(), QProcess::NormalExit);
    QCOMPARE(server_.exitCode(), 0);
  }
};

PARLOUR_TEST(TestKilledServer)

}  // namespace tst_killedserver

#include "tst_killedserver.moc"
