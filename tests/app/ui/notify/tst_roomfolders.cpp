// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QDropEvent>
#include <QMenu>
#include <QMimeData>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include "app/models/Roles.h"
#include "app/ui/mainwindow/MainController.h"
#include "app/ui/roomlist/FolderController.h"
#include "app/ui/roomlist/RoomListView.h"
#include "app/ui/roomlist/Sidebar.h"
#include "tests/program/TestProgram.h"
#include "tests/support/ClientFixture.h"

namespace tst_roomfolders {

using namespace Parlour;
using namespace Parlour::Testing;
using namespace Parlour::Ui;

// Sorting followed rooms in the sidebar, on a client with a scripted server.
class TestRoomFolders : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup();
  void keysMoveRoomsAndFolders();
  void theMenuMovesIntoFolders();
  void droppedRooms();
  void droppedFolders();
  void enterClosesAFolder();
  void keptForTheAccount();

 private:
  void start();
  QStringList shown() const;
  void select(const char* text);
  void drop(const char* what, const char* before);
  void pick(QMenu& menu, const char* words);
  RoomListView& list() const { return *controller_->window().sidebar()->rooms(); }
  FolderController& folders() const { return controller_->folders(); }

  std::unique_ptr<ClientFixture> f_;
  std::unique_ptr<QTemporaryDir> folder_;
  std::unique_ptr<QSettings> settings_;
  std::unique_ptr<ThemeManager> themes_;
  std::unique_ptr<MainController> controller_;
};

void TestRoomFolders::init() {
  f_ = std::make_unique<ClientFixture>();
  for (const char* key : {"a", "b", "c"}) {
    f_->rooms.add(testRoom(key), QLatin1String(key));
    f_->followBefore(testRoom(key), QLatin1String(key));
  }
  f_->signIn();
  for (const char* key : {"c", "b", "a"}) f_->client->moveRoom(testRoom(key), 0);
  folder_ = std::make_unique<QTemporaryDir>();
  settings_ = std::make_unique<QSettings>(folder_->filePath(QStringLiteral("w.ini")), QSettings::IniFormat);
  themes_ = std::make_unique<ThemeManager>();
  start();
}

void TestRoomFolders::start() {
  controller_ = std::make_unique<MainController>(*f_->client, *themes_, *settings_);
  controller_->window().show();
  QVERIFY(QTest::qWaitForWindowExposed(&controller_->window()));
}

void TestRoomFolders::cleanup() {
  controller_.reset();
  f_.reset();
}

QStringList TestRoomFolders::shown() const {
  QStringList lines;
  for (int i = 1; i < list().model()->rowCount(); ++i) {
    const QModelIndex index = list().model()->index(i, 0);
    if (index.data(Models::RowRole).value<Models::RoomListRow>().section != Models::RoomSection::Followed) break;
    lines.append(index.data().toString());
  }
  return lines;
}

void TestRoomFolders::select(const char* text) {
  list().setCurrentIndex(list().model()->index(static_cast<int>(shown().indexOf(QLatin1String(text))) + 1, 0));
  list().setFocus();
}

// On the upper edge of a row, which is before it.
void TestRoomFolders::drop(const char* what, const char* before) {
  const auto indexOf = [this](const char* text) {
    return list().model()->index(static_cast<int>(shown().indexOf(QLatin1String(text))) + 1, 0);
  };
  const QString identity = indexOf(what).data(Models::IdRole).toString();
  const int row = indexOf(before).row();
  Q_EMIT list().dropped(identity, row, list().model()->index(row, 0).data().toString().startsWith(QLatin1Char('F')));
}

void TestRoomFolders::pick(QMenu& menu, const char* words) {
  for (QAction* action : menu.findChildren<QAction*>()) {
    if (action->text() == QString::fromUtf8(words)) return action->trigger();
  }
  QFAIL(words);
}

void TestRoomFolders::keysMoveRoomsAndFolders() {
  QCOMPARE(shown(), QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
  select("a");
  QTest::keyClick(&list(), Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
  QCOMPARE(shown().join(QLatin1Char(' ')), QStringLiteral("b a c"));
  QCOMPARE(list().currentIndex().data().toString(), QStringLiteral("a"));  // goes along
  QTest::keyClick(&list(), Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
  QTest::keyClick(&list(), Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
  QCOMPARE(shown().join(QLatin1Char(' ')), QStringLiteral("b c a"));
  QTest::keyClick(&list(), Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
  QCOMPARE(shown().join(QLatin1Char(' ')), QStringLiteral("b a c"));
  folders().folders().add(QStringLiteral("F1"));
  folders().folders().add(QStringLiteral("F2"));
  select("F2");
  QTest::keyClick(&list(), Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
  QCOMPARE(shown().join(QLatin1Char(' ')), QStringLiteral("b a c F2 F1"));
}

void TestRoomFolders::theMenuMovesIntoFolders() {
  folders().folders().add(QStringLiteral("F & G"));
  QMenu menu;
  folders().fillRoomMenu(menu, testRoom("b"));
  pick(menu, "F && G");
  QCOMPARE(shown().join(QLatin1Char(' ')), QStringLiteral("a c F & G b"));
  QMenu back;
  folders().fillRoomMenu(back, testRoom("b"));
  pick(back, "N&o folder");
  QCOMPARE(shown().join(QLatin1Char(' ')), QStringLiteral("a b c F & G"));
  QMenu ofFolder;
  folders().fillFolderMenu(ofFolder, folders().folders().all().first().id);
  pick(ofFolder, "&Delete folder");
  QCOMPARE(shown().join(QLatin1Char(' ')), QStringLiteral("a b c"));
}

void TestRoomFolders::droppedRooms() {
  drop("c", "a");
  QCOMPARE(shown().join(QLatin1Char(' ')), QStringLiteral("c a b"));
  folders().folders().add(QStringLiteral("F1"));
  drop("c", "F1");  // on it
  QCOMPARE(shown().join(QLatin1Char(' ')), QStringLiteral("a b F1 c"));
  drop("b", "c");
  QCOMPARE(shown().join(QLatin1Char(' ')), QStringLiteral("a F1 b c"));
  drop("c", "a");
  QCOMPARE(shown().join(QLatin1Char(' ')), QStringLiteral("c a F1 b"));
}

void TestRoomFolders::droppedFolders() {
  for (const char* name : {"F1", "F2", "F3"}) folders().folders().add(QLatin1String(name));
  drop("F3", "F1");
  QCOMPARE(shown().mid(3).join(QLatin1Char(' ')), QStringLiteral("F3 F1 F2"));
  drop("F3", "F2");
  QCOMPARE(shown().mid(3).join(QLatin1Char(' ')), QStringLiteral("F1 F3 F2"));
}

void TestRoomFolders::enterClosesAFolder() {
  const QString id = folders().folders().add(QStringLiteral("F1"));
  folders().folders().put(testRoom("a"), id);
  select("F1");
  QTest::keyClick(&list(), Qt::Key_Return);
  QCOMPARE(shown().join(QLatin1Char(' ')), QStringLiteral("b c F1"));
  QTest::keyClick(&list(), Qt::Key_Return);
  QCOMPARE(shown().join(QLatin1Char(' ')), QStringLiteral("b c F1 a"));
}

void TestRoomFolders::keptForTheAccount() {
  const QString id = folders().folders().add(QStringLiteral("F1"));
  folders().folders().put(testRoom("a"), id);
  controller_.reset();
  start();
  QCOMPARE(shown().join(QLatin1Char(' ')), QStringLiteral("b c F1 a"));
}

PARLOUR_TEST_ON(TestRoomFolders, QApplication)

}  // namespace tst_roomfolders

#include "tst_roomfolders.moc"
