// SPDX-License-Identifier: Apache-2.0
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QTest>

#include "app/models/Roles.h"
#include "app/ui/composer/Composer.h"
#include "app/ui/composer/ComposerEdit.h"
#include "app/ui/join/JoinDialog.h"
#include "app/ui/join/RoomDetailPane.h"
#include "app/ui/mainwindow/MainActions.h"
#include "app/ui/mainwindow/MainController.h"
#include "app/ui/mainwindow/RoomHeader.h"
#include "app/ui/mainwindow/RoomPage.h"
#include "app/ui/roomlist/RoomListView.h"
#include "app/ui/roomlist/Sidebar.h"
#include "app/ui/roompane/RoomPane.h"
#include "app/ui/search/SearchPage.h"
#include "app/ui/timeline/JumpButton.h"
#include "app/ui/timeline/TimelineView.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/IconButton.h"
#include "app/ui/widgets/Scrim.h"
#include "app/ui/widgets/SearchField.h"
#include "tests/gui/Desk.h"
#include "tests/gui/GuiTest.h"
#include "tests/integration/host/Await.h"
#include "tests/integration/host/Team.h"

namespace tst_clientflow {

using namespace Parlour;
using namespace Parlour::Tests;
using namespace Parlour::Ui;

// The windows on a real client core against the real server, by keyboard where a person would use it.
class ClientFlowTest : public QObject, private Desk {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup();
  void joinWriteAndRead();
  void mentionsAndUnreadShowInTheList();
  void auditoriumIsReadOnlyForListeners();
  void searchFindsAndJumps();
  void quickSwitchOpensRooms();
  void draftsSurviveARestart();
  void olderHistoryLoadsWithoutAJump();
  void joinDialogOpensTwiceInARow();
  void newerPagesLoadAfterAJump();
  void latestIsOneStepAway();
  void peopleShowHowAvailableTheyAre();

 private:
  void fillTideTables(int count);
  void jumpToTheLighthouse();
  QStringList shownTexts() const;
};

void ClientFlowTest::init() { startDesk(teamOrganisation()); }

void ClientFlowTest::cleanup() { endDesk(); }

QStringList ClientFlowTest::shownTexts() const {
  const QAbstractItemModel& model = *controller_->window().roomPage()->timeline()->model();
  QStringList texts;
  for (int i = 0; i < model.rowCount(); ++i) {
    texts.append(model.index(i, 0).data(Qt::DisplayRole).toString());
  }
  return texts;
}

void ClientFlowTest::joinWriteAndRead() {
  openByJoinDialog(QStringLiteral("tide"));
  QTRY_VERIFY(composer().hasFocus());
  QTest::keyClicks(&composer(), QStringLiteral("High water at six :)"));
  QTest::keyClick(&composer(), Qt::Key_Return);
  QTRY_COMPARE(shownTexts(), QStringList{QStringLiteral("High water at six :)")});
  const QModelIndex first = window().roomPage()->timeline()->model()->index(0, 0);
  QTRY_VERIFY(first.data(Models::RowRole).value<Models::TimelineRow>().message.chatId != 0);
  QVERIFY(composer().toPlainText().isEmpty());
  QVERIFY(window().windowTitle().startsWith(QStringLiteral("Tide tables")));
  QTRY_COMPARE(window().roomPane()->people()->model()->rowCount(), 2);
}

void ClientFlowTest::peopleShowHowAvailableTheyAre() {
  ClientHost bo("laptop");
  signIn(bo, "bo");
  QVERIFY(await(bo->open(findRoom(bo, QStringLiteral("Tide tables")))).ok());
  openByJoinDialog(QStringLiteral("tide"));
  const auto presenceOf = [this](const QString& name) {
    const QAbstractItemModel& people = *window().roomPane()->people()->model();
    for (int i = 0; i < people.rowCount(); ++i) {
      const auto row = people.index(i, 0).data(Models::RowRole).value<Models::ParticipantRow>();
      if (row.person.name == name) {
        return row.person.presence;
      }
    }
    return Core::Presence::Unknown;
  };
  QTRY_COMPARE(presenceOf(QStringLiteral("Ada Quince")), Core::Presence::Available);
  bo->setPresence(Core::Presence::Busy);
  QTRY_COMPARE(presenceOf(QStringLiteral("Bo Medlar")), Core::Presence::Busy);
  ada_->client().setPresence(Core::Presence::Away);
  QTRY_COMPARE(presenceOf(QStringLiteral("Ada Quince")), Core::Presence::Away);
}

void ClientFlowTest::mentionsAndUnreadShowInTheList() {
  ClientHost bo("laptop");
  signIn(bo, "bo");
  openByJoinDialog(QStringLiteral("tide"));
  openByJoinDialog(QStringLiteral("crew"));
  const RoomUri tide = findRoom(bo, QStringLiteral("Tide tables"));
  QVERIFY(await(bo->open(tide)).ok());
  bo->post(tide, QStringLiteral("@ada please look"));
  const QAbstractItemModel& list = *window().sidebar()->rooms()->model();
  const auto tideRow = [&list] {
    for (int i = 0; i < list.rowCount(); ++i) {
      const auto row = list.index(i, 0).data(Models::RowRole).value<Models::RoomListRow>();
      if (row.text == QLatin1String("Tide tables")) {
        return row;
      }
    }
    return Models::RoomListRow();
  };
  QTRY_COMPARE(tideRow().unread, 1);
  QCOMPARE(tideRow().mentions, 1);
  QTest::keyClick(&window(), Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier);
  QTRY_VERIFY(window().windowTitle().startsWith(QStringLiteral("Tide tables")));
  // Read when its newest row has been on screen for a second in the active window.
  QTRY_COMPARE_WITH_TIMEOUT(tideRow().unread, 0, 5000);
}

void ClientFlowTest::auditoriumIsReadOnlyForListeners() {
  openByJoinDialog(QStringLiteral("town"));
  QTRY_VERIFY(!composer().isVisible());
  QCOMPARE(window().roomPage()->composer()->accessibleName(),
           QStringLiteral("Only presenters post here. You can read everything."));
}

void ClientFlowTest::searchFindsAndJumps() {
  openByJoinDialog(QStringLiteral("tide"));
  for (int i = 0; i < 40; ++i) {
    ada_->client().post(ada_->room(QStringLiteral("Tide tables"))->uri(),
                        i == 3 ? QStringLiteral("the lighthouse is dark") : QStringLiteral("line %1").arg(i));
  }
  QTRY_COMPARE_WITH_TIMEOUT(shownTexts().size(), 40, 10'000);
  QTRY_VERIFY(ada_->room(QStringLiteral("Tide tables"))->timeline().at(39).chatId != 0);
  QTest::keyClick(&window(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_COMPARE(window().page(), MainWindow::Page::Search);
  SearchPage& page = *window().search();
  QTest::keyClicks(page.field(), QStringLiteral("lighthouse"));
  QTest::keyClick(page.field(), Qt::Key_Return);
  QTRY_VERIFY(page.currentHit().has_value());
  QCOMPARE(page.currentHit()->message.text, QStringLiteral("the lighthouse is dark"));
  Q_EMIT page.jumpRequested(*page.currentHit());
  QTRY_COMPARE(window().page(), MainWindow::Page::Room);
  TimelineView& timeline = *window().roomPage()->timeline();
  QTRY_COMPARE(timeline.currentIndex().data(Qt::DisplayRole).toString(), QStringLiteral("the lighthouse is dark"));
  QVERIFY(timeline.viewport()->rect().intersects(timeline.visualRect(timeline.currentIndex())));
}

void ClientFlowTest::quickSwitchOpensRooms() {
  openByJoinDialog(QStringLiteral("tide"));
  openByJoinDialog(QStringLiteral("crew"));
  QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
  auto* popup = window().findChild<QuickSwitch*>();
  QVERIFY(popup);
  auto* field = popup->findChild<QLineEdit*>();
  QTest::keyClicks(field, QStringLiteral("tid"));
  QTest::keyClick(field, Qt::Key_Return);
  QTRY_VERIFY(window().windowTitle().startsWith(QStringLiteral("Tide tables")));
}

void ClientFlowTest::draftsSurviveARestart() {
  openByJoinDialog(QStringLiteral("tide"));
  QTest::keyClicks(&composer(), QStringLiteral("half a sentence"));
  openByJoinDialog(QStringLiteral("crew"));
  QVERIFY(composer().toPlainText().isEmpty());
  controller_.reset();
  controller_ = std::make_unique<MainController>(ada_->client(), *themes_, *settings_);
  window().show();
  QVERIFY(QTest::qWaitForWindowExposed(&window()));
  controller_->openRoom(ada_->room(QStringLiteral("Tide tables"))->uri(), true);
  QTRY_COMPARE(composer().toPlainText(), QStringLiteral("half a sentence"));
}

void ClientFlowTest::olderHistoryLoadsWithoutAJump() {
  ClientHost bo("laptop");
  signIn(bo, "bo");
  const RoomUri tide = findRoom(bo, QStringLiteral("Tide tables"));
  QVERIFY(await(bo->open(tide)).ok());
  for (int i = 0; i < 120; ++i) {
    bo->post(tide, QStringLiteral("line %1").arg(i));
  }
  QTRY_VERIFY_WITH_TIMEOUT(bo.texts(QStringLiteral("Tide tables")).size() == 120, 20'000);
  QTRY_VERIFY(bo.room(QStringLiteral("Tide tables"))->timeline().at(119).chatId != 0);
  openByJoinDialog(QStringLiteral("tide"));
  TimelineView& timeline = *window().roomPage()->timeline();
  QTRY_VERIFY(timeline.model()->rowCount() >= 30);
  timeline.setFocus();
  QTest::keyClick(&timeline, Qt::Key_Home);
  const QString before = timeline.indexAt(QPoint(300, 20)).data(Qt::DisplayRole).toString();
  QTRY_VERIFY_WITH_TIMEOUT(timeline.model()->rowCount() > 60, 10'000);
  QCOMPARE(timeline.indexAt(QPoint(300, 20)).data(Qt::DisplayRole).toString(), before);
}

void ClientFlowTest::joinDialogOpensTwiceInARow() {
  for (int i = 0; i < 3; ++i) {
    QTest::mouseClick(window().sidebar()->joinButton(), Qt::LeftButton);
    const QList<JoinDialog*> dialogs = window().findChildren<JoinDialog*>();
    const auto open =
        std::find_if(dialogs.begin(), dialogs.end(), [](const JoinDialog* one) { return one->isVisible(); });
    QVERIFY(open != dialogs.end());
    QTest::keyClicks((*open)->field(), QStringLiteral("t"));
    QTest::keyClick((*open)->field(), Qt::Key_Return);
    QTRY_VERIFY((*open)->list()->isVisible());
    const QPointer<JoinDialog> closed = *open;
    QTest::keyClick(*open, Qt::Key_Escape);
    QVERIFY(!closed || !closed->isVisible());
    // At once, before the event loop has had its turn at the closed dialog.
  }
  QTRY_VERIFY(!window().findChild<JoinDialog*>());
  QVERIFY(window().findChildren<Scrim*>().isEmpty());
}

// More messages than one page to each side of the hit, so that a jump leaves the newest ones out of memory.
void ClientFlowTest::fillTideTables(int count) {
  ClientHost bo("laptop");
  signIn(bo, "bo");
  const RoomUri tide = findRoom(bo, QStringLiteral("Tide tables"));
  QVERIFY(await(bo->open(tide)).ok());
  for (int i = 0; i < count; ++i) {
    bo->post(tide, i == 5 ? QStringLiteral("the lighthouse is dark") : QStringLiteral("line %1").arg(i));
  }
  QTRY_VERIFY_WITH_TIMEOUT(bo.texts(QStringLiteral("Tide tables")).size() == count, 30'000);
  QTRY_VERIFY(bo.room(QStringLiteral("Tide tables"))->timeline().at(count - 1).chatId != 0);
}

void ClientFlowTest::jumpToTheLighthouse() {
  QTest::keyClick(&window(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_COMPARE(window().page(), MainWindow::Page::Search);
  SearchPage& page = *window().search();
  QTest::keyClicks(page.field(), QStringLiteral("lighthouse"));
  QTest::keyClick(page.field(), Qt::Key_Return);
  QTRY_VERIFY(page.currentHit().has_value());
  Q_EMIT page.jumpRequested(*page.currentHit());
  QTRY_COMPARE(window().page(), MainWindow::Page::Room);
  TimelineView& timeline = *window().roomPage()->timeline();
  QTRY_COMPARE_WITH_TIMEOUT(timeline.currentIndex().data(Qt::DisplayRole).toString(),
                            QStringLiteral("the lighthouse is dark"), 10'000);
}

void ClientFlowTest::newerPagesLoadAfterAJump() {
  constexpr int kMessages = 300;
  fillTideTables(kMessages);
  openByJoinDialog(QStringLiteral("tide"));
  jumpToTheLighthouse();
  const Core::Timeline& loaded = ada_->room(QStringLiteral("Tide tables"))->timeline();
  QVERIFY(!loaded.atEnd());
  QVERIFY(!shownTexts().contains(QStringLiteral("line 299")));
  TimelineView& timeline = *window().roomPage()->timeline();
  int steps = 0;
  for (; !loaded.atEnd() && steps < 100; ++steps) {
    QTest::keyClick(&timeline, Qt::Key_PageDown);
    QTest::qWait(20);
  }
  QVERIFY2(loaded.atEnd(), qPrintable(QString::number(loaded.count())));
  QCOMPARE(shownTexts().last(), QStringLiteral("line 299"));
  const QStringList texts = shownTexts();
  for (int i = 1; i < texts.size(); ++i) {
    QVERIFY2(texts.at(i) != texts.at(i - 1), qPrintable(texts.at(i)));
  }
  QCOMPARE(texts.size(), static_cast<int>(loaded.newestChatId() - loaded.oldestChatId() + 1));
}

void ClientFlowTest::latestIsOneStepAway() {
  constexpr int kMessages = 300;
  fillTideTables(kMessages);
  openByJoinDialog(QStringLiteral("tide"));
  jumpToTheLighthouse();
  TimelineView& timeline = *window().roomPage()->timeline();
  QVERIFY(!ada_->room(QStringLiteral("Tide tables"))->timeline().atEnd());
  QTRY_VERIFY(timeline.jumpButton()->isVisible());
  QTest::mouseClick(timeline.jumpButton(), Qt::LeftButton);
  QTRY_COMPARE_WITH_TIMEOUT(shownTexts().last(), QStringLiteral("line 299"), 10'000);
  const auto newestIsVisible = [&timeline] {
    const QModelIndex newest = timeline.model()->index(timeline.model()->rowCount() - 1, 0);
    return timeline.viewport()->rect().intersects(timeline.visualRect(newest));
  };
  QTRY_VERIFY(newestIsVisible());
  QVERIFY(ada_->room(QStringLiteral("Tide tables"))->timeline().atEnd());
}

PARLOUR_GUI_TEST(ClientFlowTest)

}  // namespace tst_clientflow

#include "tst_clientflow.moc"
