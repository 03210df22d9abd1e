// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QListView>
#include <QMenu>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include "app/models/Roles.h"
#include "app/ui/mainwindow/MainActions.h"
#include "app/ui/mainwindow/MainController.h"
#include "app/ui/notify/AttentionController.h"
#include "app/ui/notify/DigestList.h"
#include "app/ui/notify/DigestPage.h"
#include "app/ui/roomlist/RoomListView.h"
#include "app/ui/roomlist/Sidebar.h"
#include "app/ui/widgets/Button.h"
#include "tests/app/core/notify/FakeNotifier.h"
#include "tests/program/TestProgram.h"
#include "tests/support/ClientFixture.h"

namespace tst_attention {

using namespace Parlour;
using namespace Parlour::Testing;
using namespace Parlour::Ui;

// The main window on a client with a scripted server: muting, catching up, mentions, banners.
class TestAttention : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup();
  void ctrlMMutesTheRoomOnScreen();
  void theMenuSetsWhatIsTold();
  void switchesHoldForAllRooms();
  void aMutedRoomEndsByItself();
  void catchingUpListsRoomsByWeight();
  void markingReadEmptiesTheBlocks();
  void enterOpensTheRoomAtTheMessage();
  void mentionsOfAllRooms();
  void aBannerOpensTheHiddenWindow();
  void nothingForTheRoomOnScreen();

 private:
  Models::RoomListRow rowOf(const RoomUri& room) const;
  QStringList digest() const;
  void say(const RoomUri& room, const char* text, bool alert = false);
  MainWindow& window() const { return controller_->window(); }

  const RoomUri tides_ = testRoom("tides");
  const RoomUri crew_ = testRoom("crew");
  const RoomUri pier_ = testRoom("pier");
  std::unique_ptr<ClientFixture> f_;
  std::unique_ptr<QTemporaryDir> folder_;
  std::unique_ptr<QSettings> settings_;
  std::unique_ptr<ThemeManager> themes_;
  std::unique_ptr<FakeNotifier> notifier_;
  std::unique_ptr<MainController> controller_;
};

void TestAttention::init() {
  f_ = std::make_unique<ClientFixture>();
  const QList<QPair<RoomUri, QString>> rooms{{tides_, QStringLiteral("Tide tables")},
                                             {crew_, QStringLiteral("Crew rota")},
                                             {pier_, QStringLiteral("Pier works")}};
  for (const auto& [uri, name] : rooms) {
    f_->rooms.add(uri, name).others = {f_->bo};
    f_->rooms.remember(uri, f_->bo, QStringLiteral("from before"));
    f_->followBefore(uri, name, 1);
  }
  f_->signIn();
  folder_ = std::make_unique<QTemporaryDir>();
  settings_ = std::make_unique<QSettings>(folder_->filePath(QStringLiteral("w.ini")), QSettings::IniFormat);
  themes_ = std::make_unique<ThemeManager>();
  notifier_ = std::make_unique<FakeNotifier>();
  controller_ = std::make_unique<MainController>(*f_->client, *themes_, *settings_);
  controller_->attachDesktop({notifier_.get(), &f_->scheduler, &f_->clock});
  window().show();
  window().activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(&window()));
}

void TestAttention::cleanup() {
  controller_.reset();
  f_.reset();
}

Models::RoomListRow TestAttention::rowOf(const RoomUri& room) const {
  const QAbstractItemModel& list = *window().sidebar()->rooms()->model();
  for (int i = 0; i < list.rowCount(); ++i) {
    const auto row = list.index(i, 0).data(Models::RowRole).value<Models::RoomListRow>();
    if (row.kind == Models::RoomListRow::Kind::Room && row.room.uri == room) {
      return row;
    }
  }
  return {};
}

QStringList TestAttention::digest() const {
  const QAbstractItemModel& model = *window().digest()->list()->model();
  QStringList lines;
  for (int i = 0; i < model.rowCount(); ++i) {
    lines.append(model.index(i, 0).data(Qt::AccessibleTextRole).toString());
  }
  return lines;
}

void TestAttention::say(const RoomUri& room, const char* text, bool alert) {
  f_->clock.advanceMs(1'000);
  f_->rooms.say(room, f_->bo, QString::fromUtf8(text), alert);
  f_->settle();
}

void TestAttention::ctrlMMutesTheRoomOnScreen() {
  controller_->openRoom(tides_, false);
  QTest::keyClick(&window(), Qt::Key_M, Qt::ControlModifier);
  QVERIFY(rowOf(tides_).muted);
  QVERIFY(!rowOf(crew_).muted);
  const int row = qobject_cast<Models::RoomListModel*>(window().sidebar()->rooms()->model())->rowOf(tides_);
  const QModelIndex index = window().sidebar()->rooms()->model()->index(row, 0);
  QVERIFY(index.data(Qt::AccessibleTextRole).toString().endsWith(QStringLiteral("muted")));
  say(tides_, "@Ada: quiet");
  window().hide();
  say(tides_, "@Ada: quiet again");
  QVERIFY(notifier_->up.isEmpty());
  window().show();
  QVERIFY(QTest::qWaitForWindowActive(&window()));
  QTest::keyClick(&window(), Qt::Key_M, Qt::ControlModifier);
  QVERIFY(!rowOf(tides_).muted);
  QVERIFY(f_->client->preferences().notifications().rooms.isEmpty());
}

void TestAttention::theMenuSetsWhatIsTold() {
  QMenu menu;
  controller_->attention().fillMenu(menu, crew_, QStringLiteral("Crew rota"));
  QMenu* about = menu.actions().last()->menu();
  QVERIFY(about != nullptr);
  QVERIFY(about->actions().at(1)->isChecked());
  about->actions().at(0)->trigger();
  QCOMPARE(f_->client->preferences().notifications().ruleOf(crew_).banner, Core::BannerFor::EveryMessage);
  say(crew_, "plain");
  QCOMPARE(notifier_->takeLog(), QStringList{QStringLiteral("show Crew rota | bo: plain")});
  about->actions().at(1)->trigger();
  QVERIFY(f_->client->preferences().notifications().rooms.isEmpty());
}

void TestAttention::switchesHoldForAllRooms() {
  QMenu menu;
  controller_->attention().addSwitch(menu, QStringLiteral("Quiet"), &Core::NotificationPreferences::doNotDisturb);
  menu.actions().first()->trigger();
  QVERIFY(menu.actions().first()->isChecked());
  say(crew_, "@Ada: one");
  QVERIFY(notifier_->up.isEmpty());
  menu.actions().first()->trigger();
  say(crew_, "@Ada: two");
  QCOMPARE(notifier_->up.size(), 1);
  controller_->attention().toggleMute(tides_, QStringLiteral("Tide tables"));
  QMenu room;
  controller_->attention().fillMenu(room, tides_, QStringLiteral("Tide tables"));
  room.actions().last()->menu()->actions().last()->trigger();
  say(tides_, "@Ada: muted, but me");
  QCOMPARE(notifier_->up.size(), 2);
}

void TestAttention::aMutedRoomEndsByItself() {
  Core::RoomRule rule;
  rule.mutedUntilMs = QDateTime::currentMSecsSinceEpoch() + 300;
  f_->client->preferences().setRoomRule(crew_, rule);
  QVERIFY(rowOf(crew_).muted);
  QTRY_VERIFY(!rowOf(crew_).muted);
}

void TestAttention::catchingUpListsRoomsByWeight() {
  say(tides_, "plain one");
  say(crew_, "Gale!", true);
  say(pier_, "@Ada: come");
  QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
  QCOMPARE(window().page(), MainWindow::Page::Digest);
  QTRY_COMPARE(digest(), (QStringList{QStringLiteral("Pier works, 1 unread, mentions of you: 1"),
                                      QStringLiteral("bo, mentions you: @Ada: come"),
                                      QStringLiteral("Crew rota, 1 unread, high importance"),
                                      QStringLiteral("bo, high importance: Gale!"),
                                      QStringLiteral("Tide tables, 1 unread"), QStringLiteral("bo: plain one")}));
  QVERIFY(window().digest()->list()->hasFocus());
  controller_->attention().toggleMute(pier_, QStringLiteral("Pier works"));
  QTRY_COMPARE(digest().mid(4).first(), QStringLiteral("Pier works, 1 unread, mentions of you: 1, muted"));
  say(tides_, "plain two");
  QTRY_COMPARE(digest().at(2), QStringLiteral("Tide tables, 2 unread"));
  // Looking at the list reads nothing.
  QCOMPARE(f_->client->room(tides_)->unreadCount(), 2);
}

void TestAttention::markingReadEmptiesTheBlocks() {
  say(tides_, "one");
  say(crew_, "two");
  controller_->attention().showCatchUp();
  QTRY_COMPARE(digest().size(), 4);
  Q_EMIT window().digest()->markReadRequested(crew_, 2);
  QTRY_COMPARE(digest(), (QStringList{QStringLiteral("Tide tables, 1 unread"), QStringLiteral("bo: one")}));
  QTest::mouseClick(window().digest()->markAllButton(), Qt::LeftButton);
  QTRY_VERIFY(digest().isEmpty());
  QCOMPARE(f_->client->room(tides_)->unreadCount(), 0);
  QCOMPARE(f_->client->room(crew_)->unreadCount(), 0);
  QVERIFY(!window().digest()->markAllButton()->isVisible());
  QTest::keyClick(window().digest(), Qt::Key_Escape);
  QVERIFY(window().page() != MainWindow::Page::Digest);
}

void TestAttention::enterOpensTheRoomAtTheMessage() {
  say(tides_, "one");
  controller_->attention().showCatchUp();
  QTRY_COMPARE(digest().size(), 2);
  QListView& list = *window().digest()->list();
  list.setCurrentIndex(list.model()->index(1, 0));
  QTest::keyClick(&list, Qt::Key_Return);
  QCOMPARE(window().page(), MainWindow::Page::Room);
  QVERIFY(window().windowTitle().startsWith(QStringLiteral("Tide tables")));
}

void TestAttention::mentionsOfAllRooms() {
  f_->client->preferences().change(&Core::NotificationPreferences::keywords, QStringList{QStringLiteral("Aldgate")});
  say(tides_, "@Ada: first");
  say(crew_, "about Aldgate");
  QTest::keyClick(&window(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_COMPARE(digest(), (QStringList{QStringLiteral("bo, Crew rota, keyword Aldgate: about Aldgate"),
                                      QStringLiteral("bo, Tide tables, mentions you: @Ada: first")}));
  QVERIFY(!window().digest()->markAllButton()->isVisible());
  f_->client->markRead(tides_, 2);
  QCOMPARE(digest().size(), 2);  // a list to come back to
}

void TestAttention::aBannerOpensTheHiddenWindow() {
  connect(controller_.get(), &MainController::windowWanted, &window(), &QWidget::show);
  window().hide();
  say(crew_, "@Ada: are you there");
  QCOMPARE(notifier_->up.size(), 1);
  notifier_->press(notifier_->up.firstKey(), "open");
  QVERIFY(window().isVisible());
  QCOMPARE(window().page(), MainWindow::Page::Room);
  QVERIFY(window().windowTitle().startsWith(QStringLiteral("Crew rota")));
}

void TestAttention::nothingForTheRoomOnScreen() {
  controller_->openRoom(tides_, false);
  say(tides_, "@Ada: here");
  QVERIFY(notifier_->up.isEmpty());
  controller_->attention().showMentions();
  say(tides_, "@Ada: behind the list");
  QCOMPARE(notifier_->up.size(), 1);
}

PARLOUR_TEST_ON(TestAttention, QApplication)

}  // namespace tst_attention

#include "tst_attention.moc"
