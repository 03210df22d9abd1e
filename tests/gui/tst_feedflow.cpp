// SPDX-License-Identifier: Apache-2.0
#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>
#include <QTest>

#include "app/models/Roles.h"
#include "app/ui/feeds/CheckList.h"
#include "app/ui/feeds/FeedController.h"
#include "app/ui/feeds/FeedDialog.h"
#include "app/ui/feeds/FeedPage.h"
#include "app/ui/mainwindow/MainActions.h"
#include "app/ui/manage/ConfirmDialog.h"
#include "app/ui/notify/DigestList.h"
#include "app/ui/preferences/KeywordField.h"
#include "app/ui/roomlist/RoomListView.h"
#include "app/ui/roomlist/Sidebar.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/IconButton.h"
#include "tests/gui/Desk.h"
#include "tests/gui/GuiTest.h"
#include "tests/integration/host/Await.h"

namespace tst_feedflow {

using namespace Parlour;
using namespace Parlour::Tests;
using namespace Parlour::Ui;

namespace {

constexpr int kPatienceMs = 20'000;

QByteArray quayOrganisation() {
  return R"({
  "domain": "orchard.example", "name": "Orchard",
  "users": [
    {"address": "ada", "name": "Ada Quince", "password": "pw-ada"},
    {"address": "bo", "name": "Bo Medlar", "password": "pw-bo"}],
  "categories": [{"name": "Sea", "allowed": ["everyone"], "history": true}],
  "rooms": [
    {"name": "Tide tables", "category": "Sea", "privacy": "open"},
    {"name": "Crew rota", "category": "Sea", "privacy": "open"}]})";
}

}  // namespace

// A topic feed in the window of one person, filled by another, on the real server: made by keyboard, live, after the
// wire was cut, after a restart.
class FeedFlowTest : public QObject, private Desk {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup();
  void fillsLiveAndAfterAReconnect();
  void countsUntilItIsOnTheScreen();
  void changesAskOnceBeforeTheyAreLost();
  void isDeletedAfterAQuestion();
  void opensTheRoomAtTheMessage();

 private:
  void makeFeed(const char* name, const char* word);
  FeedDialog* dialog() {
    for (FeedDialog* dialog : window().findChildren<FeedDialog*>()) {
      if (dialog->isVisible()) return dialog;
    }
    return nullptr;
  }
  Models::RoomListRow line(const QString& text) const {
    const QAbstractItemModel& rows = *controller_->window().sidebar()->rooms()->model();
    for (int i = 0; i < rows.rowCount(); ++i) {
      const auto row = rows.index(i, 0).data(Models::RowRole).value<Models::RoomListRow>();
      if (row.kind == Models::RoomListRow::Kind::Feed && row.text == text) return row;
    }
    return {};
  }
  QStringList shown() {
    QStringList lines;
    const QAbstractItemModel& rows = *window().feed()->list()->model();
    for (int i = 0; i < rows.rowCount(); ++i) {
      const auto row = rows.index(i, 0).data(Models::RowRole).value<Models::DigestRow>();
      lines.append(row.room.name + QStringLiteral(": ") + row.message.text);
    }
    return lines;
  }
  void say(const RoomUri& room, const char* text) { (*bo_)->post(room, QString::fromUtf8(text)); }

  std::unique_ptr<Relay> wire_;
  std::unique_ptr<ClientHost> bo_;
  RoomUri tides_;
  RoomUri crew_;
};

void FeedFlowTest::init() {
  server_ = std::make_unique<ServerHost>(quayOrganisation());
  QVERIFY(server_->start().ok());
  wire_ = std::make_unique<Relay>(server_->port());
  ada_ = std::make_unique<ClientHost>("desk");
  themes_ = std::make_unique<ThemeManager>();
  profile_ = std::make_unique<QTemporaryDir>();
  settings_ = std::make_unique<QSettings>(profile_->filePath(QStringLiteral("ui.ini")), QSettings::IniFormat);
  controller_ = std::make_unique<MainController>(ada_->client(), *themes_, *settings_);
  ada_->signIn("sip:ada@orchard.example", wire_->port(), QStringLiteral("pw-ada"));
  QTRY_VERIFY_WITH_TIMEOUT(ada_->isSignedIn(), kPatienceMs);
  bo_ = std::make_unique<ClientHost>("laptop");
  signIn(*bo_, "bo");
  tides_ = findRoom(*bo_, QStringLiteral("Tide tables"));
  crew_ = findRoom(*bo_, QStringLiteral("Crew rota"));
  for (const RoomUri& room : {tides_, crew_}) {
    QVERIFY(await((*bo_)->open(room)).ok());
    QVERIFY(await(ada_->client().follow(room, QStringLiteral("room"))).ok());
    QTRY_VERIFY_WITH_TIMEOUT(ada_->client().room(room), kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(ada_->client().room(room)->joinState(), Core::JoinState::Joined, kPatienceMs);
  }
  window().resize(1280, 800);
  window().show();
  QVERIFY(QTest::qWaitForWindowActive(&window()));
}

void FeedFlowTest::cleanup() {
  bo_.reset();
  endDesk();
  wire_.reset();
}

void FeedFlowTest::makeFeed(const char* name, const char* word) {
  window().commands()->newFeed->trigger();
  FeedDialog* made = dialog();
  QVERIFY(made);
  QTest::keyClicks(made->name(), QLatin1String(name));
  QTest::keyClicks(made->words()->edit(), QLatin1String(word));
  QTest::keyClick(made->words()->edit(), Qt::Key_Return);
  QCOMPARE(made->words()->keywords(), QStringList{QLatin1String(word)});
  QTest::mouseClick(made->saveButton(), Qt::LeftButton);
  QVERIFY2(!dialog(), qPrintable(made->problem()));
  QCOMPARE(window().page(), MainWindow::Page::Feed);
  QCOMPARE(window().feed()->title(), QLatin1String(name));
}

void FeedFlowTest::fillsLiveAndAfterAReconnect() {
  makeFeed("Limits", "limit");
  QAbstractItemModelTester tester(window().feed()->list()->model(),
                                  QAbstractItemModelTester::FailureReportingMode::QtTest);
  say(tides_, "nothing");
  say(tides_, "the limit is 40");
  QTRY_COMPARE_WITH_TIMEOUT(shown(), QStringList{QStringLiteral("Tide tables: the limit is 40")}, kPatienceMs);
  wire_->cut();
  QTRY_VERIFY_WITH_TIMEOUT(!ada_->isSignedIn(), kPatienceMs);
  say(crew_, "a LIMIT while ada was away");
  say(crew_, "unlimited");
  QTRY_COMPARE_WITH_TIMEOUT((*bo_)->room(crew_)->newestKnown(), ChatId{2}, kPatienceMs);
  QVERIFY(wire_->mend());
  ada_->client().retryNow();
  const QStringList all{QStringLiteral("Crew rota: a LIMIT while ada was away"),
                        QStringLiteral("Tide tables: the limit is 40")};
  QTRY_COMPARE_WITH_TIMEOUT(shown(), all, kPatienceMs);
  say(tides_, "limit again");
  QTRY_COMPARE_WITH_TIMEOUT(shown().first(), QStringLiteral("Tide tables: limit again"), kPatienceMs);
  keep(QStringLiteral("feed-flow"), "feed", window());
  // The next window of the same profile has it again.
  controller_.reset();
  controller_ = std::make_unique<MainController>(ada_->client(), *themes_, *settings_);
  const QString id = line(QStringLiteral("Limits")).feed;
  QVERIFY(!id.isEmpty());
  controller_->feeds().show(id);
  QTRY_COMPARE_WITH_TIMEOUT(shown().size(), 3, kPatienceMs);
}

void FeedFlowTest::countsUntilItIsOnTheScreen() {
  makeFeed("Limits", "limit");
  window().showPage(MainWindow::Page::Welcome);
  say(crew_, "limit one");
  say(tides_, "limit two");
  QTRY_COMPARE_WITH_TIMEOUT(line(QStringLiteral("Limits")).unread, 2, kPatienceMs);
  QCOMPARE(line(QStringLiteral("About you")).unread, 0);
  say(tides_, "Ada Quince, your limit");
  QTRY_COMPARE_WITH_TIMEOUT(line(QStringLiteral("About you")).unread, 1, kPatienceMs);
  activateWindow();
  Q_EMIT window().sidebar()->rooms()->feedActivated(line(QStringLiteral("Limits")).feed);
  QTRY_COMPARE(line(QStringLiteral("Limits")).unread, 0);
  QCOMPARE(shown().size(), 3);
  QCOMPARE(line(QStringLiteral("About you")).unread, 1);
}

void FeedFlowTest::changesAskOnceBeforeTheyAreLost() {
  say(tides_, "limit before");
  QTRY_COMPARE_WITH_TIMEOUT(ada_->client().room(tides_)->newestKnown(), ChatId{1}, kPatienceMs);
  window().commands()->newFeed->trigger();
  FeedDialog* made = dialog();
  QVERIFY(made);
  QTest::mouseClick(made->saveButton(), Qt::LeftButton);
  QCOMPARE(made->problem(), QStringLiteral("Give the feed a name."));
  QTest::keyClicks(made->words()->edit(), QStringLiteral("limit"));
  QTest::keyClick(made->words()->edit(), Qt::Key_Return);
  QTRY_COMPARE(made->preview()->model()->rowCount(), 1);
  QTest::keyClicks(made->people()->edit(), QStringLiteral("somebody else"));
  QTest::keyClick(made->people()->edit(), Qt::Key_Return);
  QVERIFY(made->problem().contains(QStringLiteral("somebody else")));
  QTest::keyClicks(made->people()->edit(), QStringLiteral("Bo Medlar"));
  QTest::keyClick(made->people()->edit(), Qt::Key_Return);
  QCOMPARE(made->definition().people, QList<SipUri>{SipUri::fromTrusted("sip:bo@orchard.example")});
  keep(QStringLiteral("feed-flow"), "dialog", *made);
  made->rooms()->item(0)->setCheckState(Qt::Checked);
  QTRY_COMPARE(made->preview()->model()->rowCount(), made->definition().rooms == QList<RoomUri>{tides_} ? 1 : 0);
  made->reject();
  auto* question = made->findChild<ConfirmDialog*>();
  QVERIFY(question && made->isVisible());
  question->cancelButton()->click();
  QTRY_VERIFY(!made->findChild<ConfirmDialog*>());
  QVERIFY(made->isVisible());
  made->reject();
  question = made->findChild<ConfirmDialog*>();
  QVERIFY(question);
  question->deedButton()->click();
  QTRY_VERIFY(!dialog());
  QCOMPARE(controller_->feeds().feeds().ids().size(), 1);
}

void FeedFlowTest::isDeletedAfterAQuestion() {
  makeFeed("Limits", "limit");
  window().feed()->bellButton()->click();
  QVERIFY(line(QStringLiteral("Limits")).muted);
  window().feed()->editButton()->click();
  FeedDialog* edited = dialog();
  QVERIFY(edited);
  QVERIFY(!edited->banner()->isChecked());
  edited->deleteButton()->click();
  auto* question = edited->findChild<ConfirmDialog*>();
  QVERIFY(question);
  question->deedButton()->click();
  QTRY_VERIFY(line(QStringLiteral("Limits")).feed.isEmpty());
  QVERIFY(window().page() != MainWindow::Page::Feed);
}

void FeedFlowTest::opensTheRoomAtTheMessage() {
  makeFeed("Limits", "limit");
  say(crew_, "limit here");
  QTRY_COMPARE_WITH_TIMEOUT(shown().size(), 1, kPatienceMs);
  QListView& list = *window().feed()->list();
  list.setCurrentIndex(list.model()->index(0, 0));
  QTest::keyClick(&list, Qt::Key_Return);
  QTRY_COMPARE(window().page(), MainWindow::Page::Room);
  QTRY_VERIFY(window().windowTitle().startsWith(QStringLiteral("Crew rota")));
}

PARLOUR_GUI_TEST(FeedFlowTest)

}  // namespace tst_feedflow

#include "tst_feedflow.moc"
