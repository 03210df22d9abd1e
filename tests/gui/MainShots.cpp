// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QSplitter>

#include "app/models/Roles.h"
#include "app/models/RoomListModel.h"
#include "app/ui/composer/Composer.h"
#include "app/ui/composer/ComposerEdit.h"
#include "app/ui/composer/EmoticonPopup.h"
#include "app/ui/join/AskToJoinDialog.h"
#include "app/ui/join/JoinRequestsDialog.h"
#include "app/ui/mainwindow/KeyboardList.h"
#include "app/ui/mainwindow/MainWindow.h"
#include "app/ui/mainwindow/RoomPage.h"
#include "app/ui/mainwindow/WelcomePage.h"
#include "app/ui/quickswitch/QuickSwitch.h"
#include "app/ui/roomlist/AccountRow.h"
#include "app/ui/roomlist/RoomListView.h"
#include "app/ui/roomlist/Sidebar.h"
#include "app/ui/roompane/RoomPane.h"
#include "app/ui/search/ContextPane.h"
#include "app/ui/search/SearchPage.h"
#include "app/ui/timeline/TimelineView.h"
#include "app/ui/widgets/ConnectionBar.h"
#include "app/ui/widgets/SearchField.h"
#include "tests/gui/SampleWindow.h"
#include "tests/gui/Screenshots.h"

namespace Parlour::Gui {

namespace {

void showLost(SampleWindow& sample) {
  Ui::MainWindow& window = sample.window();
  window.roomPage()->bar()->showState(
      Ui::BarKind::Trouble, QStringLiteral("Connection lost at 08:47."),
      QStringLiteral("Trying again in 8 s. Messages you write now go out when you are back."),
      QStringLiteral("Try now"));
  window.sidebar()->account()->setState(Ui::PresenceShape::Offline, QString(), QStringLiteral("Reconnecting…"), true);
  window.sidebar()->setStatus(Ui::StripDot::Trouble, QStringLiteral("Trying fe01 again in 8 s"));
  window.roomPane()->setPeopleText(QStringLiteral("not updating"), true);
}

void shootRoom(Screenshots& shots) {
  SampleWindow sample(shots.themes());
  sample.arrange();
  shots.save(sample.window(), QStringLiteral("01-main"));
  sample.showFacts(true);
  shots.save(sample.window(), QStringLiteral("01-main-manager"));
  Ui::RoomPage& page = *sample.window().roomPage();
  page.roomBar()->showState(Ui::BarKind::Plain, QStringLiteral("This room was disabled by a manager."),
                            QStringLiteral("You can read its history."));
  sample.endFirstRoom();
  page.composer()->setReadOnly(QStringLiteral("This room was disabled by a manager. You can read its history."));
  shots.save(sample.window(), QStringLiteral("10-room-disabled"));
}

void shootLost(Screenshots& shots) {
  SampleWindow sample(shots.themes(), SampleTalk::Lost);
  showLost(sample);
  sample.writeDraft();
  sample.window().show();
  QApplication::processEvents();
  sample.window().activateWindow();
  sample.window().roomPage()->composer()->edit()->setFocus();
  sample.window().roomPage()->timeline()->jumpToLatest();
  sample.pointAtRoom(QStringLiteral("Settlement breaks"));
  shots.save(sample.window(), QStringLiteral("10-state-reconnecting"));
}

void shootNarrow(Screenshots& shots) {
  SampleWindow sample(shots.themes());
  sample.collapseInvitations();
  sample.writeDraft();
  sample.window().resize(960, 640);
  sample.window().show();
  QApplication::processEvents();
  // As narrow as the picture's person has made it.
  sample.window().findChild<QSplitter*>()->setSizes({239, 720});
  sample.window().activateWindow();
  sample.window().roomPage()->composer()->edit()->setFocus();
  sample.window().roomPage()->timeline()->jumpToLatest();
  sample.pointAtRoom(QStringLiteral("Settlement breaks"));
  shots.save(sample.window(), QStringLiteral("14-narrow-960x640"));
}

void shootComposerStates(Screenshots& shots) {
  SampleWindow sample(shots.themes(), SampleTalk::Story);
  Ui::MainWindow& window = sample.window();
  Ui::Draft story;
  story.story = true;
  story.storyTitle = QStringLiteral("Joiners’ guide to the 16:00 fix");
  setSampleWords(story, QStringLiteral("New on the desk? Read this before your first fixing.\n\n**1. Before 15:30.** "
                                       "Check the client’s limit in Credit and note it on the order.\n**2. By 15:45.** "
                                       "Enter the order. After that, ask a desk head first"));
  window.roomPage()->composer()->setDraft(story);
  window.show();
  QApplication::processEvents();
  window.activateWindow();
  window.roomPage()->composer()->edit()->setFocus();
  window.roomPage()->composer()->edit()->moveCursor(QTextCursor::End);
  sample.pointAtRoom(QStringLiteral("Settlement breaks"));
  shots.save(window, QStringLiteral("12-state-story"));
  Ui::Draft tooLong;
  tooLong.text = QStringLiteral("and the remaining breaks go to Dana before the US open ").repeated(10);
  tooLong.alert = true;
  window.roomPage()->composer()->setDraft(tooLong);
  shots.save(window, QStringLiteral("09-composer-too-long"));
  window.roomPage()->composer()->clear();
  window.roomPage()->composer()->setReadOnly(QStringLiteral("Only presenters can post in this room."));
  shots.save(window, QStringLiteral("09-composer-read-only"));
}

void shootWelcome(Screenshots& shots) {
  SampleWindow sample(shots.themes());
  sample.leaveAllRooms();
  QList<QPair<Core::RoomSummary, QString>> rooms;
  const auto add = [&rooms](const QString& name, const QString& words, Core::Privacy privacy, Core::RoomKind kind) {
    Core::RoomSummary room;
    room.name = name;
    room.uri = sampleRoom(name);
    room.privacy = privacy;
    room.kind = kind;
    rooms.append({room, words});
  };
  using Core::Privacy;
  using Core::RoomKind;
  add(QStringLiteral("Water cooler"), QStringLiteral("Open · 6 people posting"), Privacy::Open, RoomKind::Normal);
  add(QStringLiteral("Payments desk"), QStringLiteral("Closed · files and high importance"), Privacy::Closed,
      RoomKind::Normal);
  add(QStringLiteral("Company news"), QStringLiteral("Auditorium · you can read, not post"), Privacy::Open,
      RoomKind::Auditorium);
  add(QStringLiteral("Load test"), QStringLiteral("Open · 20 messages a second"), Privacy::Open, RoomKind::Normal);
  Ui::MainWindow& window = sample.window();
  window.sidebar()->account()->setState(Ui::PresenceShape::Available, QStringLiteral("Available"),
                                        QStringLiteral("Demo server"), false);
  window.sidebar()->setStatus(Ui::StripDot::Good, QStringLiteral("Local demo server"));
  window.welcome()->setSentence(QStringLiteral(
      "The demo server has four sample rooms with people posting in them. Open one, or find it by name."));
  window.welcome()->setRooms(rooms);
  window.showPage(Ui::MainWindow::Page::Welcome);
  shots.save(window, QStringLiteral("13-state-first-run"));
}

void shootRequests(Screenshots& shots) {
  SampleWindow sample(shots.themes());
  sample.addRequests();
  sample.showFacts(true, 2);
  shots.save(sample.window(), QStringLiteral("16-requests-sidebar"));
  Core::RoomSummary room;
  room.name = QStringLiteral("Nostro and cash");
  room.managers = QStringList{QStringLiteral("Marta Nowak"), QStringLiteral("Ben Carter")};
  Ui::AskToJoinDialog ask(shots.themes(), room, nullptr);
  ask.setAttribute(Qt::WA_DeleteOnClose, false);
  ask.field()->setText(QStringLiteral("I take over end-of-day cash from Rafael on Monday."));
  shots.save(ask, QStringLiteral("16-ask-to-join"));
  ask.showRefusal(QStringLiteral("The category Operations does not admit your account. Ask your administrator."));
  shots.save(ask, QStringLiteral("16-ask-to-join-refused"));
  Ui::JoinRequestsDialog review(shots.themes(), room.name, nullptr);
  review.setAttribute(Qt::WA_DeleteOnClose, false);
  review.setRequests(sampleRequests());
  shots.save(review, QStringLiteral("16-requests"));
  review.showRefusal(sampleRequests().first().user,
                     QStringLiteral("The category Operations does not admit Dana Kaplan. Ask your administrator."));
  shots.save(review, QStringLiteral("16-requests-refused"));
}

void shootSearch(Screenshots& shots) {
  SampleWindow sample(shots.themes());
  sample.window().sidebar()->rooms()->setCurrentIndex({});
  QStandardItemModel hits;
  fillMessageSearch(hits);
  Ui::SearchPage& page = *sample.window().search();
  page.setModel(&hits);
  page.setToday(sampleDay());
  page.setReturnRoom(QStringLiteral("FX Desk – London"));
  page.field()->setText(QStringLiteral("fixing limit"));
  page.choosePeriod(30);
  page.showResults(9, 3, 400);
  const auto hit = hits.index(1, 0).data(Models::RowRole).value<Models::MessageSearchRow>();
  page.context()->setHit(QStringLiteral("FX Desk – London"), hit.message, sampleContext(),
                         {QStringLiteral("fixing"), QStringLiteral("limit")});
  sample.window().showPage(Ui::MainWindow::Page::Search);
  sample.window().show();
  QApplication::processEvents();
  sample.window().activateWindow();
  page.field()->setFocus();
  sample.pointAtRoom(QStringLiteral("Settlement breaks"));
  shots.save(sample.window(), QStringLiteral("05-search"));
  page.setModel(nullptr);
}

QList<Ui::QuickEntry> sampleEntries(const QString& /*words*/) {
  using Kind = Ui::QuickEntry::Kind;
  const auto title = [](const QString& words) {
    return Ui::QuickEntry{Kind::Title, words, {}, {}, Ui::Icon::Door, 0, false};
  };
  const auto room = [](const QString& name, const QString& note, Ui::Icon icon, int unread) {
    return Ui::QuickEntry{Kind::Room, name, note, {}, icon, unread, false, {{0, 3}}};
  };
  const auto deed = [](Kind kind, const QString& words, const QString& keys, Ui::Icon icon) {
    return Ui::QuickEntry{kind, words, keys, {}, icon, 0, true};
  };
  const QString notOpen = QStringLiteral("Not open");
  return {title(QStringLiteral("Rooms")),
          room(QStringLiteral("Settlement breaks"), QStringLiteral("Followed"), Ui::Icon::Lock, 5),
          room(QStringLiteral("Settlement cut-offs"), notOpen, Ui::Icon::Door, 0),
          room(QStringLiteral("Settlement calendar notices"), notOpen, Ui::Icon::Megaphone, 0),
          title(QStringLiteral("Messages")),
          deed(Kind::Messages, QStringLiteral("Search messages for “set”"), QStringLiteral("Ctrl+Shift+F"),
               Ui::Icon::Search),
          title(QStringLiteral("Actions")),
          Ui::QuickEntry{Kind::Preferences,
                         QStringLiteral("Preferences: set theme, notifications and storage"),
                         QStringLiteral("Ctrl+,"),
                         {},
                         Ui::Icon::Sliders,
                         0,
                         true,
                         {{13, 3}}},
          deed(Kind::Action, QStringLiteral("Find more rooms in “Join a chat room”"), QStringLiteral("Ctrl+J"),
               Ui::Icon::Plus)};
}

void shootPopups(Screenshots& shots) {
  SampleWindow sample(shots.themes());
  sample.arrange();
  auto* popup = new Ui::QuickSwitch(shots.themes(), sampleEntries, &sample.window());
  popup->setAttribute(Qt::WA_DeleteOnClose, false);
  popup->popUp();
  popup->findChild<QLineEdit*>()->setText(QStringLiteral("set"));
  shots.savePopup(sample.window(), *popup, QStringLiteral("11-quick-switch"));
  Ui::EmoticonPopup emoticons(shots.themes(), nullptr);
  emoticons.setAttribute(Qt::WA_DeleteOnClose, false);
  shots.save(emoticons, QStringLiteral("emoticons"));
  Ui::KeyboardList keys(shots.themes(), nullptr);
  shots.save(keys, QStringLiteral("keyboard-list"));
}

}  // namespace

void shootMain(Screenshots& shots) {
  shootRoom(shots);
  shootLost(shots);
  shootNarrow(shots);
  shootComposerStates(shots);
  shootWelcome(shots);
  shootRequests(shots);
  shootSearch(shots);
  shootPopups(shots);
}

// As a system that asks for high contrast has it: white on black.
void shootHighContrast(Screenshots& shots) {
  SampleWindow sample(shots.themes());
  sample.arrange();
  shots.save(sample.window(), QStringLiteral("01-main"));
}

}  // namespace Parlour::Gui
