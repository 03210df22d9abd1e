// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QListView>
#include <QMenu>
#include <QPointer>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include "app/ui/composer/Composer.h"
#include "app/ui/composer/ComposerEdit.h"
#include "app/ui/mainwindow/MainActions.h"
#include "app/ui/mainwindow/MainController.h"
#include "app/ui/mainwindow/RoomHeader.h"
#include "app/ui/mainwindow/RoomPage.h"
#include "app/ui/mainwindow/RoomWindow.h"
#include "app/ui/mainwindow/RoomWindows.h"
#include "app/ui/notify/AttentionController.h"
#include "app/ui/roomlist/RoomListView.h"
#include "app/ui/roomlist/Sidebar.h"
#include "app/ui/roompane/RoomPane.h"
#include "app/ui/timeline/TimelineView.h"
#include "app/ui/widgets/IconButton.h"
#include "tests/app/core/notify/FakeNotifier.h"
#include "tests/program/TestProgram.h"
#include "tests/support/ClientFixture.h"

namespace tst_roomwindows {

using namespace Parlour;
using namespace Parlour::Testing;
using namespace Parlour::Ui;

namespace {

void type(QWidget* into, const char* text) { QTest::keyClicks(into, QString::fromUtf8(text)); }

}  // namespace

// Rooms in windows of their own, on a client with a scripted server.
class TestRoomWindows : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup();
  void ctrlShiftOOpensAWindowAndBringsItBack();
  void theWindowIsACompleteRoom();
  void theListRaisesTheWindow();
  void middleButtonOpensAWindow();
  void closingGivesTheRoomBack();
  void draftsGoAlong();
  void readOnlyInTheActiveWindow();
  void noBannerForTheRoomOfTheActiveWindow();
  void aBannerRaisesTheRoomsWindow();
  void sixAtMost();
  void rememberedOverARestart();
  void signOutClosesThem();
  void leavingTheRoomClosesItsWindow();
  void aWindowGoesWithItsOpenMenu();
  void commandsReachTheMainWindow();

 private:
  void start();
  void say(const RoomUri& room, const char* text);
  void activate(QWidget& window);
  RoomWindow* detach(const RoomUri& room);
  MainWindow& window() const { return controller_->window(); }
  RoomWindows& windows() const { return controller_->roomWindows(); }

  QList<RoomUri> rooms_;
  std::unique_ptr<ClientFixture> f_;
  std::unique_ptr<QTemporaryDir> folder_;
  std::unique_ptr<QSettings> settings_;
  std::unique_ptr<ThemeManager> themes_;
  std::unique_ptr<FakeNotifier> notifier_;
  std::unique_ptr<MainController> controller_;
};

void TestRoomWindows::init() {
  f_ = std::make_unique<ClientFixture>();
  rooms_.clear();
  for (const char* key : {"tides", "crew", "pier", "slip", "dock", "mole", "quay"}) {
    rooms_.append(testRoom(key));
    f_->rooms.add(rooms_.last(), QLatin1String(key)).others = {f_->bo};
    f_->rooms.remember(rooms_.last(), f_->bo, QStringLiteral("from before"));
    f_->followBefore(rooms_.last(), QLatin1String(key), 1);
  }
  f_->signIn();
  folder_ = std::make_unique<QTemporaryDir>();
  settings_ = std::make_unique<QSettings>(folder_->filePath(QStringLiteral("w.ini")), QSettings::IniFormat);
  themes_ = std::make_unique<ThemeManager>();
  notifier_ = std::make_unique<FakeNotifier>();
  start();
}

void TestRoomWindows::start() {
  controller_ = std::make_unique<MainController>(*f_->client, *themes_, *settings_);
  controller_->attachDesktop({notifier_.get(), &f_->scheduler, &f_->clock});
  window().show();
  activate(window());
}

void TestRoomWindows::cleanup() {
  controller_.reset();
  f_.reset();
}

void TestRoomWindows::activate(QWidget& window) {
  window.activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(&window));
}

void TestRoomWindows::say(const RoomUri& room, const char* text) {
  f_->clock.advanceMs(1'000);
  f_->rooms.say(room, f_->bo, QString::fromUtf8(text));
  f_->settle();
}

RoomWindow* TestRoomWindows::detach(const RoomUri& room) {
  controller_->openRoom(room, true);
  f_->settle();
  activate(window());
  window().commands()->ownWindow->trigger();
  RoomWindow* own = windows().find(room);
  if (own) activate(*own);
  return own;
}

void TestRoomWindows::ctrlShiftOOpensAWindowAndBringsItBack() {
  controller_->openRoom(rooms_[0], true);
  f_->settle();
  QTest::keyClick(&window(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
  RoomWindow* own = windows().find(rooms_[0]);
  QVERIFY(own && own->isVisible());
  QCOMPARE(own->windowTitle(), QStringLiteral("tides – Parlour"));
  QCOMPARE(window().page(), MainWindow::Page::Welcome);
  QVERIFY(!window().sidebar()->rooms()->currentIndex().isValid());
  activate(*own);
  QTest::keyClick(own, Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
  QVERIFY(!windows().find(rooms_[0]));
  QCOMPARE(window().page(), MainWindow::Page::Room);
  QCOMPARE(window().windowTitle(), QStringLiteral("tides – Parlour"));
}

void TestRoomWindows::theWindowIsACompleteRoom() {
  RoomWindow* own = detach(rooms_[0]);
  QVERIFY(own);
  QCOMPARE(own->roomPage()->timeline()->model()->rowCount(), 1);
  type(own->roomPage()->composer()->edit(), "from its window");
  QTest::keyClick(own->roomPage()->composer()->edit(), Qt::Key_Return);
  f_->settle();
  QCOMPARE(own->roomPage()->timeline()->model()->rowCount(), 2);
  QVERIFY(!own->roomPane()->isVisible());
  QTest::keyClick(own, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
  QVERIFY(own->roomPane()->isVisible());
  QCOMPARE(own->roomPane()->people()->model()->rowCount(), 2 + 1);  // a title, Ada and Bo
  own->focusNextPane(1);
  QVERIFY(own->roomPane()->people()->hasFocus());
}

void TestRoomWindows::theListRaisesTheWindow() {
  RoomWindow* own = detach(rooms_[0]);
  activate(window());
  controller_->openRoom(rooms_[1], true);
  f_->settle();
  controller_->openRoom(rooms_[0], true);
  QTRY_VERIFY(own->isActiveWindow());
  QCOMPARE(window().windowTitle(), QStringLiteral("crew – Parlour"));  // stays with its room
}

void TestRoomWindows::middleButtonOpensAWindow() {
  RoomListView& list = *window().sidebar()->rooms();
  const QRect row = list.visualRect(list.model()->index(2, 0));
  QTest::mouseClick(list.viewport(), Qt::MiddleButton, {}, row.center());
  QCOMPARE(windows().all().size(), 1);
  QTest::mouseClick(list.viewport(), Qt::MiddleButton, {}, row.center());
  QCOMPARE(windows().all().size(), 1);
}

void TestRoomWindows::closingGivesTheRoomBack() {
  RoomWindow* own = detach(rooms_[0]);
  own->close();
  QVERIFY(!windows().find(rooms_[0]));
  QVERIFY(f_->client->room(rooms_[0]));  // still open
  QCOMPARE(window().page(), MainWindow::Page::Room);
  detach(rooms_[0]);
  controller_->openRoom(rooms_[1], false);
  f_->settle();
  windows().find(rooms_[0])->close();
  QCOMPARE(window().windowTitle(), QStringLiteral("crew – Parlour"));  // nobody is torn from what is read
}

void TestRoomWindows::draftsGoAlong() {
  controller_->openRoom(rooms_[0], true);
  f_->settle();
  type(window().roomPage()->composer()->edit(), "half a");
  RoomWindow* own = detach(rooms_[0]);
  QCOMPARE(own->roomPage()->composer()->draft().text, QStringLiteral("half a"));
  type(own->roomPage()->composer()->edit(), " line");
  QCOMPARE(controller_->draftCount(), 1);
  own->close();
  QCOMPARE(window().roomPage()->composer()->draft().text, QStringLiteral("half a line"));
  RoomWindow* again = detach(rooms_[0]);
  controller_->deleteDrafts();
  QVERIFY(again->roomPage()->composer()->draft().isEmpty());
  QCOMPARE(controller_->draftCount(), 0);
}

void TestRoomWindows::readOnlyInTheActiveWindow() {
  RoomWindow* own = detach(rooms_[0]);
  controller_->openRoom(rooms_[1], true);
  f_->settle();
  activate(window());
  say(rooms_[0], "unseen");
  say(rooms_[1], "seen");
  QTRY_COMPARE(f_->client->room(rooms_[1])->unreadCount(), 0);
  QCOMPARE(f_->client->room(rooms_[0])->unreadCount(), 1);  // its window is behind
  activate(*own);
  QVERIFY(f_->client->room(rooms_[0])->unreadCount() == 1);  // not before a second
  QTRY_COMPARE(f_->client->room(rooms_[0])->unreadCount(), 0);
}

void TestRoomWindows::noBannerForTheRoomOfTheActiveWindow() {
  RoomWindow* own = detach(rooms_[0]);
  say(rooms_[0], "@Ada: read this");
  f_->advanceMs(20'000);
  QVERIFY(notifier_->up.isEmpty());
  activate(window());
  QVERIFY(!own->isActiveWindow());
  say(rooms_[0], "@Ada: and this");
  f_->advanceMs(20'000);
  QCOMPARE(notifier_->up.size(), 1);
}

void TestRoomWindows::aBannerRaisesTheRoomsWindow() {
  RoomWindow* own = detach(rooms_[0]);
  activate(window());
  QSignalSpy wanted(controller_.get(), &MainController::windowWanted);
  say(rooms_[0], "@Ada: over here");
  f_->advanceMs(20'000);
  QCOMPARE(notifier_->up.size(), 1);
  notifier_->press(notifier_->up.firstKey(), "open");
  f_->settle();
  QTRY_VERIFY(own->isActiveWindow());
  QVERIFY(wanted.isEmpty());
}

void TestRoomWindows::sixAtMost() {
  for (int i = 0; i < 6; ++i) QVERIFY(detach(rooms_[i]));
  QVERIFY(!detach(rooms_[6]));
  QCOMPARE(windows().all().size(), 6);
  QCOMPARE(window().page(), MainWindow::Page::Room);  // the seventh stays here
}

void TestRoomWindows::rememberedOverARestart() {
  detach(rooms_[0]);
  RoomWindow* own = detach(rooms_[1]);
  own->setGeometry(60, 70, 800, 600);
  own->setRoomPaneWanted(true);
  controller_.reset();
  start();
  QCOMPARE(windows().all().size(), 2);
  QVERIFY(windows().find(rooms_[0]));
  QCOMPARE(windows().find(rooms_[1])->size(), QSize(800, 600));
  QVERIFY(windows().find(rooms_[1])->isRoomPaneWanted());
  windows().find(rooms_[0])->close();
  controller_.reset();
  start();
  QCOMPARE(windows().all().size(), 1);
}

void TestRoomWindows::signOutClosesThem() {
  detach(rooms_[0]);
  f_->client->signOut();
  f_->settle();
  f_->advanceMs(10'000);
  QVERIFY(windows().all().isEmpty());
  f_->signIn();
  QTRY_COMPARE(windows().all().size(), 1);  // as they were
}

void TestRoomWindows::leavingTheRoomClosesItsWindow() {
  const RoomUri open = testRoom("visit");
  f_->rooms.add(open, QStringLiteral("Visit"));
  controller_->openRoom(open, true);
  f_->settle();
  RoomWindow* own = detach(open);
  QVERIFY(own);
  QTest::keyClick(own, Qt::Key_W, Qt::ControlModifier);
  f_->settle();
  QVERIFY(!windows().find(open));
}

void TestRoomWindows::aWindowGoesWithItsOpenMenu() {
  QPointer<RoomWindow> own = detach(rooms_[1]);
  activate(*own);
  bool opened = false;
  QTimer::singleShot(0, this, [&] {
    opened = qobject_cast<QMenu*>(QApplication::activePopupWidget()) != nullptr;
    own->close();
  });
  own->roomPage()->header()->menuButton()->click();
  QTRY_VERIFY(!own);
  QVERIFY(opened);
  QVERIFY(!QApplication::activePopupWidget());
  QVERIFY(windows().all().isEmpty());
}

void TestRoomWindows::commandsReachTheMainWindow() {
  const QAbstractItemModel& list = *window().sidebar()->rooms()->model();
  const QString first = list.index(1, 0).data().toString();  // below the title
  const QString second = list.index(2, 0).data().toString();
  RoomWindow* own = detach(testRoom(first.toLatin1().constData()));
  QTest::keyClick(own, Qt::Key_2, Qt::ControlModifier);
  f_->settle();
  QTRY_VERIFY(window().isActiveWindow());
  QCOMPARE(window().windowTitle(), second + QStringLiteral(" – Parlour"));
}

PARLOUR_TEST_ON(TestRoomWindows, QApplication)

}  // namespace tst_roomwindows

#include "tst_roomwindows.moc"
