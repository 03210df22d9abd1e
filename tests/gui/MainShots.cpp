// SPDX-License-Identifier: Apache-2.0
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>

#include "app/core/text/RtfWriter.h"
#include "app/models/Roles.h"
#include "app/models/RoomListModel.h"
#include "app/ui/composer/Composer.h"
#include "app/ui/composer/ComposerEdit.h"
#include "app/ui/composer/EmoticonPopup.h"
#include "app/ui/join/AskToJoinDialog.h"
#include "app/ui/join/JoinDialog.h"
#include "app/ui/join/JoinRequestsDialog.h"
#include "app/ui/join/RoomDetailPane.h"
#include "app/ui/mainwindow/KeyboardList.h"
#include "app/ui/mainwindow/MainWindow.h"
#include "app/ui/mainwindow/RoomHeader.h"
#include "app/ui/mainwindow/RoomPage.h"
#include "app/ui/mainwindow/WelcomePage.h"
#include "app/ui/quickswitch/QuickSwitch.h"
#include "app/ui/roomlist/AccountRow.h"
#include "app/ui/roomlist/RoomListView.h"
#include "app/ui/roomlist/Sidebar.h"
#include "app/ui/roompane/RoomPane.h"
#include "app/ui/search/ContextPane.h"
#include "app/ui/search/SearchPage.h"
#include "app/ui/timeline/JumpButton.h"
#include "app/ui/timeline/TimelineView.h"
#include "app/ui/widgets/ConnectionBar.h"
#include "app/ui/widgets/SearchField.h"
#include "tests/gui/SampleData.h"
#include "tests/gui/Screenshots.h"

namespace Parlour::Gui {

namespace {

Ui::RowContent contentOf(const QModelIndex& index) { return index.data(Models::RowRole).value<Ui::RowContent>(); }

// A main window filled with the sample organisation.
class SampleWindow {
 public:
  explicit SampleWindow(Ui::ThemeManager& themes) : window_(themes, Models::IdRole, contentOf) {
    fillRoomList(rooms_);
    fillPeople(people_);
    fillTimeline(timeline_);
    window_.resize(1280, 800);
    Ui::Sidebar& sidebar = *window_.sidebar();
    sidebar.rooms()->setModel(&rooms_);
    sidebar.rooms()->setCurrentIndex(rooms_.index(1, 0));
    sidebar.account()->setPerson(QStringLiteral("Priya Raman"), sampleAddress(QStringLiteral("Priya Raman")));
    sidebar.account()->setState(Ui::PresenceShape::Available, QStringLiteral("Available"), QStringLiteral("Connected"),
                                false);
    sidebar.setStatus(Ui::StripDot::Good, QStringLiteral("fe01.northgate.example · TLS"));
    window_.roomPage()->header()->setRoom(sampleSummary(), true);
    window_.roomPage()->timeline()->setModel(&timeline_);
    window_.roomPage()->composer()->setRoomName(QStringLiteral("FX Desk – London"));
    window_.roomPage()->composer()->setLimits(512, 4096);
    showFacts(false);
    window_.roomPane()->setPeopleText(QStringLiteral("11 here of 48"), false);
    window_.roomPane()->people()->setModel(&people_);
    window_.showPage(Ui::MainWindow::Page::Room);
  }
  Ui::MainWindow& window() { return window_; }
  void addRequests() { fillRequests(rooms_); }
  void endFirstRoom() {
    auto row = rooms_.index(1, 0).data(Models::RowRole).value<Models::RoomListRow>();
    row.ending = Core::RoomEnding::Disabled;
    row.joinState = Core::JoinState::Failed;
    rooms_.item(1)->setData(QVariant::fromValue(row), Models::RowRole);
  }
  void showFacts(bool mayManage, int requests = 0) {
    Ui::RoomFacts facts;
    facts.room = sampleSummary();
    facts.room.categoryName = QStringLiteral("Trading / FX");
    facts.mayManage = mayManage;
    facts.requests = requests;
    if (mayManage) {
      facts.invitations = true;
      facts.managers = QStringList{QStringLiteral("Kwame Boateng"), QStringLiteral("Sophie Laurent")};
    }
    window_.roomPane()->setRoom(facts);
  }

 private:
  QStandardItemModel rooms_;
  QStandardItemModel people_;
  QStandardItemModel timeline_;
  Ui::MainWindow window_;
};

// Words between two "**" are bold.
void setWords(Ui::Draft& draft, const QString& words) {
  Core::FormattedText text;
  bool bold = false;
  for (const QString& part : words.split(QStringLiteral("**"))) {
    text.append(part, bold ? Core::TextMarks(Core::TextMark::Bold) : Core::TextMarks());
    bold = !bold;
  }
  draft.text = text.text;
  draft.rtf = Core::writeRtf(text);
}

void shootRoom(Screenshots& shots) {
  SampleWindow sample(shots.themes());
  Ui::MainWindow& window = sample.window();
  Ui::RoomPage& page = *window.roomPage();
  Ui::Draft draft;
  setWords(draft, QStringLiteral("Feed status: **reconnected 08:46**, first prices look right. Quote again from"));
  page.composer()->setDraft(draft);
  window.show();
  page.composer()->edit()->setFocus();
  page.timeline()->verticalScrollBar()->setValue(0);
  page.timeline()->jumpButton()->setNewCount(3);
  shots.save(window, QStringLiteral("01-main"));
  page.bar()->showState(Ui::BarKind::Trouble, QStringLiteral("Connection lost at 08:47."),
                        QStringLiteral("Trying again in 8 s. Messages you write now go out when you are back."),
                        QStringLiteral("Try now"));
  window.sidebar()->account()->setState(Ui::PresenceShape::Offline, QString(), QStringLiteral("Reconnecting…"), true);
  window.sidebar()->setStatus(Ui::StripDot::Trouble, QStringLiteral("Trying fe01 again in 8 s"));
  window.roomPane()->setPeopleText(QStringLiteral("not updating"), true);
  shots.save(window, QStringLiteral("10-reconnecting"));
  page.bar()->showState(Ui::BarKind::Plain, QString(), QString());
  window.roomPane()->setPeopleText(QStringLiteral("11 here of 48"), false);
  window.sidebar()->account()->setState(Ui::PresenceShape::Available, QStringLiteral("Available"),
                                        QStringLiteral("Connected"), false);
  window.sidebar()->setStatus(Ui::StripDot::Good, QStringLiteral("fe01.northgate.example · TLS"));
  sample.showFacts(true);
  shots.save(window, QStringLiteral("01-main-manager"));
  page.roomBar()->showState(Ui::BarKind::Plain, QStringLiteral("This room was disabled by a manager."),
                            QStringLiteral("You can read its history."));
  sample.endFirstRoom();
  page.composer()->setReadOnly(QStringLiteral("This room was disabled by a manager. You can read its history."));
  shots.save(window, QStringLiteral("10-room-disabled"));
  page.roomBar()->showState(Ui::BarKind::Plain, QString(), QString());
  page.composer()->setReadOnly(QString());
  sample.showFacts(false);
  window.resize(960, 640);
  shots.save(window, QStringLiteral("14-narrow"));
}

void shootComposerStates(Screenshots& shots) {
  SampleWindow sample(shots.themes());
  Ui::MainWindow& window = sample.window();
  Ui::Draft story;
  story.story = true;
  story.storyTitle = QStringLiteral("Joiners’ guide to the 16:00 fix");
  setWords(
      story,
      QStringLiteral("New on the desk? Read this before your first fixing.\n\n**1. Before 15:30.** Check the client’s "
                     "limit in Credit "
                     "and note it on the order.\n**2. By 15:45.** Enter the order. After that, ask a desk head first"));
  window.roomPage()->composer()->setDraft(story);
  shots.save(window, QStringLiteral("12-story"));
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
  QList<QPair<Core::RoomSummary, QString>> rooms;
  const QStringList names{QStringLiteral("Water cooler"), QStringLiteral("Payments desk"),
                          QStringLiteral("Company news"), QStringLiteral("Load test")};
  for (const QString& name : names) {
    Core::RoomSummary room;
    room.name = name;
    room.uri = sampleRoom(name);
    rooms.append({room, QStringLiteral("Open · 6 people posting")});
  }
  sample.window().welcome()->setSentence(
      QStringLiteral("The demo server has four sample rooms with people posting in them. Open one, or find it by "
                     "name."));
  sample.window().welcome()->setRooms(rooms);
  sample.window().showPage(Ui::MainWindow::Page::Welcome);
  shots.save(sample.window(), QStringLiteral("13-first-run"));
}

void shootJoin(Screenshots& shots) {
  QStandardItemModel results;
  fillRoomSearch(results);
  Ui::JoinDialog dialog(shots.themes(), results);
  dialog.setCategories({{"ma-cat://northgate.example/ops", QStringLiteral("Operations")}});
  dialog.field()->setText(QStringLiteral("settlement"));
  dialog.showResults(false);
  dialog.list()->setCurrentIndex(results.index(1, 0));
  dialog.setMayCreate(true);
  shots.save(dialog, QStringLiteral("02-join"));
  dialog.setMayOpen([](const RoomUri&) { return false; });
  dialog.list()->setCurrentIndex(results.index(4, 0));
  shots.save(dialog, QStringLiteral("02-join-members-only"));
  dialog.setRequests([](const RoomUri&) { return true; }, nullptr);
  shots.save(dialog, QStringLiteral("02-join-ask"));
  dialog.setRequests(nullptr, [](const RoomUri&) { return sampleRequests().first(); });
  shots.save(dialog, QStringLiteral("02-join-asked"));
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
  QStandardItemModel hits;
  fillMessageSearch(hits);
  Ui::SearchPage& page = *sample.window().search();
  page.setModel(&hits);
  page.setReturnRoom(QStringLiteral("FX Desk – London"));
  page.field()->setText(QStringLiteral("fixing limit"));
  page.showResults(9, 3, 400);
  QList<Core::Message> around;
  for (const int row : {1, 2, 3, 6}) {
    around.append(hits.index(row, 0).data(Models::RowRole).value<Models::MessageSearchRow>().message);
  }
  page.context()->setHit(QStringLiteral("FX Desk – London"), around.first(), around,
                         {QStringLiteral("fixing"), QStringLiteral("limit")});
  sample.window().showPage(Ui::MainWindow::Page::Search);
  shots.save(sample.window(), QStringLiteral("05-search"));
  page.setModel(nullptr);
}

QList<Ui::QuickEntry> sampleEntries(const QString& /*words*/) {
  using Kind = Ui::QuickEntry::Kind;
  return {{Kind::Title, QStringLiteral("Rooms"), {}, {}, Ui::Icon::Door, 0, false},
          {Kind::Room, QStringLiteral("Settlement breaks"), QStringLiteral("Followed"), {}, Ui::Icon::Lock, 5, false},
          {Kind::Room, QStringLiteral("Settlement cut-offs"), QStringLiteral("Not open"), {}, Ui::Icon::Door, 0, false},
          {Kind::Title, QStringLiteral("Messages"), {}, {}, Ui::Icon::Door, 0, false},
          {Kind::Messages,
           QStringLiteral("Search messages for “set”"),
           QStringLiteral("Ctrl+Shift+F"),
           {},
           Ui::Icon::Search,
           0,
           true},
          {Kind::Title, QStringLiteral("Actions"), {}, {}, Ui::Icon::Door, 0, false},
          {Kind::Action,
           QStringLiteral("Find more rooms in “Join a chat room”"),
           QStringLiteral("Ctrl+J"),
           {},
           Ui::Icon::Plus,
           0,
           true}};
}

void shootPopups(Screenshots& shots) {
  QWidget window;
  window.resize(1280, 800);
  auto* popup = new Ui::QuickSwitch(shots.themes(), sampleEntries, &window);
  popup->setAttribute(Qt::WA_DeleteOnClose, false);
  popup->popUp();
  popup->findChild<QLineEdit*>()->setText(QStringLiteral("set"));
  shots.save(*popup, QStringLiteral("11-quick-switch"));
  Ui::EmoticonPopup emoticons(shots.themes(), nullptr);
  emoticons.setAttribute(Qt::WA_DeleteOnClose, false);
  shots.save(emoticons, QStringLiteral("emoticons"));
  Ui::KeyboardList keys(shots.themes(), nullptr);
  shots.save(keys, QStringLiteral("keyboard-list"));
}

}  // namespace

void shootMain(Screenshots& shots) {
  shootRoom(shots);
  shootComposerStates(shots);
  shootWelcome(shots);
  shootJoin(shots);
  shootRequests(shots);
  shootSearch(shots);
  shootPopups(shots);
}

}  // namespace Parlour::Gui
