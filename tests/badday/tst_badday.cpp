// SPDX-License-Identifier: Apache-2.0
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>
#include <algorithm>

#include "app/ui/composer/Composer.h"
#include "app/ui/composer/ComposerEdit.h"
#include "app/ui/mainwindow/MainWindow.h"
#include "app/ui/mainwindow/RoomPage.h"
#include "app/ui/roomlist/Sidebar.h"
#include "app/ui/timeline/RowContents.h"
#include "tests/badday/BadDay.h"
#include "tests/badday/BusyFront.h"
#include "tests/gui/GuiTest.h"
#include "tests/integration/host/Await.h"
#include "tests/integration/host/Team.h"
#include "tests/program/NoFileMayGrow.h"

namespace tst_badday {

using namespace Parlour;
using namespace Parlour::Tests;

// The window of a person whose computer sleeps, whose network goes, whose server is restarted, busy or gives notice:
// the words she reads at each, and that what she wrote is there once and in order in the end.
class BadDayTest : public QObject, private BadDay {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    if (qstrcmp(QTest::currentTestFunction(), "storedOnceThroughAStormOfRefusals") == 0) {
      return begin(QStringLiteral("503=0.4,seed=5"));
    }
    begin({}, qstrcmp(QTest::currentTestFunction(), "anotherCertificateIsNotTakenSilently") == 0);
  }
  void cleanup() { end(); }

  void connectedSaysNothing() {
    QTRY_COMPARE(account(), QStringLiteral("Ada Quince, Available, Connected"));
    QCOMPARE(bar(), QString());
    QCOMPARE(roomBar(), QString());
  }

  void signingInNamesTheStep() {
    wire_->hold();
    signAdaIn();
    QTRY_COMPARE(account(), QStringLiteral("Ada Quince, Signing in…"));
    const QList<QWidget*> parts = window().sidebar()->findChildren<QWidget*>();
    const auto namesTheStep = [](const QWidget* one) { return one->accessibleName() == QStringLiteral("Signing in"); };
    QTRY_VERIFY(std::any_of(parts.begin(), parts.end(), namesTheStep));
    QCOMPARE(bar(), QString());
    wire_->release();
    QTRY_COMPARE(account(), QStringLiteral("Ada Quince, Available, Connected"));
  }

  void halfAMinuteWithoutAnAnswer() {
    wire_->hold();
    postLines(3);
    clock_.advanceMs(6'000);
    QTRY_COMPARE(account(), QStringLiteral("Ada Quince, Available, Slow"));
    QTRY_VERIFY(stripSays(QStringLiteral("No answer for 6 s")));
    QCOMPARE(bar(), QString());
    postLines(3);
    clock_.advanceMs(20'000);
    QTRY_VERIFY(stripSays(QStringLiteral("No answer for 26 s")));
    wire_->release();
    QTRY_VERIFY_WITH_TIMEOUT(allArrivedOnce(), kPatienceMs);
    QTRY_COMPARE(account(), QStringLiteral("Ada Quince, Available, Connected"));
  }

  void theNetworkIsGoneForHalfAMinute() {
    postLines(3);
    network_ = false;
    wire_->cut();
    QTRY_COMPARE(bar(), QStringLiteral("This computer has no network. Parlour connects when it is back."));
    QCOMPARE(barButton(), QString());
    QCOMPARE(account(), QStringLiteral("Ada Quince, Offline"));
    QVERIFY(stripSays(QStringLiteral("No network")));
    postLines(3);
    QVERIFY(waiting() >= 3);
    clock_.advanceMs(30'000);
    QVERIFY(wire_->mend());
    network_ = true;
    watch_->onChanged();
    QTRY_VERIFY_WITH_TIMEOUT(allArrivedOnce(), kPatienceMs);
    QTRY_COMPARE(account(), QStringLiteral("Ada Quince, Available, Connected"));
  }

  void sleepingForAnHour() {
    postLines(1);
    const RoomUri crew = ada_->room(QStringLiteral("Crew rota"))->uri();
    bo_->client().post(crew, QStringLiteral("before"));
    QTRY_COMPARE(ada_->texts(QStringLiteral("Crew rota")).size(), 1);
    QTRY_VERIFY(allArrivedOnce());
    wire_->hold();
    clock_.advanceMs(3'600'000);
    for (int i = 0; i < 3; ++i) {
      bo_->client().post(room_, lines_.emplaceBack(QStringLiteral("meanwhile %1").arg(i)));
      bo_->client().post(crew, QStringLiteral("rota %1").arg(i));
    }
    QTRY_COMPARE(bo_->room(QStringLiteral("Crew rota"))->timeline().newestChatId(), ChatId{4});
    watch_->onChanged();
    QTest::qWait(50);  // the question whether anybody is there goes out
    wire_->cut();
    QVERIFY(wire_->mend());
    clock_.advanceMs(5'000);
    QTRY_VERIFY2_WITH_TIMEOUT(bar().startsWith(QStringLiteral("Back")), state(), kPatienceMs);
    QCOMPARE(bar(), QStringLiteral("Back online. 6 messages caught up in 2 rooms."));
    QTRY_VERIFY(allArrivedOnce());
    QTRY_COMPARE_WITH_TIMEOUT(bar(), QString(), 7'000);
  }

  void theServerIsRestartedWhilePosting() {
    postLines(5);
    server_->stop();
    postLines(5);
    QTRY_VERIFY(bar().startsWith(QStringLiteral("Connection lost at ")));
    const QString words =
        QStringLiteral(
            "^Connection lost at %1\\. (Trying again in [0-9]+ s|Connecting again)\\. Messages you write now "
            "go out when you are back\\.$")
            .arg(Ui::timeWords(ada_->client().status().lostAt));
    QVERIFY2(QRegularExpression(words).match(bar()).hasMatch(), qPrintable(bar()));
    QCOMPARE(barButton(), QStringLiteral("Try now"));
    QCOMPARE(account(), QStringLiteral("Ada Quince, Reconnecting…"));
    QTRY_VERIFY(stripSays(QStringLiteral("Trying again in ")));
    postLines(2);
    restartServer();
    bo_->client().retryNow();
    pressBar();
    QTRY_VERIFY_WITH_TIMEOUT(allArrivedOnce(), kPatienceMs);
    QTRY_VERIFY(!bar().startsWith(QStringLiteral("Connection lost")));
  }

  void aShortDropShowsNoBar() {
    wire_->cut();
    QTRY_COMPARE(account(), QStringLiteral("Ada Quince, Reconnecting…"));
    QCOMPARE(bar(), QString());
    QVERIFY(wire_->mend());
    ada_->client().retryNow();
    QTRY_COMPARE(account(), QStringLiteral("Ada Quince, Available, Connected"));
    QCOMPARE(bar(), QString());
  }

  void storedOnceThroughAStormOfRefusals() {
    postLines(12);
    QTRY_VERIFY_WITH_TIMEOUT((clock_.advanceMs(200), allArrivedOnce()), 60'000);
    QCOMPARE(bar(), QString());
  }

  void aBusyServerIsWaitedFor() {
    const quint16 port = wire_->port();
    wire_->cut();
    {
      BusyFront front(5);
      QVERIFY(front.listen(port));
      postLines(3);
      for (int i = 1; i <= 3; ++i) {
        QTRY_VERIFY_WITH_TIMEOUT((clock_.advanceMs(500), front.refused() >= i), kPatienceMs);
      }
      QTRY_COMPARE(bar(), QStringLiteral("The server is busy. It asked us to wait 5 s."));
      QCOMPARE(barButton(), QStringLiteral("Try now"));
      QCOMPARE(account(), QStringLiteral("Ada Quince, Reconnecting…"));
      QVERIFY(waiting() == 3);
    }
    QVERIFY(wire_->mend());
    pressBar();
    QTRY_VERIFY_WITH_TIMEOUT(allArrivedOnce(), kPatienceMs);
  }

  void theAccountIsDisabled() {
    administer("user disable", {{QStringLiteral("user"), QStringLiteral("ada")}});
    QTRY_COMPARE(bar(), QStringLiteral("Signed out by the server. Your account was disabled."));
    QCOMPARE(barButton(), QStringLiteral("Sign in"));
    QCOMPARE(account(), QStringLiteral("Ada Quince, Signed out"));
    QVERIFY(stripSays(QStringLiteral("Signed out")));
    postLines(2);
    QCOMPARE(waiting(), 2);
    administer("user enable", {{QStringLiteral("user"), QStringLiteral("ada")}});
    bool asked = false;
    connect(controller_.get(), &Ui::MainController::signInAgainRequested, this, [&asked] { asked = true; });
    pressBar();
    QVERIFY(asked);
    signAdaIn();
    QTRY_VERIFY_WITH_TIMEOUT(allArrivedOnce(), kPatienceMs);
  }

  void thePasswordChanged() {
    server_->stop();
    QTRY_VERIFY(!ada_->isSignedIn());
    postLines(2);
    ServerHost changed(teamOrganisation().replace("\"pw-ada\"", "\"another\""));
    changed.config().listen = {QStringLiteral("tcp:127.0.0.1:%1").arg(port_)};
    QVERIFY(changed.start().ok());
    clock_.advanceMs(5'000);
    QTRY_COMPARE_WITH_TIMEOUT(bar(), QStringLiteral("Signed out by the server. Your password changed."), kPatienceMs);
    QCOMPARE(barButton(), QStringLiteral("Sign in"));
    QCOMPARE(account(), QStringLiteral("Ada Quince, Signed out"));
    QCOMPARE(waiting(), 2);
    clock_.advanceMs(60'000);
    QTest::qWait(50);
    QCOMPARE(changed.sessionCount(), size_t{0});
    changed.stop();
    restartServer();
    bo_->client().retryNow();
    signAdaIn();
    QTRY_VERIFY_WITH_TIMEOUT(allArrivedOnce(), kPatienceMs);
  }

  void theRoomIsDisabledWhileReading() {
    postLines(2);
    QTRY_VERIFY(allArrivedOnce());
    administer("room disable", {{QStringLiteral("room"), tides_}});
    QTRY_COMPARE(roomBar(), QStringLiteral("This room was disabled by a manager. You can read its history."));
    QCOMPARE(bar(), QString());
    QCOMPARE(account(), QStringLiteral("Ada Quince, Available, Connected"));
    QCOMPARE(ada_->texts(tides_), lines_);
    QTRY_VERIFY(!window().roomPage()->composer()->edit()->isVisible());
  }

  void removedFromTheRoomWhileReading() {
    const QString crew = QStringLiteral("Crew rota");
    const RoomUri uri = ada_->room(crew)->uri();
    controller_->openRoom(uri, false);
    bo_->client().post(uri, QStringLiteral("read before"));
    QTRY_COMPARE(ada_->texts(crew), QStringList{QStringLiteral("read before")});
    administer("room member rm",
               {{QStringLiteral("room"), crew}, {QStringLiteral("principal"), QJsonArray{QStringLiteral("ada")}}});
    QTRY_COMPARE(roomBar(),
                 QStringLiteral("You were removed from this room. What you have read stays here until you leave it."));
    QCOMPARE(ada_->texts(crew), QStringList{QStringLiteral("read before")});
  }

  void noFileMayGrowOnThisComputer() {
    postLines(2);
    QTRY_VERIFY(allArrivedOnce());
    const RoomUri other = findRoom(*ada_, QStringLiteral("Town hall"));
    {
      const NoFileMayGrow full;
      controller_->openRoom(other, false);
      QTRY_VERIFY(
          toastSays(QStringLiteral("This computer has no room for the message cache. Chat goes on; new messages are "
                                   "not kept for reading offline "
                                   "until there is space.")));
      QCOMPARE(account(), QStringLiteral("Ada Quince, Available, Connected"));
      postLines(2);  // the server's store is full too
    }
    postLines(2);
    QTRY_VERIFY2_WITH_TIMEOUT((clock_.advanceMs(200), allArrivedOnce()), state(), kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(toastSays(QStringLiteral("The message cache keeps new messages again.")), kPatienceMs);
  }

  void anotherCertificateIsNotTakenSilently() {
    ada_->setAcceptCertificates(false);
    server_->stop();
    QTRY_VERIFY(!ada_->isSignedIn());
    postLines(2);
    ServerHost other(teamOrganisation());
    other.config().listen = {QStringLiteral("tls:127.0.0.1:%1").arg(port_)};
    QVERIFY(other.start().ok());
    clock_.advanceMs(5'000);
    QTRY_COMPARE_WITH_TIMEOUT(account(), QStringLiteral("Ada Quince, Signed out"), kPatienceMs);
    QVERIFY2(bar().contains(QStringLiteral("not trusted")), qPrintable(bar()));
    QCOMPARE(other.sessionCount(), size_t{0});
    QCOMPARE(waiting(), 2);
    other.stop();
    restartServer();
    bo_->client().retryNow();
    signAdaIn();
    QTRY_VERIFY_WITH_TIMEOUT(allArrivedOnce(), kPatienceMs);
  }
};

PARLOUR_GUI_TEST(BadDayTest)

}  // namespace tst_badday

#include "tst_badday.moc"
