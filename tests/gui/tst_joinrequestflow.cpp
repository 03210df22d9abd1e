// SPDX-License-Identifier: Apache-2.0
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

#include "app/models/Roles.h"
#include "app/ui/join/AskToJoinDialog.h"
#include "app/ui/join/JoinDialog.h"
#include "app/ui/join/JoinRequestCard.h"
#include "app/ui/join/JoinRequestsDialog.h"
#include "app/ui/join/RoomDetailPane.h"
#include "app/ui/roomlist/RoomListView.h"
#include "app/ui/roomlist/Sidebar.h"
#include "app/ui/roompane/RoomPane.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/IconButton.h"
#include "app/ui/widgets/LinkButton.h"
#include "app/ui/widgets/SearchField.h"
#include "app/ui/widgets/Toast.h"
#include "tests/gui/Desk.h"
#include "tests/gui/GuiTest.h"
#include "tests/integration/host/Await.h"

namespace tst_joinrequestflow {

using namespace Parlour;
using namespace Parlour::Tests;
using namespace Parlour::Ui;

namespace {

// Ada manages one closed room and does not belong to the other.
QByteArray closedOrganisation() {
  return R"({
  "domain": "orchard.example", "name": "Orchard",
  "users": [
    {"address": "ada", "name": "Ada Quince", "password": "pw-ada"},
    {"address": "bo", "name": "Bo Medlar", "password": "pw-bo"}],
  "categories": [
    {"name": "Sea", "allowed": ["everyone"], "history": true, "invitations": true}],
  "rooms": [
    {"name": "Crew rota", "category": "Sea", "privacy": "closed", "members": ["ada"], "managers": ["ada"]},
    {"name": "Harbour board", "category": "Sea", "privacy": "closed", "members": ["bo"], "managers": ["bo"]}]})";
}

}  // namespace

// Asking to be let into a closed room and answering that, through the windows, on the real server.
class JoinRequestFlowTest : public QObject, private Desk {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup();
  void askedAndLetIn();
  void askedAndDeclined();
  void withdrawn();
  void theManagerSeesAndAnswers();
  void theRoomSaysThatSomebodyAsks();
  void refusedLinksOfferToAsk();

 private:
  JoinDialog* findHarbour();
  void askForHarbour();
  int rowOf(Models::RoomListRow::Kind kind) const;
  bool toastSays(const QString& words) const;

  std::unique_ptr<ClientHost> bo_;
};

void JoinRequestFlowTest::init() {
  startDesk(closedOrganisation());
  bo_ = std::make_unique<ClientHost>("laptop");
  signIn(*bo_, "bo");
  QTRY_VERIFY((*bo_)->joinRequests().isSupported());
  QTRY_VERIFY(ada_->client().joinRequests().isSupported());
}

void JoinRequestFlowTest::cleanup() {
  bo_.reset();
  endDesk();
}

JoinDialog* JoinRequestFlowTest::findHarbour() {
  QTest::keyClick(&window(), Qt::Key_J, Qt::ControlModifier);
  auto* join = window().findChild<JoinDialog*>();
  if (!join) return nullptr;
  QTest::keyClicks(join->field(), QStringLiteral("harbour"));
  QTest::keyClick(join->field(), Qt::Key_Return);
  return join;
}

void JoinRequestFlowTest::askForHarbour() {
  JoinDialog* join = findHarbour();
  QVERIFY(join);
  QTRY_VERIFY(join->detail()->askButton()->isVisible());
  QTest::mouseClick(join->detail()->askButton(), Qt::LeftButton);
  auto* ask = join->findChild<AskToJoinDialog*>();
  QVERIFY(ask);
  QTest::keyClicks(ask->field(), QStringLiteral("I keep the books"));
  QTest::keyClick(ask->field(), Qt::Key_Return);
  QTRY_VERIFY(join->detail()->withdrawButton()->isVisible());
  QTRY_COMPARE((*bo_)->joinRequests().toAnswer().size(), 1);
}

int JoinRequestFlowTest::rowOf(Models::RoomListRow::Kind kind) const {
  const QAbstractItemModel& rows = *controller_->window().sidebar()->rooms()->model();
  for (int i = 0; i < rows.rowCount(); ++i) {
    if (rows.index(i, 0).data(Models::RowRole).value<Models::RoomListRow>().kind == kind) return i;
  }
  return -1;
}

bool JoinRequestFlowTest::toastSays(const QString& words) const {
  for (const QWidget* toast : controller_->window().toasts()->findChildren<QWidget*>()) {
    if (toast->isVisible() && toast->accessibleName().contains(words)) return true;
  }
  return false;
}

void JoinRequestFlowTest::askedAndLetIn() {
  askForHarbour();
  const Core::JoinRequest request = (*bo_)->joinRequests().toAnswer().first();
  QCOMPARE(request.userName, QStringLiteral("Ada Quince"));
  QCOMPARE(request.words, QStringLiteral("I keep the books"));
  QVERIFY(await((*bo_)->joinRequests().answer(request.room, request.user, true)).ok());
  QTRY_VERIFY(toastSays(QStringLiteral("You are a member of Harbour board now.")));
  QTRY_VERIFY(rowOf(Models::RoomListRow::Kind::Invitation) >= 0);
  QVERIFY(ada_->client().joinRequests().mine().isEmpty());
  QVERIFY(await(ada_->client().open(request.room)).ok());
}

void JoinRequestFlowTest::askedAndDeclined() {
  askForHarbour();
  const Core::JoinRequest request = (*bo_)->joinRequests().toAnswer().first();
  QVERIFY(await((*bo_)->joinRequests().answer(request.room, request.user, false)).ok());
  QTRY_VERIFY(toastSays(QStringLiteral("A manager declined your request to join Harbour board.")));
  auto* join = window().findChild<JoinDialog*>();
  QTRY_VERIFY(join->detail()->askButton()->isVisible());  // asking again is possible
}

void JoinRequestFlowTest::withdrawn() {
  askForHarbour();
  auto* join = window().findChild<JoinDialog*>();
  QTest::mouseClick(join->detail()->withdrawButton(), Qt::LeftButton);
  QTRY_VERIFY(join->detail()->askButton()->isVisible());
  QTRY_VERIFY((*bo_)->joinRequests().toAnswer().isEmpty());
}

void JoinRequestFlowTest::theManagerSeesAndAnswers() {
  const RoomUri crew = findRoom(*bo_, QStringLiteral("Crew rota"));
  QVERIFY(await((*bo_)->joinRequests().ask(crew, QStringLiteral("I sail on Fridays"))).ok());
  QTRY_VERIFY(toastSays(QStringLiteral("Bo Medlar asks to join")));
  const int row = rowOf(Models::RoomListRow::Kind::Request);
  QVERIFY(row >= 0);
  RoomListView& list = *window().sidebar()->rooms();
  list.setFocus();
  list.setCurrentIndex(list.model()->index(row, 0));
  QTest::keyClick(&list, Qt::Key_Return);
  auto* review = window().findChild<JoinRequestsDialog*>();
  QVERIFY(review);
  QCOMPARE(review->cards().size(), 1);
  QCOMPARE(review->cards().first()->request().words, QStringLiteral("I sail on Fridays"));
  QSignalSpy ended(&bo_->client(), &Core::Client::joinRequestEnded);
  QTest::mouseClick(review->cards().first()->grantButton(), Qt::LeftButton);
  QTRY_COMPARE(ended.size(), 1);
  QTRY_VERIFY(toastSays(QStringLiteral("Bo Medlar is a member now")));
  QTRY_COMPARE(rowOf(Models::RoomListRow::Kind::Request), -1);
  QTRY_VERIFY(!window().findChild<JoinRequestsDialog*>());
  QVERIFY(await((*bo_)->open(crew)).ok());
}

void JoinRequestFlowTest::theRoomSaysThatSomebodyAsks() {
  const RoomUri crew = findRoom(*bo_, QStringLiteral("Crew rota"));
  openByJoinDialog(QStringLiteral("crew"));
  LinkButton& line = *window().roomPane()->requestsButton();
  QVERIFY(!line.isVisible());
  QVERIFY(await((*bo_)->joinRequests().ask(crew, QString())).ok());
  QTRY_VERIFY(line.isVisible());
  QTest::mouseClick(&line, Qt::LeftButton);
  auto* review = window().findChild<JoinRequestsDialog*>();
  QVERIFY(review);
  QTest::mouseClick(review->cards().first()->declineButton(), Qt::LeftButton);
  QTRY_VERIFY(!line.isVisible());
  QTRY_VERIFY((*bo_)->joinRequests().mine().isEmpty());
}

// A link tells no more than an address: what the room is called comes from the server.
void JoinRequestFlowTest::refusedLinksOfferToAsk() {
  const RoomUri harbour = findRoom(*bo_, QStringLiteral("Harbour board"));
  controller_->openRoom(harbour, false);
  QTRY_VERIFY(toastSays(QStringLiteral("The room did not open")));
  auto* offer = window().toasts()->findChild<LinkButton*>();
  QVERIFY(offer);
  QVERIFY(window().toasts()->findChild<IconButton*>());  // who does not want to can close it
  QTest::mouseClick(offer, Qt::LeftButton);
  QTRY_VERIFY(window().findChild<AskToJoinDialog*>());
  auto* ask = window().findChild<AskToJoinDialog*>();
  QTest::mouseClick(ask->askButton(), Qt::LeftButton);
  QTRY_COMPARE((*bo_)->joinRequests().toAnswer().size(), 1);
  QTRY_VERIFY(toastSays(QStringLiteral("when a manager of Harbour board has answered")));
  controller_->openRoom(harbour, false);
  QTRY_VERIFY(toastSays(QStringLiteral("You asked to join this room.")));
}

PARLOUR_GUI_TEST(JoinRequestFlowTest)

}  // namespace tst_joinrequestflow

#include "tst_joinrequestflow.moc"
