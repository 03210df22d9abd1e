// SPDX-License-Identifier: Apache-2.0
#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QTest>

#include "app/ui/composer/Composer.h"
#include "app/ui/composer/ComposerEdit.h"
#include "app/ui/join/JoinDialog.h"
#include "app/ui/mainwindow/RoomPage.h"
#include "app/ui/manage/ManageRoomDialog.h"
#include "app/ui/preferences/PreferencesDialog.h"
#include "app/ui/roomlist/RoomListView.h"
#include "app/ui/roomlist/Sidebar.h"
#include "app/ui/roompane/RoomPane.h"
#include "app/ui/search/SearchPage.h"
#include "app/ui/timeline/TimelineView.h"
#include "tests/gui/GuiTest.h"
#include "tests/integration/host/Await.h"
#include "tests/walks/AccessibleTree.h"
#include "tests/walks/ProgramDesk.h"

namespace tst_keyboardwalk {

using namespace Parlour;
using namespace Parlour::Tests;
using namespace Parlour::Ui;

namespace {
constexpr auto kCtrl = Qt::ControlModifier;
constexpr auto kCtrlShift = Qt::ControlModifier | Qt::ShiftModifier;
constexpr auto kAltShift = Qt::AltModifier | Qt::ShiftModifier;
const QString kTide = QStringLiteral("Tide tables");
const QString kFish = QStringLiteral("Fish prices");
}  // namespace

// A day without a mouse, from signing in to signing out. Each step goes on where the one before ended, and says by its
// accessible name what has the focus.
class KeyboardWalkTest : public QObject, private ProgramDesk {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void cleanupTestCase();
  void init();
  void cleanup();
  void complainsAboutTheAddressAndIsHeard();
  void signsIn();
  void findsAndFollowsARoom();
  void opensASecondRoom();
  void goesToTheNextUnread();
  void readsTheTimeline();
  void posts();
  void formatsAndAddsAnEmoticon();
  void writesAStory();
  void opensTheMenuOfARow();
  void startsAttachingAndThinksBetter();
  void searches();
  void switchesQuickly();
  void mutes();
  void changesAPreference();
  void managesARoom();
  void looksAtTheWire();
  void movesBetweenPanes();
  void setsThePresence();
  void leavesARoom();
  void signsOut();

 private:
  QString own(const QString& room) const { return QStringLiteral("Message to ") + room; }
  ComposerEdit& composer() { return *window().roomPage()->composer()->edit(); }
  TimelineView& timeline() { return *window().roomPage()->timeline(); }
  QStringList rooms() { return rowNames(*window().sidebar()->rooms()); }

  std::unique_ptr<ClientHost> bo_;
  bool broken_ = false;
};

#define QHEARD(beginning)                              \
  QTRY_VERIFY2(walker_->heard().startsWith(beginning), \
               qPrintable(QStringLiteral("heard \"%1\" for \"%2\"").arg(walker_->heard(), beginning)))

void KeyboardWalkTest::initTestCase() { startProgram(walkOrganisation()); }

void KeyboardWalkTest::cleanupTestCase() {
  bo_.reset();
  endProgram();
}

void KeyboardWalkTest::init() {
  if (broken_) QSKIP("an earlier step of the walk failed");
}

void KeyboardWalkTest::cleanup() { broken_ = broken_ || QTest::currentTestFailed(); }

void KeyboardWalkTest::complainsAboutTheAddressAndIsHeard() {
  QHEARD(QStringLiteral("Sign-in address"));
  walker_->type(QStringLiteral("ada"));
  walker_->press(Qt::Key_Return);
  QHEARD(QStringLiteral("Sign-in address"));
  QVERIFY(walker_->takeAnnounced().join(QLatin1Char(' ')).contains(QStringLiteral("name@company.com")));
}

void KeyboardWalkTest::signsIn() {
  signInAs(QStringLiteral("ada@orchard.example"), QStringLiteral("pw-ada"));
  if (QTest::currentTestFailed()) return;
  QVERIFY2(!walker_->heard().isEmpty(), "nothing has the focus after the sign-in");
}

void KeyboardWalkTest::findsAndFollowsARoom() {
  bo_ = guest("bo");
  walker_->press(Qt::Key_J, kCtrl);
  QHEARD(QStringLiteral("Name of a room"));
  walker_->type(QStringLiteral("tide"));
  walker_->press(Qt::Key_Return);
  auto* dialog = qobject_cast<JoinDialog*>(QApplication::activeModalWidget());
  QVERIFY(dialog);
  QTRY_VERIFY(dialog->list()->isVisible());
  walker_->press(Qt::Key_Down);
  QHEARD(QStringLiteral("Tide tables, When the boats can leave"));
  walker_->press(Qt::Key_Return, kCtrl);
  QTRY_VERIFY(room(kTide) && room(kTide)->isFollowed());
  QHEARD(QStringLiteral("Tide tables, followed"));
  walker_->press(Qt::Key_Return);
  QHEARD(own(kTide));
  QVERIFY(!QApplication::activeModalWidget());
}

void KeyboardWalkTest::opensASecondRoom() {
  walker_->press(Qt::Key_J, kCtrl);
  walker_->type(QStringLiteral("fish"));
  walker_->press(Qt::Key_Return);
  auto* dialog = qobject_cast<JoinDialog*>(QApplication::activeModalWidget());
  QVERIFY(dialog);
  QTRY_VERIFY(dialog->list()->isVisible());
  // A pressed button does its own deed, not that of the list.
  QVERIFY(walker_->tabTo(QStringLiteral("Follow")));
  walker_->press(Qt::Key_Return);
  QTRY_VERIFY(room(kFish) && room(kFish)->isFollowed());
  QVERIFY(QApplication::activeModalWidget());
  QVERIFY(walker_->tabTo(QStringLiteral("Open")));
  walker_->press(Qt::Key_Return);
  QHEARD(own(kFish));
}

void KeyboardWalkTest::goesToTheNextUnread() {
  const RoomUri tide = room(kTide)->uri();
  QVERIFY(await((*bo_)->open(tide)).ok());
  for (const char* words : {"High water at six", "The Anna is out", "Fog until nine, @ada"}) {
    (*bo_)->post(tide, QString::fromLatin1(words));
  }
  QTRY_COMPARE(room(kTide)->unreadCount(), 3);
  walker_->press(Qt::Key_Up, kAltShift);
  QHEARD(own(kTide));
  QTRY_COMPARE(timeline().model()->rowCount(), 3);
}

void KeyboardWalkTest::readsTheTimeline() {
  walker_->press(Qt::Key_Tab, Qt::ShiftModifier);
  QHEARD(QStringLiteral("Bo Medlar, "));
  walker_->press(Qt::Key_Home);
  QVERIFY2(walker_->heard().endsWith(QStringLiteral("High water at six")), qPrintable(walker_->heard()));
  walker_->press(Qt::Key_Down);
  QVERIFY2(walker_->heard().endsWith(QStringLiteral("The Anna is out")), qPrintable(walker_->heard()));
  walker_->press(Qt::Key_End);
  QVERIFY2(walker_->heard().endsWith(QStringLiteral("mentions you: Fog until nine, @ada")),
           qPrintable(walker_->heard()));
  QCOMPARE(walker_->heardRole(), QAccessible::ListItem);
  // Esc marks the room read and goes back to writing.
  walker_->press(Qt::Key_Escape);
  QHEARD(own(kTide));
  QTRY_COMPARE(room(kTide)->unreadCount(), 0);
}

void KeyboardWalkTest::posts() {
  walker_->type(QStringLiteral("Thank you all"));
  walker_->press(Qt::Key_Return);
  QTRY_COMPARE(bo_->texts(kTide).value(3), QStringLiteral("Thank you all"));
  QHEARD(own(kTide));
  QVERIFY(composer().toPlainText().isEmpty());
  walker_->press(Qt::Key_Up);
  QHEARD(QStringLiteral("You, "));
  QVERIFY(walker_->heard().endsWith(QStringLiteral(": Thank you all")));
  walker_->press(Qt::Key_Tab);
  QHEARD(own(kTide));
}

void KeyboardWalkTest::formatsAndAddsAnEmoticon() {
  walker_->press(Qt::Key_B, kCtrl);
  walker_->type(QStringLiteral("now"));
  walker_->press(Qt::Key_B, kCtrl);
  walker_->press(Qt::Key_Period, kCtrl);
  QTRY_VERIFY(QApplication::activePopupWidget());
  QVERIFY(!walker_->heard().isEmpty());
  walker_->press(Qt::Key_Right);
  walker_->press(Qt::Key_Return);
  QTRY_VERIFY(!QApplication::activePopupWidget());
  QHEARD(own(kTide));
  QVERIFY(composer().toPlainText().startsWith(QStringLiteral("now ")));
  walker_->press(Qt::Key_Return);
  QTRY_COMPARE(bo_->texts(kTide).size(), 5);
}

void KeyboardWalkTest::writesAStory() {
  walker_->press(Qt::Key_S, kCtrlShift);
  QVERIFY(walker_->tabTo(QStringLiteral("Title of the story")));
  walker_->type(QStringLiteral("The harbour in fog"));
  QVERIFY(walker_->tabTo(own(kTide)));
  walker_->type(QStringLiteral("It came at six and went at nine."));
  walker_->press(Qt::Key_Return, kCtrl);
  QTRY_COMPARE(bo_->texts(kTide).size(), 6);
  QHEARD(own(kTide));
  walker_->press(Qt::Key_Up);
  QHEARD(QStringLiteral("You, "));
  QVERIFY2(walker_->heard().contains(QStringLiteral("Story: The harbour in fog")), qPrintable(walker_->heard()));
  walker_->press(Qt::Key_Return);  // the row's main act: the whole story
  QHEARD(QStringLiteral("You, "));
  walker_->press(Qt::Key_Tab);
  QHEARD(own(kTide));
}

void KeyboardWalkTest::opensTheMenuOfARow() {
  walker_->press(Qt::Key_Tab, Qt::ShiftModifier);
  walker_->press(Qt::Key_Home);
  QVERIFY2(walker_->chooseFromMenu(Qt::Key_F10, Qt::ShiftModifier, QStringLiteral("Copy text")),
           qPrintable(walker_->menuEntries().join(QLatin1Char('\n'))));
  QTRY_COMPARE(QApplication::clipboard()->text(), QStringLiteral("High water at six"));
  QVERIFY(walker_->heard().endsWith(QStringLiteral("High water at six")));
  QVERIFY(walker_->chooseFromMenu(Qt::Key_F10, Qt::ShiftModifier, QStringLiteral("Copy link")));
  QTRY_VERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("ma-chan:")));
}

void KeyboardWalkTest::startsAttachingAndThinksBetter() {
  walker_->press(Qt::Key_Escape);
  QHEARD(own(kTide));
  walker_->press(Qt::Key_A, kCtrlShift);
  QTRY_VERIFY(qobject_cast<QFileDialog*>(QApplication::activeModalWidget()));
  QVERIFY(!walker_->heard().isEmpty());
  walker_->press(Qt::Key_Escape);
  QTRY_VERIFY(!QApplication::activeModalWidget());
  QHEARD(own(kTide));
}

void KeyboardWalkTest::searches() {
  walker_->press(Qt::Key_F, kCtrlShift);
  QHEARD(QStringLiteral("Words to find"));
  walker_->type(QStringLiteral("Anna"));
  walker_->press(Qt::Key_Return);
  QTRY_VERIFY(window().search()->currentHit().has_value());
  walker_->press(Qt::Key_Down);
  QHEARD(QStringLiteral("Bo Medlar in Tide tables: The Anna is out"));
  walker_->press(Qt::Key_Return);
  QHEARD(QStringLiteral("Bo Medlar, "));
  QVERIFY(walker_->heard().endsWith(QStringLiteral("The Anna is out")));
  // Closed by Esc the search leaves the person in the room.
  walker_->press(Qt::Key_F, kCtrl);
  QHEARD(QStringLiteral("Words to find"));
  walker_->press(Qt::Key_Escape);
  QHEARD(own(kTide));
}

void KeyboardWalkTest::switchesQuickly() {
  walker_->press(Qt::Key_K, kCtrl);
  QHEARD(QStringLiteral("Go to room or person"));
  walker_->type(QStringLiteral("fish"));
  walker_->press(Qt::Key_Return);
  QHEARD(own(kFish));
  walker_->press(Qt::Key_1, kCtrl);
  QHEARD(own(kTide));
  walker_->press(Qt::Key_K, kCtrl);
  walker_->press(Qt::Key_Escape);
  QTRY_VERIFY(!QApplication::activePopupWidget());
  QHEARD(own(kTide));
}

void KeyboardWalkTest::mutes() {
  walker_->press(Qt::Key_M, kCtrl);
  QTRY_VERIFY(!rooms().filter(QStringLiteral("Tide tables, open room, muted")).isEmpty());
  walker_->press(Qt::Key_M, kCtrl);
  QTRY_VERIFY(rooms().filter(QStringLiteral("muted")).isEmpty());
  QHEARD(own(kTide));
}

void KeyboardWalkTest::changesAPreference() {
  const bool before = program_->client().preferences().general().reopenRooms;
  walker_->press(Qt::Key_Comma, kCtrl);
  QHEARD(QStringLiteral("General"));
  QVERIFY(walker_->tabTo(QStringLiteral("Open the rooms")));
  walker_->press(Qt::Key_Space);
  QCOMPARE(program_->client().preferences().general().reopenRooms, !before);
  walker_->press(Qt::Key_S, Qt::AltModifier);  // the mnemonic of the row above it
  QVERIFY(program_->client().preferences().general().signInAtStart);
  walker_->press(Qt::Key_S, Qt::AltModifier);
  QVERIFY(walker_->tabTo(QStringLiteral("General")));
  walker_->press(Qt::Key_Down);
  walker_->press(Qt::Key_Down);
  QHEARD(QStringLiteral("Appearance"));
  walker_->press(Qt::Key_Escape);
  QTRY_VERIFY(!QApplication::activeModalWidget());
  QHEARD(own(kTide));
}

void KeyboardWalkTest::managesARoom() {
  walker_->press(Qt::Key_K, kCtrl);
  walker_->type(QStringLiteral("boat"));
  walker_->press(Qt::Key_Return);
  QHEARD(own(QStringLiteral("Boat yard")));
  QVERIFY(walker_->tabTo(QStringLiteral("Manage room")));
  walker_->press(Qt::Key_Return);
  QTRY_VERIFY(qobject_cast<ManageRoomDialog*>(QApplication::activeModalWidget()));
  QHEARD(QStringLiteral("Name"));
  QVERIFY(walker_->tabTo(QStringLiteral("Topic")));
  walker_->type(QStringLiteral("Planks and tar"));
  walker_->press(Qt::Key_Return);  // the primary
  QTRY_VERIFY(!QApplication::activeModalWidget());
  QTRY_COMPARE(room(QStringLiteral("Boat yard"))->summary().topic, QStringLiteral("Planks and tar"));
  QHEARD(QStringLiteral("Manage room"));
}

void KeyboardWalkTest::looksAtTheWire() {
  walker_->press(Qt::Key_W, kCtrlShift);
  QTRY_VERIFY(program_->wireWindow() && program_->wireWindow()->isActiveWindow());
  walker_->press(Qt::Key_Home);
  QVERIFY2(walker_->heard().contains(QStringLiteral("REGISTER")), qPrintable(walker_->heard()));
  const QString first = walker_->heard();
  walker_->press(Qt::Key_Down);
  QVERIFY(walker_->heard() != first);
  program_->wireWindow()->close();  // by the key of the window manager
  QHEARD(QStringLiteral("Manage room"));
}

void KeyboardWalkTest::movesBetweenPanes() {
  walker_->press(Qt::Key_1, kCtrl);
  QHEARD(own(kTide));
  walker_->press(Qt::Key_F6);
  QHEARD(QStringLiteral("Members"));
  walker_->press(Qt::Key_F6);
  QHEARD(QStringLiteral("Tide tables, open room"));
  walker_->press(Qt::Key_F6);
  QVERIFY(walker_->focus() == &timeline());
  walker_->press(Qt::Key_F6);
  QHEARD(own(kTide));
  // From a button of a pane too.
  walker_->press(Qt::Key_Tab);
  QHEARD(QStringLiteral("Bold"));
  walker_->press(Qt::Key_F6, Qt::ShiftModifier);
  QVERIFY(walker_->focus() == &timeline());
  // The row is opened from the list, and the composer has the focus then.
  walker_->press(Qt::Key_F6, Qt::ShiftModifier);
  QVERIFY(walker_->downTo(QStringLiteral("Fish prices")));
  walker_->press(Qt::Key_Return);
  QHEARD(own(kFish));
  // Closing the pane that has the focus does not lose it.
  walker_->press(Qt::Key_F6);
  walker_->press(Qt::Key_P, kCtrlShift);
  QVERIFY(!window().roomPane()->isVisible());
  QVERIFY(walker_->focus() && walker_->focus()->isVisible() && !walker_->heard().isEmpty());
  walker_->press(Qt::Key_P, kCtrlShift);
}

void KeyboardWalkTest::setsThePresence() {
  QVERIFY(walker_->tabTo(QStringLiteral("Ada Quince")));
  QVERIFY(walker_->chooseFromMenu(Qt::Key_Space, Qt::NoModifier, QStringLiteral("Busy")));
  QHEARD(QStringLiteral("Ada Quince, Busy"));
  walker_->press(Qt::Key_Tab);
  QHEARD(QStringLiteral("Menu"));
  QVERIFY(walker_->chooseFromMenu(Qt::Key_Return, Qt::NoModifier, QStringLiteral("Keyboard list")));
  QTRY_VERIFY(QApplication::activeModalWidget());
  QHEARD(QStringLiteral("Close"));
  walker_->press(Qt::Key_Return);
  QTRY_VERIFY(!QApplication::activeModalWidget());
  QHEARD(QStringLiteral("Menu"));
}

void KeyboardWalkTest::leavesARoom() {
  walker_->press(Qt::Key_K, kCtrl);
  walker_->type(QStringLiteral("boat"));
  walker_->press(Qt::Key_Return);
  QHEARD(own(QStringLiteral("Boat yard")));
  walker_->press(Qt::Key_W, kCtrl);
  QTRY_COMPARE(window().page(), MainWindow::Page::Welcome);
  QVERIFY2(walker_->focus() && walker_->focus()->isVisible(), "the focus is lost when the room goes");
  QVERIFY(!walker_->heard().isEmpty());
}

void KeyboardWalkTest::signsOut() {
  QVERIFY(walker_->tabTo(QStringLiteral("Menu")));
  QVERIFY(walker_->chooseFromMenu(Qt::Key_Space, Qt::NoModifier, QStringLiteral("Sign out")));
  QTRY_VERIFY(program_->signInWindow().isVisible());
  QHEARD(QStringLiteral("Sign-in address"));
}

PARLOUR_GUI_TEST(KeyboardWalkTest)

}  // namespace tst_keyboardwalk

#include "tst_keyboardwalk.moc"
