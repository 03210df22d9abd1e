// SPDX-License-Identifier: Apache-2.0
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QProcess>
#include <QTest>

#include "app/ui/join/JoinDialog.h"
#include "app/ui/manage/ChoiceCard.h"
#include "app/ui/manage/ConfirmDialog.h"
#include "app/ui/manage/ManageFoot.h"
#include "app/ui/manage/ManageRoomDialog.h"
#include "app/ui/manage/PeoplePanel.h"
#include "app/ui/manage/PeoplePicker.h"
#include "app/ui/manage/RoomForm.h"
#include "app/ui/roompane/RoomPane.h"
#include "app/ui/timeline/TimelineView.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/ConnectionBar.h"
#include "tests/gui/Desk.h"
#include "tests/gui/GuiTest.h"
#include "tests/integration/host/Await.h"
#include "tests/program/Paths.h"

namespace tst_roomstory {

using namespace Parlour;
using namespace Parlour::Tests;
using namespace Parlour::Ui;
using Core::RoomRole;

namespace {

constexpr int kPatienceMs = 20'000;

// Ada creates rooms; Land is for Ada and Bo alone.
QByteArray wharfOrganisation() {
  return R"({
  "domain": "orchard.example", "name": "Orchard",
  "users": [
    {"address": "ada", "name": "Ada Quince", "password": "pw-ada"},
    {"address": "bo", "name": "Bo Medlar", "password": "pw-bo"},
    {"address": "cy", "name": "Cy Sorb", "password": "pw-cy"}],
  "categories": [
    {"name": "Sea", "allowed": ["everyone"], "creators": ["ada"], "history": true, "invitations": true},
    {"name": "Land", "allowed": ["ada", "bo"], "creators": ["ada"], "history": true}],
  "rooms": [
    {"name": "Tide tables", "category": "Sea", "privacy": "open"}]})";
}

const QString kYard = QStringLiteral("Boat yard");

}  // namespace

// One secret auditorium from its making to its end: in the windows of its manager and of a member, on the real server,
// with the administrator's command line beside them. Each step goes on where the one before ended; pictures are kept
// beside the test program.
class RoomStoryTest : public QObject, private Desk {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void cleanupTestCase();
  void isCreatedAsASecretAuditorium();
  void invitesItsMembers();
  void isHiddenFromOthers();
  void presenterPosts();
  void memberIsToldWhyHeMayNotPost();
  void isDisabledByItsManager();
  void isEnabledByTheAdministrator();
  void moveShowsWhoLosesAccess();
  void isDeletedByTheAdministrator();

 private:
  ManageRoomDialog* dialogOf(QWidget& window);
  void add(ManageRoomDialog& dialog, RoomRole role, const QString& words);
  void choose(QComboBox& field, const QString& text);
  void openDialog();
  QString parlourctl(const QStringList& arguments);
  void keep(const char* name, QWidget& widget) { Desk::keep(QStringLiteral("room-story"), name, widget); }
  RoomUri yard() { return ada_->room(kYard)->uri(); }
  Core::Room* yardOfBo() { return bo_->host.room(kYard); }

  std::unique_ptr<Colleague> bo_;
  RoomUri uri_;
};

void RoomStoryTest::initTestCase() {
  startDesk(wharfOrganisation());
  bo_ = seat("bo");
}

void RoomStoryTest::cleanupTestCase() {
  bo_.reset();
  endDesk();
}

ManageRoomDialog* RoomStoryTest::dialogOf(QWidget& window) {
  for (ManageRoomDialog* dialog : window.findChildren<ManageRoomDialog*>()) {
    if (dialog->isVisible()) return dialog;
  }
  return nullptr;
}

void RoomStoryTest::add(ManageRoomDialog& dialog, RoomRole role, const QString& words) {
  dialog.activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(&dialog));
  dialog.people()->showRole(role);
  QLineEdit* field = dialog.people()->picker()->field();
  field->setFocus();
  QTest::keyClicks(field, words);
  QTest::keyClick(field, Qt::Key_Return);
  QTRY_VERIFY(dialog.people()->picker()->results()->isVisible());
  QTest::keyClick(field, Qt::Key_Return);
}

// By keyboard, as only that counts as the person's choice.
void RoomStoryTest::choose(QComboBox& field, const QString& text) {
  field.setFocus();
  for (int tries = 0; tries < field.count() && field.currentText() != text; ++tries) {
    QTest::keyClick(&field, field.findText(text) > field.currentIndex() ? Qt::Key_Down : Qt::Key_Up);
  }
  QCOMPARE(field.currentText(), text);
}

void RoomStoryTest::openDialog() {
  activateWindow();
  QTRY_VERIFY(window().roomPane()->manageButton()->isVisible());
  QTest::mouseClick(window().roomPane()->manageButton(), Qt::LeftButton);
  QTRY_VERIFY(dialogOf(window()));
}

QString RoomStoryTest::parlourctl(const QStringList& arguments) {
  QProcess process;
  process.setStandardInputFile(QProcess::nullDevice());
  process.start(Testing::programPath(QStringLiteral("parlourctl")),
                QStringList{QStringLiteral("--data"), server_->dataDir()} + arguments);
  if (!process.waitForFinished(kPatienceMs) || process.exitCode() != 0) {
    return QStringLiteral("failed: ") + QString::fromUtf8(process.readAllStandardError());
  }
  return QString::fromUtf8(process.readAllStandardOutput());
}

void RoomStoryTest::isCreatedAsASecretAuditorium() {
  QTest::keyClick(&window(), Qt::Key_J, Qt::ControlModifier);
  QTest::mouseClick(window().findChild<JoinDialog*>()->createButton(), Qt::LeftButton);
  QTRY_VERIFY(dialogOf(window()));
  ManageRoomDialog& dialog = *dialogOf(window());
  QTest::keyClicks(dialog.form()->nameField(), kYard);
  QTest::keyClicks(dialog.form()->topicField(), QStringLiteral("Planks and tar"));
  choose(*dialog.form()->categoryField(), QStringLiteral("Sea"));
  QTest::mouseClick(dialog.form()->card(Core::Privacy::Secret), Qt::LeftButton);
  QTest::mouseClick(dialog.form()->card(Core::RoomKind::Auditorium), Qt::LeftButton);
  add(dialog, RoomRole::Member, QStringLiteral("bo"));
  add(dialog, RoomRole::Member, QStringLiteral("cy"));
  add(dialog, RoomRole::Presenter, QStringLiteral("ada"));
  keep("1-create", dialog);
  if (QTest::currentTestFailed()) return;
  QTest::mouseClick(dialog.foot()->deedButton(), Qt::LeftButton);
  QTRY_VERIFY_WITH_TIMEOUT(window().windowTitle().startsWith(kYard), kPatienceMs);
  QTRY_VERIFY(!dialogOf(window()));
  uri_ = yard();
  const auto details = await(ada_->client().admin().details(uri_));
  QVERIFY(details.ok());
  QCOMPARE(details->summary.privacy, Core::Privacy::Secret);
  QCOMPARE(details->summary.kind, Core::RoomKind::Auditorium);
  QCOMPARE(details->members.size(), 3);
  QCOMPARE(details->presenters.size(), 1);
}

void RoomStoryTest::invitesItsMembers() {
  const auto invited = [this] {
    const QList<Core::Invitation>& all = bo_->host.client().invitations();
    return std::any_of(all.begin(), all.end(), [](const Core::Invitation& one) { return one.room.name == kYard; });
  };
  QTRY_VERIFY(invited());
  keep("2-invited", bo_->window());
  bo_->controller->openRoom(uri_, true);
  QTRY_VERIFY_WITH_TIMEOUT(bo_->window().windowTitle().startsWith(kYard), kPatienceMs);
}

void RoomStoryTest::isHiddenFromOthers() {
  QVERIFY(parlourctl({QStringLiteral("room"), QStringLiteral("member"), QStringLiteral("rm"), kYard,
                      QStringLiteral("cy"), QStringLiteral("--yes")})
              .contains(QStringLiteral("Cy Sorb")));
  ClientHost cy("phone");
  signIn(cy, "cy");
  QVERIFY(findRoom(cy, kYard).isEmpty());
  QVERIFY(!await(cy->open(uri_)).ok());
  parlourctl({QStringLiteral("room"), QStringLiteral("member"), QStringLiteral("add"), kYard, QStringLiteral("cy")});
}

void RoomStoryTest::presenterPosts() {
  activateWindow();
  QTRY_VERIFY(composer().isVisible());
  QTest::keyClicks(&composer(), QStringLiteral("The slip is free from Tuesday."));
  QTest::keyClick(&composer(), Qt::Key_Return);
  QTRY_VERIFY(yardOfBo() && yardOfBo()->timeline().newestChatId() != 0);
  QCOMPARE(bo_->window().roomPage()->timeline()->model()->rowCount(), 1);
  keep("3-presenter", window());
}

void RoomStoryTest::memberIsToldWhyHeMayNotPost() {
  RoomPage& page = *bo_->window().roomPage();
  QVERIFY(!page.composer()->edit()->isVisible());
  QCOMPARE(page.composer()->accessibleName(),
           QStringLiteral("Only presenters post here. To become one, ask Ada Quince."));
  keep("4-member", bo_->window());
  QVERIFY(parlourctl({QStringLiteral("room"), QStringLiteral("why"), kYard, QStringLiteral("bo")})
              .contains(QStringLiteral("Only presenters may post in this room.")));
}

void RoomStoryTest::isDisabledByItsManager() {
  openDialog();
  ManageRoomDialog& dialog = *dialogOf(window());
  QTest::mouseClick(dialog.form()->disableButton(), Qt::LeftButton);
  keep("5-confirm-disable", *dialog.findChild<ConfirmDialog*>());
  QTest::mouseClick(dialog.findChild<ConfirmDialog*>()->deedButton(), Qt::LeftButton);
  for (MainController* controller : {controller_.get(), bo_->controller.get()}) {
    QTRY_VERIFY(controller->window().roomPage()->roomBar()->isVisible());
  }
  QTRY_COMPARE(bo_->window().roomPage()->roomBar()->accessibleName(),
               QStringLiteral("This room was disabled by a manager. You can read its history."));
  keep("5-disabled", bo_->window());
  QTest::mouseClick(dialog.foot()->cancelButton(), Qt::LeftButton);
  QTRY_VERIFY(!dialogOf(window()));
}

void RoomStoryTest::isEnabledByTheAdministrator() {
  const QString said = parlourctl({QStringLiteral("room"), QStringLiteral("enable"), kYard});
  QVERIFY2(said.contains(kYard), qPrintable(said));
  for (MainController* controller : {controller_.get(), bo_->controller.get()}) {
    controller->openRoom(uri_, true);
    QTRY_VERIFY(!controller->window().roomPage()->roomBar()->isVisible());
  }
  QTRY_VERIFY(composer().isVisible());
  keep("6-enabled", window());
}

void RoomStoryTest::moveShowsWhoLosesAccess() {
  const QString preview =
      parlourctl({QStringLiteral("room"), QStringLiteral("move"), kYard, QStringLiteral("--category"),
                  QStringLiteral("Land"), QStringLiteral("--dry-run")});
  QVERIFY2(preview.contains(QStringLiteral("Cy Sorb")), qPrintable(preview));
  openDialog();
  ManageRoomDialog& dialog = *dialogOf(window());
  QComboBox* category = dialog.form()->categoryField();
  QTRY_VERIFY(category->isEnabled());
  choose(*category, QStringLiteral("Land"));
  QTest::mouseClick(dialog.foot()->deedButton(), Qt::LeftButton);
  QTRY_VERIFY(dialog.findChild<ConfirmDialog*>());
  ConfirmDialog& asked = *dialog.findChild<ConfirmDialog*>();
  QVERIFY(asked.accessibleDescription().contains(QStringLiteral("Cy Sorb")));
  QVERIFY(!asked.accessibleDescription().contains(QStringLiteral("Bo Medlar")));
  keep("7-move", asked);
  QTest::mouseClick(asked.deedButton(), Qt::LeftButton);
  QTRY_VERIFY(!dialogOf(window()));
  const auto after = await(ada_->client().admin().details(uri_));
  QVERIFY(after.ok());
  QCOMPARE(after->summary.categoryName, QStringLiteral("Land"));
  QCOMPARE(after->members.size(), 2);
}

void RoomStoryTest::isDeletedByTheAdministrator() {
  const QString said = parlourctl({QStringLiteral("room"), QStringLiteral("rm"), kYard, QStringLiteral("--yes")});
  QVERIFY2(said.contains(kYard), qPrintable(said));
  QTRY_VERIFY(window().roomPage()->roomBar()->accessibleName().startsWith(QStringLiteral("This room was deleted.")));
  keep("8-deleted", window());
  QTRY_COMPARE(yardOfBo()->ending(), Core::RoomEnding::Deleted);
  QVERIFY(!await(bo_->host.client().open(uri_)).ok());
  const QString trail = parlourctl({QStringLiteral("audit"), QStringLiteral("list"), QStringLiteral("--json")});
  for (const char* action : {"room.create", "room.set", "room.remove"}) {
    QVERIFY2(trail.contains(QLatin1String(action)), action);
  }
}

PARLOUR_GUI_TEST(RoomStoryTest)

}  // namespace tst_roomstory

#include "tst_roomstory.moc"
