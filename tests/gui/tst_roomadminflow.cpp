// SPDX-License-Identifier: Apache-2.0
#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QTest>

#include "app/ui/join/JoinDialog.h"
#include "app/ui/join/RoomDetailPane.h"
#include "app/ui/mainwindow/MainActions.h"
#include "app/ui/mainwindow/RoomHeader.h"
#include "app/ui/manage/ConfirmDialog.h"
#include "app/ui/manage/FieldBox.h"
#include "app/ui/manage/ManageFoot.h"
#include "app/ui/manage/ManageRoomDialog.h"
#include "app/ui/manage/PeoplePanel.h"
#include "app/ui/manage/PeoplePicker.h"
#include "app/ui/manage/RoomForm.h"
#include "app/ui/quickswitch/QuickSwitch.h"
#include "app/ui/roompane/RoomPane.h"
#include "app/ui/timeline/TimelineView.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/ConnectionBar.h"
#include "app/ui/widgets/LinkButton.h"
#include "app/ui/widgets/SearchField.h"
#include "app/ui/widgets/Toast.h"
#include "tests/gui/Desk.h"
#include "tests/gui/GuiTest.h"
#include "tests/integration/host/Await.h"

namespace tst_roomadminflow {

using namespace Parlour;
using namespace Parlour::Tests;
using namespace Parlour::Ui;
using Core::RoomRole;

namespace {

// Ada may create rooms and manages one; Bo manages too.
QByteArray yardOrganisation() {
  return R"({
  "domain": "orchard.example", "name": "Orchard",
  "users": [
    {"address": "ada", "name": "Ada Quince", "password": "pw-ada"},
    {"address": "bo", "name": "Bo Medlar", "password": "pw-bo"},
    {"address": "cy", "name": "Cy Sorb", "password": "pw-cy"},
    {"address": "dot", "name": "Dot Damson", "password": "pw-dot"}],
  "categories": [
    {"name": "Sea", "allowed": ["everyone"], "creators": ["ada"], "history": true, "invitations": true},
    {"name": "Land", "allowed": ["ada", "bo"], "creators": ["ada"], "history": true}],
  "rooms": [
    {"name": "Tide tables", "description": "When the boats can leave", "category": "Sea", "privacy": "open"},
    {"name": "Crew rota", "description": "Who sails when", "category": "Sea", "privacy": "closed",
     "members": ["ada", "bo", "cy"], "managers": ["ada", "bo"]},
    {"name": "Harbour board", "category": "Sea", "privacy": "closed", "members": ["bo"], "managers": ["bo"]},
    {"name": "Town hall", "type": "auditorium", "category": "Sea", "privacy": "closed", "members": ["ada", "bo"],
     "presenters": ["bo"], "managers": ["bo"]}]})";
}

}  // namespace

// Rooms created, staffed, changed and ended through the windows, on the real server.
class RoomAdminFlowTest : public QObject, private Desk {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup();
  void createsARoomAndStaffsIt();
  void changesReachTheOthers();
  void takenNameIsSaidAtTheName();
  void changedMeanwhileIsLoadedAgain();
  void movingDropsWhomTheCategoryForbids();
  void removalIsSaidAndEndsPosting();
  void disabledRoomKeepsItsHistory();
  void deletingIsForAdministrators();
  void closedRoomsNameWhomToAsk();
  void becomingManagerShowsTheButton();
  void linkToAMessageLeadsThere();

 private:
  ManageRoomDialog* manageDialog();
  void manageRoom(const QString& words);
  void findAndAdd(ManageRoomDialog& dialog, const QString& words);
  void editAsBo(ClientHost& bo, const QString& room, const std::function<void(Core::RoomEdit&)>& change);
  QString barText() { return window().roomPage()->roomBar()->accessibleName(); }
};

void RoomAdminFlowTest::init() { startDesk(yardOrganisation()); }

void RoomAdminFlowTest::cleanup() { endDesk(); }

ManageRoomDialog* RoomAdminFlowTest::manageDialog() {
  for (ManageRoomDialog* dialog : window().findChildren<ManageRoomDialog*>()) {
    if (dialog->isVisible()) {
      return dialog;
    }
  }
  return nullptr;
}

void RoomAdminFlowTest::manageRoom(const QString& words) {
  openByJoinDialog(words);
  QTRY_VERIFY(window().roomPane()->manageButton()->isVisible());
  QTest::mouseClick(window().roomPane()->manageButton(), Qt::LeftButton);
  QTRY_VERIFY(manageDialog());
}

void RoomAdminFlowTest::findAndAdd(ManageRoomDialog& dialog, const QString& words) {
  QLineEdit* field = dialog.people()->picker()->field();
  field->setFocus();
  QTest::keyClicks(field, words);
  QTest::keyClick(field, Qt::Key_Return);
  QTRY_VERIFY(dialog.people()->picker()->results()->isVisible());
  QTest::keyClick(field, Qt::Key_Return);
  QVERIFY(field->text().isEmpty());
}

// As another manager would at the same time.
void RoomAdminFlowTest::editAsBo(ClientHost& bo, const QString& room,
                                 const std::function<void(Core::RoomEdit&)>& change) {
  const RoomUri uri = findRoom(bo, room);
  const auto details = await(bo->admin().details(uri));
  QVERIFY2(details.ok(), details.ok() ? "" : qPrintable(details.error().text));
  Core::RoomEdit edit;
  edit.readOn = details->summary.updatedOn;
  change(edit);
  const auto done = await(bo->admin().modify(uri, edit));
  QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().text));
}

void RoomAdminFlowTest::createsARoomAndStaffsIt() {
  ClientHost bo("laptop");
  signIn(bo, "bo");
  QTRY_VERIFY(window().commands()->createRoom->isVisible());
  QTest::keyClick(&window(), Qt::Key_J, Qt::ControlModifier);
  auto* join = window().findChild<JoinDialog*>();
  QVERIFY(join && join->createButton()->isVisible());
  QTest::mouseClick(join->createButton(), Qt::LeftButton);
  QTRY_VERIFY(manageDialog());
  ManageRoomDialog& dialog = *manageDialog();
  QTest::keyClicks(dialog.form()->nameField(), QStringLiteral("Boat yard"));
  QTest::keyClicks(dialog.form()->topicField(), QStringLiteral("Planks and tar"));
  dialog.form()->categoryField()->setFocus();
  QTest::keyClick(dialog.form()->categoryField(), Qt::Key_Down);
  findAndAdd(dialog, QStringLiteral("bo"));
  QTest::mouseClick(dialog.foot()->deedButton(), Qt::LeftButton);
  QTRY_VERIFY_WITH_TIMEOUT(window().windowTitle().startsWith(QStringLiteral("Boat yard")), 10'000);
  QTRY_VERIFY(!manageDialog());
  QTRY_VERIFY(window().roomPane()->manageButton()->isVisible());
  QVERIFY(composer().isVisible());
  QVERIFY(!ada_->room(QStringLiteral("Boat yard"))->isFollowed());
  auto* follow = window().toasts()->findChild<LinkButton*>();
  QVERIFY(follow);
  QCOMPARE(follow->text(), QStringLiteral("Follow"));
  QTest::mouseClick(follow, Qt::LeftButton);
  QTRY_VERIFY(ada_->room(QStringLiteral("Boat yard"))->isFollowed());
  const auto invited = [&bo] {
    const QList<Core::Invitation>& all = bo->invitations();
    return std::any_of(all.begin(), all.end(),
                       [](const Core::Invitation& one) { return one.room.name == QStringLiteral("Boat yard"); });
  };
  QTRY_VERIFY(invited());
  QVERIFY(await(bo->open(ada_->room(QStringLiteral("Boat yard"))->uri())).ok());
}

void RoomAdminFlowTest::changesReachTheOthers() {
  ClientHost cy("laptop");
  signIn(cy, "cy");
  QVERIFY(await(cy->open(findRoom(cy, QStringLiteral("Crew rota")))).ok());
  manageRoom(QStringLiteral("crew"));
  ManageRoomDialog& dialog = *manageDialog();
  QTest::keyClicks(dialog.form()->topicField(), QStringLiteral("Neap tide"));
  dialog.form()->nameField()->selectAll();
  QTest::keyClicks(dialog.form()->nameField(), QStringLiteral("Crew and boats"));
  QTest::keyClick(dialog.form()->nameField(), Qt::Key_Return);
  QTRY_VERIFY(!manageDialog());
  QTRY_COMPARE(window().roomPage()->header()->accessibleName(), QStringLiteral("Crew and boats"));
  QTRY_VERIFY(cy.room(QStringLiteral("Crew and boats")));
  QCOMPARE(cy.room(QStringLiteral("Crew and boats"))->summary().topic, QStringLiteral("Neap tide"));
}

void RoomAdminFlowTest::takenNameIsSaidAtTheName() {
  manageRoom(QStringLiteral("crew"));
  ManageRoomDialog& dialog = *manageDialog();
  dialog.form()->nameField()->selectAll();
  QTest::keyClicks(dialog.form()->nameField(), QStringLiteral("Town hall"));
  QTest::mouseClick(dialog.foot()->deedButton(), Qt::LeftButton);
  QTRY_VERIFY(!dialog.form()->box(RoomField::Name)->problem().isEmpty());
  QVERIFY(dialog.isVisible());
  QCOMPARE(dialog.form()->nameField()->text(), QStringLiteral("Town hall"));
}

void RoomAdminFlowTest::changedMeanwhileIsLoadedAgain() {
  ClientHost bo("laptop");
  signIn(bo, "bo");
  manageRoom(QStringLiteral("crew"));
  ManageRoomDialog& dialog = *manageDialog();
  QTest::keyClicks(dialog.form()->topicField(), QStringLiteral("Neap tide"));
  editAsBo(bo, QStringLiteral("Crew rota"), [](Core::RoomEdit& edit) { edit.description = QStringLiteral("By week"); });
  QTest::mouseClick(dialog.foot()->deedButton(), Qt::LeftButton);
  QTRY_VERIFY(dialog.foot()->againButton()->isVisible());
  QTest::mouseClick(dialog.foot()->againButton(), Qt::LeftButton);
  QTRY_COMPARE(dialog.model().values().description, QStringLiteral("By week"));
  QCOMPARE(dialog.model().changes(), QStringList{QStringLiteral("topic")});
  QTest::mouseClick(dialog.foot()->deedButton(), Qt::LeftButton);
  QTRY_VERIFY(!manageDialog());
  QTRY_COMPARE(ada_->room(QStringLiteral("Crew rota"))->summary().topic, QStringLiteral("Neap tide"));
}

void RoomAdminFlowTest::movingDropsWhomTheCategoryForbids() {
  manageRoom(QStringLiteral("crew"));
  ManageRoomDialog& dialog = *manageDialog();
  QComboBox* category = dialog.form()->categoryField();
  QVERIFY(category->isEnabled());
  category->setFocus();
  QTest::keyClick(category, category->currentText() == QLatin1String("Land") ? Qt::Key_Up : Qt::Key_Down);
  if (category->currentText() != QLatin1String("Land")) {
    QTest::keyClick(category, Qt::Key_Up);
  }
  QCOMPARE(category->currentText(), QStringLiteral("Land"));
  QTest::mouseClick(dialog.foot()->deedButton(), Qt::LeftButton);
  QTRY_VERIFY(dialog.findChild<ConfirmDialog*>());
  ConfirmDialog& asked = *dialog.findChild<ConfirmDialog*>();
  QVERIFY2(asked.accessibleDescription().contains(QStringLiteral("Cy Sorb")),
           qPrintable(asked.accessibleDescription()));
  QVERIFY(!asked.accessibleDescription().contains(QStringLiteral("Bo Medlar")));
  QTest::mouseClick(asked.deedButton(), Qt::LeftButton);
  QTRY_VERIFY(!manageDialog());
  const auto after = await(ada_->client().admin().details(ada_->room(QStringLiteral("Crew rota"))->uri()));
  QVERIFY(after.ok());
  QCOMPARE(after->members.size(), 2);
  QCOMPARE(after->summary.categoryName, QStringLiteral("Land"));
}

void RoomAdminFlowTest::removalIsSaidAndEndsPosting() {
  ClientHost bo("laptop");
  signIn(bo, "bo");
  openByJoinDialog(QStringLiteral("town"));
  QVERIFY(!window().roomPage()->roomBar()->isVisible());
  editAsBo(bo, QStringLiteral("Town hall"), [](Core::RoomEdit& edit) {
    edit.roles = {Core::RoleEdit{RoomRole::Member, {}, {"sip:ada@orchard.example"}}};
  });
  QTRY_VERIFY(window().roomPage()->roomBar()->isVisible());
  QVERIFY2(barText().startsWith(QStringLiteral("You were removed from this room.")), qPrintable(barText()));
  QVERIFY(!composer().isVisible());
  QCOMPARE(window().roomPage()->composer()->accessibleName(), QStringLiteral("You were removed from this room."));
}

void RoomAdminFlowTest::disabledRoomKeepsItsHistory() {
  openByJoinDialog(QStringLiteral("crew"));
  QTest::keyClicks(&composer(), QStringLiteral("High water at six"));
  QTest::keyClick(&composer(), Qt::Key_Return);
  QTRY_COMPARE(window().roomPage()->timeline()->model()->rowCount(), 1);
  QTRY_VERIFY(window().roomPane()->manageButton()->isVisible());
  QTest::mouseClick(window().roomPane()->manageButton(), Qt::LeftButton);
  QTRY_VERIFY(manageDialog());
  ManageRoomDialog& dialog = *manageDialog();
  QTest::mouseClick(dialog.form()->disableButton(), Qt::LeftButton);
  QTest::mouseClick(dialog.findChild<ConfirmDialog*>()->deedButton(), Qt::LeftButton);
  QTRY_COMPARE(dialog.form()->disableButton()->text(), QStringLiteral("Enable"));
  QTest::mouseClick(dialog.foot()->cancelButton(), Qt::LeftButton);
  QTRY_VERIFY(window().roomPage()->roomBar()->isVisible());
  QCOMPARE(barText(), QStringLiteral("This room was disabled by a manager. You can read its history."));
  QVERIFY(window().roomPage()->timeline()->isVisible());
  QCOMPARE(window().roomPage()->timeline()->model()->rowCount(), 1);
  QVERIFY(!composer().isVisible());
}

void RoomAdminFlowTest::deletingIsForAdministrators() {
  manageRoom(QStringLiteral("crew"));
  ManageRoomDialog& dialog = *manageDialog();
  QTest::mouseClick(dialog.form()->deleteButton(), Qt::LeftButton);
  QTest::mouseClick(dialog.findChild<ConfirmDialog*>()->deedButton(), Qt::LeftButton);
  const auto said = [&dialog] {
    const QList<ProblemLine*> lines = dialog.form()->findChildren<ProblemLine*>();
    return std::any_of(lines.begin(), lines.end(), [](const ProblemLine* line) { return line->isVisible(); });
  };
  QTRY_VERIFY(said());
  QVERIFY(dialog.isVisible());
  QVERIFY(ada_->room(QStringLiteral("Crew rota")));
}

void RoomAdminFlowTest::closedRoomsNameWhomToAsk() {
  QTest::keyClick(&window(), Qt::Key_J, Qt::ControlModifier);
  auto* join = window().findChild<JoinDialog*>();
  QVERIFY(join);
  QTest::keyClicks(join->field(), QStringLiteral("harbour"));
  QTest::keyClick(join->field(), Qt::Key_Return);
  QTRY_VERIFY(join->list()->isVisible());
  QTRY_COMPARE(join->detail()->refusal(), QStringLiteral("Members only. Ask Bo Medlar."));
  QVERIFY(!join->detail()->openButton()->isEnabled());
  join->field()->setFocus();
  join->field()->selectAll();
  QTest::keyClicks(join->field(), QStringLiteral("crew"));
  QTest::keyClick(join->field(), Qt::Key_Return);
  QTRY_VERIFY(join->detail()->openButton()->isEnabled());
  QTest::keyClick(join, Qt::Key_Escape);
}

void RoomAdminFlowTest::becomingManagerShowsTheButton() {
  ClientHost bo("laptop");
  signIn(bo, "bo");
  openByJoinDialog(QStringLiteral("town"));
  QVERIFY(!window().roomPane()->manageButton()->isVisible());
  QVERIFY(!window().commands()->manageRoom->isEnabled());
  QVERIFY(!composer().isVisible());
  editAsBo(bo, QStringLiteral("Town hall"), [](Core::RoomEdit& edit) {
    edit.roles = {Core::RoleEdit{RoomRole::Manager, {"sip:ada@orchard.example"}, {}},
                  Core::RoleEdit{RoomRole::Presenter, {"sip:ada@orchard.example"}, {}}};
  });
  QTRY_VERIFY(window().roomPane()->manageButton()->isVisible());
  QTRY_VERIFY(window().commands()->manageRoom->isEnabled());
  QTRY_VERIFY(composer().isVisible());
}

void RoomAdminFlowTest::linkToAMessageLeadsThere() {
  openByJoinDialog(QStringLiteral("tide"));
  QTest::keyClicks(&composer(), QStringLiteral("High water at six"));
  QTest::keyClick(&composer(), Qt::Key_Return);
  QTRY_VERIFY(ada_->room(QStringLiteral("Tide tables"))->timeline().newestChatId() != 0);
  const Core::RoomLink link{ada_->room(QStringLiteral("Tide tables"))->uri(),
                            ada_->room(QStringLiteral("Tide tables"))->timeline().newestChatId()};
  openByJoinDialog(QStringLiteral("crew"));
  QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
  auto* popup = window().findChild<QuickSwitch*>();
  QVERIFY(popup);
  auto* field = popup->findChild<QLineEdit*>();
  QTest::keyClicks(field, link.toString());
  QTest::keyClick(field, Qt::Key_Return);
  QTRY_VERIFY(window().windowTitle().startsWith(QStringLiteral("Tide tables")));
  TimelineView& timeline = *window().roomPage()->timeline();
  QTRY_COMPARE(timeline.currentIndex().data(Qt::DisplayRole).toString(), QStringLiteral("High water at six"));
}

PARLOUR_GUI_TEST(RoomAdminFlowTest)

}  // namespace tst_roomadminflow

#include "tst_roomadminflow.moc"
