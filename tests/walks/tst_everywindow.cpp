// SPDX-License-Identifier: Apache-2.0
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QRadioButton>
#include <QTest>
#include <functional>

#include "app/models/DateWords.h"
#include "app/ui/composer/Composer.h"
#include "app/ui/composer/ComposerEdit.h"
#include "app/ui/join/JoinDialog.h"
#include "app/ui/mainwindow/MainActions.h"
#include "app/ui/mainwindow/RoomPage.h"
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

namespace tst_everywindow {

using namespace Parlour;
using namespace Parlour::Tests;
using namespace Parlour::Ui;

namespace {

constexpr int kManyStops = 120;
const QString kYard = QStringLiteral("Boat yard");

// Whether the stop looks different with the focus: itself, or by a ring in the accent colour around it.
bool showsFocus(const QImage& with, const QImage& without, const QRect& place, const Theme& theme, bool hasCaret) {
  constexpr int kMoreThanACaret = 60;
  constexpr int kCaret = 8;
  constexpr int kLeastRing = 20;
  const QRect near = place.adjusted(-3, -3, 3, 3);
  const QRect around = place.adjusted(-20, -40, 20, 40).intersected(with.rect());
  int changed = 0;
  int ring = 0;
  for (int y = around.top(); y <= around.bottom(); ++y) {
    for (int x = around.left(); x <= around.right(); ++x) {
      if (with.pixel(x, y) == without.pixel(x, y)) continue;
      if (near.contains(x, y)) ++changed;
      if (with.pixel(x, y) == theme.accent.rgb()) ++ring;
    }
  }
  return changed >= (hasCaret ? kCaret : kMoreThanACaret) || ring >= kLeastRing;
}

QString nameOf(QWidget* widget) {
  const QAccessibleInterface* thing = widget ? QAccessible::queryAccessibleInterface(widget) : nullptr;
  return thing ? thing->text(QAccessible::Name) : QString();
}

}  // namespace

// Each window, page, dialog and popup of the program: names and roles for somebody who hears it, and for somebody
// without a mouse a way by Tab through all of it, in the order of reading, with a visible ring.
class EveryWindowTest : public QObject, private ProgramDesk {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void cleanupTestCase();
  void signInWindow_data();
  void signInWindow();
  void mainWindowInTheOrderOfTheGuide();
  void window_data();
  void window();
  void listsReadAsTheGuideSays();

 private:
  using Open = std::function<QWidget*()>;
  void addWindows();
  void addDialogs();
  QWidget* pressFor(int key, Qt::KeyboardModifiers modifiers);
  QWidget* actionFor(QAction* action);
  QWidget* preferencesPage(Core::PreferencePage page);
  QList<QWidget*> walkByTab(QWidget& top);
  void checkRings(QWidget& top, const QList<QWidget*>& stops);
  void check(QWidget& top, bool inReadingOrder);

  QHash<QString, Open> opens_;
  std::unique_ptr<ClientHost> bo_;
};

void EveryWindowTest::initTestCase() {
  startProgram(walkOrganisation());
  addWindows();
  addDialogs();
}

void EveryWindowTest::cleanupTestCase() {
  bo_.reset();
  endProgram();
}

QList<QWidget*> EveryWindowTest::walkByTab(QWidget& top) {
  QList<QWidget*> visited;
  if (!walker_->focus() || walker_->focus()->window() != &top) walker_->press(Qt::Key_Tab);
  QWidget* first = walker_->focus();
  for (int i = 0; i < kManyStops; ++i) {
    QWidget* stop = walker_->focus();
    if (!stop || (i > 0 && stop == first)) break;
    visited.append(stop);
    walker_->press(Qt::Key_Tab);
  }
  return visited;
}

void EveryWindowTest::checkRings(QWidget& top, const QList<QWidget*>& stops) {
  QStringList bare;
  QImage with;
  for (qsizetype i = 0; i <= stops.size(); ++i) {
    const QImage without = top.grab().toImage().convertToFormat(QImage::Format_RGB32);
    if (i > 0) {
      QWidget* stop = stops.at(i - 1);
      const QRect place(stop->mapTo(&top, QPoint(0, 0)), stop->size());
      const bool hasCaret = qobject_cast<QLineEdit*>(stop) || qobject_cast<ComposerEdit*>(stop);
      if (!showsFocus(with, without, place, program_->themes().theme(), hasCaret)) {
        bare.append(QString::fromLatin1(stop->metaObject()->className()) + QLatin1Char(' ') + nameOf(stop));
      }
    }
    with = without;
    walker_->press(Qt::Key_Tab);
  }
  QVERIFY2(bare.isEmpty(), qPrintable(QStringLiteral("without a visible focus: ") + bare.join(QStringLiteral("; "))));
}

void EveryWindowTest::check(QWidget& top, bool inReadingOrder) {
  const QStringList faults = faultsOfTree(top);
  QVERIFY2(faults.isEmpty(), qPrintable(QLatin1Char('\n') + faults.join(QLatin1Char('\n'))));
  const QList<QWidget*> visited = walkByTab(top);
  QVERIFY2(!visited.isEmpty() && visited.size() < kManyStops, "the focus is lost or trapped");
  for (QWidget* stop : tabStops(top)) {
    const auto* radio = qobject_cast<QRadioButton*>(stop);  // of a group only the chosen one is a stop
    QVERIFY2(visited.contains(stop) || (radio && !radio->isChecked()),
             qPrintable(QStringLiteral("not reached by Tab: ") + nameOf(stop)));
  }
  if (inReadingOrder) {
    QList<QWidget*> stops = tabStops(top);
    stops.removeIf([&visited](QWidget* stop) { return !visited.contains(stop); });
    // The chain is a ring: it begins where it reads best.
    QStringList order = faultsOfOrder(stops);
    for (qsizetype i = 1; i < stops.size(); ++i) {
      std::rotate(stops.begin(), stops.begin() + 1, stops.end());
      const QStringList other = faultsOfOrder(stops);
      if (other.size() < order.size()) order = other;
    }
    QVERIFY2(order.isEmpty(), qPrintable(QLatin1Char('\n') + order.join(QLatin1Char('\n'))));
  }
  if (visited.size() > 1) checkRings(top, visited);
}

void EveryWindowTest::signInWindow_data() {
  QTest::addColumn<QString>("state");
  QTest::newRow("as it starts") << QString();
  QTest::newRow("by address") << QStringLiteral("address");
  QTest::newRow("with an error") << QStringLiteral("error");
}

void EveryWindowTest::signInWindow() {
  QFETCH(QString, state);
  SignInWindow& signIn = program_->signInWindow();
  if (state == QLatin1String("address")) {
    QVERIFY(walker_->tabTo(QStringLiteral("Find automatically")));
    walker_->press(Qt::Key_Right);
  } else if (state == QLatin1String("error")) {
    signIn.showError(QStringLiteral("Cannot reach fe01"), QStringLiteral("Port 5061 refused the connection."),
                     QStringLiteral("Check the port."), QStringLiteral("details"));
  }
  check(signIn, true);
  if (QTest::currentTestFailed()) return;
  if (state == QLatin1String("error")) {
    signIn.showIdle();
    QVERIFY(walker_->tabTo(QStringLiteral("Enter address")));
    walker_->press(Qt::Key_Left);
  }
}

void EveryWindowTest::mainWindowInTheOrderOfTheGuide() {
  signInAs(QStringLiteral("ada@orchard.example"), QStringLiteral("pw-ada"));
  if (QTest::currentTestFailed()) return;
  check(ProgramDesk::window(), false);  // the welcome page
  if (QTest::currentTestFailed()) return;
  bo_ = guest("bo");
  const RoomUri yard = findRoom(*bo_, kYard);
  QVERIFY(await((*bo_)->open(yard)).ok());
  (*bo_)->post(yard, QStringLiteral("The slip is free & dry, @ada"));
  (*bo_)->post(yard, QStringLiteral("Look at https://orchard.example/slip :)"));
  QTRY_COMPARE(bo_->texts(kYard).size(), 2);
  program_->mainController()->openRoom(yard, true);
  QTRY_VERIFY(room(kYard) && room(kYard)->timeline().count() == 2);
  QTRY_COMPARE(ProgramDesk::window().roomPane()->people()->model()->rowCount(), 4);
  QVERIFY(walker_->tabTo(QStringLiteral("Ada Quince")));
  QStringList names;
  for (QWidget* stop : walkByTab(ProgramDesk::window())) names.append(nameOf(stop));
  const QStringList wanted{QStringLiteral("Ada Quince, Available, Connected"),
                           QStringLiteral("Menu"),
                           QStringLiteral("Go to room or person"),
                           QStringLiteral("Rooms"),
                           QStringLiteral("Join a chat room"),
                           QStringLiteral("Wire view"),
                           QStringLiteral("Preferences"),
                           QStringLiteral("2 here"),
                           QStringLiteral("Follow"),
                           QStringLiteral("Search in this room"),
                           QStringLiteral("Room pane"),
                           QStringLiteral("Room menu"),
                           QStringLiteral("Messages"),
                           QStringLiteral("Message to Boat yard"),
                           QStringLiteral("Bold"),
                           QStringLiteral("Italic"),
                           QStringLiteral("Underline"),
                           QStringLiteral("Strike through"),
                           QStringLiteral("List"),
                           QStringLiteral("Code"),
                           QStringLiteral("Link"),
                           QStringLiteral("Attach a file"),
                           QStringLiteral("Emoticon"),
                           QStringLiteral("High importance"),
                           QStringLiteral("Write a story"),
                           QStringLiteral("Close"),
                           QStringLiteral("Manage room…"),
                           QStringLiteral("Find a person"),
                           QStringLiteral("Invite people"),
                           QStringLiteral("Participants")};
  QCOMPARE(names, wanted);
}

QWidget* EveryWindowTest::pressFor(int key, Qt::KeyboardModifiers modifiers) {
  walker_->press(key, modifiers);
  QTest::qWait(0);
  return windowsOnScreen().value(0);
}

QWidget* EveryWindowTest::actionFor(QAction* action) {
  action->trigger();
  [] { QTRY_VERIFY(QApplication::activeModalWidget()); }();
  return windowsOnScreen().value(0);
}

QWidget* EveryWindowTest::preferencesPage(Core::PreferencePage page) {
  QWidget* dialog = pressFor(Qt::Key_Comma, Qt::ControlModifier);
  if (auto* preferences = qobject_cast<PreferencesDialog*>(dialog)) preferences->showPage(page);
  return dialog;
}

void EveryWindowTest::addWindows() {
  constexpr auto kBoth = Qt::ControlModifier | Qt::ShiftModifier;
  opens_.insert(QStringLiteral("room"), [this] { return &ProgramDesk::window(); });
  opens_.insert(QStringLiteral("narrow"), [this] {
    ProgramDesk::window().resize(800, 600);
    return &ProgramDesk::window();
  });
  opens_.insert(QStringLiteral("story"), [this, kBoth] {
    ProgramDesk::window().resize(1280, 800);
    QWidget* top = pressFor(Qt::Key_S, kBoth);
    ProgramDesk::window().roomPage()->composer()->edit()->setPlainText(QStringLiteral("Once upon a tide"));
    return top;
  });
  opens_.insert(QStringLiteral("story preview"), [this] {
    ProgramDesk::window().roomPage()->composer()->edit()->setFocus();
    if (!walker_->tabTo(QStringLiteral("Preview"))) return static_cast<QWidget*>(nullptr);
    return pressFor(Qt::Key_Space, Qt::NoModifier);
  });
  opens_.insert(QStringLiteral("message again"), [this, kBoth] {
    QWidget* top = pressFor(Qt::Key_S, kBoth);
    ProgramDesk::window().roomPage()->composer()->clear();
    return top;
  });
  opens_.insert(QStringLiteral("search"), [this, kBoth] {
    QWidget* top = pressFor(Qt::Key_F, kBoth);
    walker_->type(QStringLiteral("slip"));
    walker_->press(Qt::Key_Return);
    [&] { QTRY_VERIFY(ProgramDesk::window().search()->currentHit().has_value()); }();
    return top;
  });
  opens_.insert(QStringLiteral("catch up"), [this, kBoth] { return pressFor(Qt::Key_K, kBoth); });
  opens_.insert(QStringLiteral("mentions"), [this, kBoth] { return pressFor(Qt::Key_M, kBoth); });
  opens_.insert(QStringLiteral("wire view"), [this, kBoth] {
    pressFor(Qt::Key_W, kBoth);
    [&] { QTRY_VERIFY(program_->wireWindow() && program_->wireWindow()->isActiveWindow()); }();
    return static_cast<QWidget*>(program_->wireWindow());
  });
}

void EveryWindowTest::addDialogs() {
  constexpr auto kBoth = Qt::ControlModifier | Qt::ShiftModifier;
  const auto commands = [this] { return ProgramDesk::window().commands(); };
  opens_.insert(QStringLiteral("join, empty"), [this] { return pressFor(Qt::Key_J, Qt::ControlModifier); });
  opens_.insert(QStringLiteral("join, found"), [this] {
    QWidget* top = pressFor(Qt::Key_J, Qt::ControlModifier);
    walker_->type(QStringLiteral("boa"));
    walker_->press(Qt::Key_Return);
    [&] { QTRY_VERIFY(qobject_cast<JoinDialog*>(top)->list()->isVisible()); }();
    return top;
  });
  opens_.insert(QStringLiteral("ask to join"), [this] {
    auto* join = qobject_cast<JoinDialog*>(pressFor(Qt::Key_J, Qt::ControlModifier));
    walker_->type(QStringLiteral("harbour"));
    walker_->press(Qt::Key_Return);
    [&] { QTRY_VERIFY(join->list()->isVisible()); }();
    [&] { QTRY_VERIFY(walker_->tabTo(QStringLiteral("Ask to join"))); }();
    return pressFor(Qt::Key_Space, Qt::NoModifier);
  });
  opens_.insert(QStringLiteral("quick switch"), [this] { return pressFor(Qt::Key_K, Qt::ControlModifier); });
  opens_.insert(QStringLiteral("emoticons"), [this] { return pressFor(Qt::Key_Period, Qt::ControlModifier); });
  opens_.insert(QStringLiteral("keyboard list"), [this] { return pressFor(Qt::Key_F1, Qt::NoModifier); });
  opens_.insert(QStringLiteral("files"), [this, kBoth] { return pressFor(Qt::Key_L, kBoth); });
  opens_.insert(QStringLiteral("manage room"), [this, commands] { return actionFor(commands()->manageRoom); });
  opens_.insert(QStringLiteral("invite people"), [this, commands] { return actionFor(commands()->invitePeople); });
  opens_.insert(QStringLiteral("create room"), [this, commands] { return actionFor(commands()->createRoom); });
  for (const auto& [name, page] : {std::pair("preferences, general", Core::PreferencePage::General),
                                   std::pair("preferences, notifications", Core::PreferencePage::Notifications),
                                   std::pair("preferences, appearance", Core::PreferencePage::Appearance),
                                   std::pair("preferences, connection", Core::PreferencePage::Connection),
                                   std::pair("preferences, storage", Core::PreferencePage::Storage)}) {
    opens_.insert(QString::fromLatin1(name), [this, page = page] { return preferencesPage(page); });
  }
  opens_.insert(QStringLiteral("restore defaults"), [this] {
    preferencesPage(Core::PreferencePage::Storage);
    if (!walker_->tabTo(QStringLiteral("Restore defaults"))) return static_cast<QWidget*>(nullptr);
    return pressFor(Qt::Key_Space, Qt::NoModifier);
  });
}

void EveryWindowTest::window_data() {
  QTest::addColumn<bool>("dialog");
  for (const char* name : {"room", "narrow", "story"}) QTest::newRow(name) << false;
  QTest::newRow("story preview") << true;
  for (const char* name : {"message again", "search", "catch up", "mentions"}) QTest::newRow(name) << false;
  for (const char* name :
       {"join, empty", "join, found", "ask to join", "quick switch", "emoticons", "keyboard list", "files",
        "manage room", "invite people", "create room", "preferences, general", "preferences, notifications",
        "preferences, appearance", "preferences, connection", "preferences, storage", "restore defaults"}) {
    QTest::newRow(name) << true;
  }
  QTest::newRow("wire view") << false;
}

void EveryWindowTest::window() {
  QFETCH(bool, dialog);
  QVERIFY2(program_->mainController(), "not signed in");
  Walker::settleWindows();
  QWidget* top = opens_.value(QString::fromLatin1(QTest::currentDataTag()))();
  QVERIFY(top);
  QCOMPARE(top != &ProgramDesk::window() && top != program_->wireWindow(), dialog);
  check(*top, dialog);
  const QPointer<QWidget> closing(top);
  const auto isInFront = [] { return QApplication::activeModalWidget() || QApplication::activePopupWidget(); };
  for (int tries = 0; tries < 4 && isInFront(); ++tries) walker_->press(Qt::Key_Escape);
  if (dialog) {
    QTRY_VERIFY2(!closing || !closing->isVisible(), "Esc does not close it");
    QVERIFY2(!QApplication::activeModalWidget() && !QApplication::activePopupWidget(), "a dialog is left");
    Walker::settleWindows();
    QTRY_VERIFY2(!walker_->heard().isEmpty(), "the focus is lost after it closed");
  } else if (top == program_->wireWindow()) {
    top->close();
  }
}

void EveryWindowTest::listsReadAsTheGuideSays() {
  QVERIFY2(program_->mainController() && room(kYard), "not signed in");
  program_->mainController()->openRoom(room(kYard)->uri(), true);
  QStringList rooms = rowNames(*ProgramDesk::window().sidebar()->rooms());
  QVERIFY2(rooms.contains(QStringLiteral("Boat yard, closed room")), qPrintable(rooms.join(QLatin1Char('\n'))));
  const QStringList messages = rowNames(*ProgramDesk::window().roomPage()->timeline());
  QCOMPARE(messages.size(), 2);
  const QString time = Models::timeWords(room(kYard)->timeline().at(0).time);
  QCOMPARE(messages.at(0), QStringLiteral("Bo Medlar, %1, mentions you: The slip is free & dry, @ada").arg(time));
  QStringList people = rowNames(*ProgramDesk::window().roomPane()->people());
  QVERIFY2(people.contains(QStringLiteral("Ada Quince, available, manager")),
           qPrintable(people.join(QLatin1Char('\n'))));
  // What comes while the person is elsewhere is told in the row of the room.
  const RoomUri tide = findRoom(*bo_, QStringLiteral("Tide tables"));
  QVERIFY(await(program_->client().open(tide)).ok());
  QVERIFY(await((*bo_)->open(tide)).ok());
  (*bo_)->post(tide, QStringLiteral("@ada the boats leave at six"));
  const auto roomIsHeard = [this] {
    const QStringList heard = rowNames(*ProgramDesk::window().sidebar()->rooms());
    return !heard.filter(QStringLiteral("Tide tables, open room, 1 unread, 1 mention")).isEmpty();
  };
  QTRY_VERIFY(roomIsHeard());
  // And what comes into the room on screen is read out.
  walker_->takeAnnounced();
  (*bo_)->post(room(kYard)->uri(), QStringLiteral("The tar is here"));
  QStringList announced;
  const auto isAnnounced = [this, &announced] {
    announced += walker_->takeAnnounced();
    return announced.contains(QStringLiteral("Bo Medlar: The tar is here"));
  };
  QTRY_VERIFY(isAnnounced());
}

PARLOUR_GUI_TEST(EveryWindowTest)

}  // namespace tst_everywindow

#include "tst_everywindow.moc"
