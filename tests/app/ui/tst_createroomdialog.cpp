// SPDX-License-Identifier: Apache-2.0
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include "app/ui/manage/ChoiceCard.h"
#include "app/ui/manage/FieldBox.h"
#include "app/ui/manage/ManageFoot.h"
#include "app/ui/manage/ManageRoomDialog.h"
#include "app/ui/manage/PeoplePanel.h"
#include "app/ui/manage/PeoplePicker.h"
#include "app/ui/manage/RoomForm.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/FlatTabs.h"
#include "tests/app/ui/FakeRoomAdmin.h"
#include "tests/gui/GuiTest.h"

namespace tst_createroomdialog {

using namespace Parlour;
using namespace Parlour::Tests;
using namespace Parlour::Ui;
using Core::RoomRole;

// The same dialog for a room that does not exist yet.
class CreateRoomDialogTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup();
  void creatorIsInTheListsFromTheStart();
  void createsWithEverythingChosen();
  void missingNameAndCategoryAreAskedFor();
  void searchNeedsACategoryAndAsksIt();
  void presentersComeFromTheMembers();
  void nameInUseStaysAtTheName();
  void nothingToDisableOrDelete();
  void addInsAreOfferedWhereThereAreSome();

 private:
  RoomForm& form() { return *dialog_->form(); }
  PeoplePanel& people() { return *dialog_->people(); }
  Button& create() { return *dialog_->foot()->deedButton(); }

  std::unique_ptr<ThemeManager> themes_;
  std::unique_ptr<FakeRoomAdmin> server_;
  std::unique_ptr<ManageRoomDialog> dialog_;
};

void CreateRoomDialogTest::init() {
  themes_ = std::make_unique<ThemeManager>();
  server_ = std::make_unique<FakeRoomAdmin>();
  server_->answer = harbourRoom();
  server_->people = {{QStringLiteral("do"), {person("dot", QStringLiteral("Dot Damson"))}}};
  auto model = std::make_unique<ManageRoomModel>(person("bo", QStringLiteral("Bo Medlar")), seaAndLand());
  dialog_ = std::make_unique<ManageRoomDialog>(*themes_, std::move(model), server_->actions(), nullptr);
  dialog_->show();
  QVERIFY(QTest::qWaitForWindowActive(dialog_.get()));
}

void CreateRoomDialogTest::cleanup() {
  dialog_.reset();
  server_.reset();
  themes_.reset();
}

void CreateRoomDialogTest::creatorIsInTheListsFromTheStart() {
  QCOMPARE(dialog_->windowTitle(), QStringLiteral("Create a room"));
  QVERIFY(form().nameField()->hasFocus());
  QCOMPARE(people().tabs()->tabText(0), QStringLiteral("Members 1"));
  QCOMPARE(people().tabs()->tabText(1), QStringLiteral("Managers 1"));
  people().showRole(RoomRole::Manager);
  people().list()->setCurrentIndex(people().list()->model()->index(0, 0));
  QTest::keyClick(people().list(), Qt::Key_Delete);
  QCOMPARE(people().list()->model()->rowCount(), 1);
  QVERIFY(!people().problem().isEmpty());
  people().showRole(RoomRole::Member);
  people().list()->setCurrentIndex(people().list()->model()->index(0, 0));
  QTest::keyClick(people().list(), Qt::Key_Delete);
  QCOMPARE(people().tabs()->tabText(0), QStringLiteral("Members 0"));
}

void CreateRoomDialogTest::createsWithEverythingChosen() {
  QTest::keyClicks(form().nameField(), QStringLiteral("Pier"));
  QTest::keyClicks(form().topicField(), QStringLiteral("Planks"));
  form().categoryField()->setFocus();
  QTest::keyClick(form().categoryField(), Qt::Key_Down);
  QCOMPARE(form().categoryField()->currentText(), QStringLiteral("Sea"));
  QTest::mouseClick(form().card(Core::Privacy::Secret), Qt::LeftButton);
  QSignalSpy created(dialog_.get(), &ManageRoomDialog::created);
  form().nameField()->setFocus();
  QTest::keyClick(form().nameField(), Qt::Key_Return);
  QTRY_COMPARE(created.size(), 1);
  QCOMPARE(server_->creates.size(), 1);
  const Core::RoomEdit& room = server_->creates.first();
  QCOMPARE(*room.name, QStringLiteral("Pier"));
  QCOMPARE(*room.topic, QStringLiteral("Planks"));
  QCOMPARE(*room.category, seaAndLand().at(0).uri);
  QCOMPARE(*room.privacy, Core::Privacy::Secret);
  QCOMPARE(room.roles.size(), 2);
  QVERIFY(!dialog_->isVisible());
}

void CreateRoomDialogTest::missingNameAndCategoryAreAskedFor() {
  QTest::mouseClick(&create(), Qt::LeftButton);
  QVERIFY(!form().box(RoomField::Name)->problem().isEmpty());
  QVERIFY(form().nameField()->hasFocus());
  QTest::keyClicks(form().nameField(), QStringLiteral("Pier"));
  QVERIFY(form().box(RoomField::Name)->problem().isEmpty());
  QTest::mouseClick(&create(), Qt::LeftButton);
  QVERIFY(!form().box(RoomField::Category)->problem().isEmpty());
  QVERIFY(form().categoryField()->hasFocus());
  QCOMPARE(server_->creates.size(), 0);
}

void CreateRoomDialogTest::searchNeedsACategoryAndAsksIt() {
  QLineEdit* field = people().picker()->field();
  field->setFocus();
  QTest::keyClicks(field, QStringLiteral("do"));
  QTest::keyClick(field, Qt::Key_Return);
  QCOMPARE(server_->queries.size(), 0);
  QTest::keyClick(field, Qt::Key_Escape);
  form().categoryField()->setFocus();
  QTest::keyClick(form().categoryField(), Qt::Key_Down);
  field->setFocus();
  QTest::keyClicks(field, QStringLiteral("do"));
  QTest::keyClick(field, Qt::Key_Return);
  QTRY_VERIFY(people().picker()->results()->isVisible());
  QCOMPARE(server_->queries.first().category, seaAndLand().at(0).uri);
  QTest::keyClick(field, Qt::Key_Return);
  QCOMPARE(people().tabs()->tabText(0), QStringLiteral("Members 2"));
}

void CreateRoomDialogTest::presentersComeFromTheMembers() {
  QTest::mouseClick(form().card(Core::RoomKind::Auditorium), Qt::LeftButton);
  people().showRole(RoomRole::Presenter);
  QLineEdit* field = people().picker()->field();
  field->setFocus();
  QTest::keyClicks(field, QStringLiteral("med"));
  QTest::keyClick(field, Qt::Key_Return);
  QCOMPARE(server_->queries.size(), 0);
  QVERIFY(people().picker()->results()->isVisible());
  QTest::keyClick(field, Qt::Key_Return);
  QCOMPARE(people().tabs()->tabText(2), QStringLiteral("Presenters 1"));
}

void CreateRoomDialogTest::nameInUseStaysAtTheName() {
  QTest::keyClicks(form().nameField(), QStringLiteral("Pier"));
  form().categoryField()->setFocus();
  QTest::keyClick(form().categoryField(), Qt::Key_Down);
  server_->refusal = refusalOf(452, QStringLiteral("Another room has this name."));
  QTest::mouseClick(&create(), Qt::LeftButton);
  QTRY_COMPARE(form().box(RoomField::Name)->problem(), QStringLiteral("Another room has this name."));
  QVERIFY(dialog_->isVisible());
  QCOMPARE(form().nameField()->text(), QStringLiteral("Pier"));
}

void CreateRoomDialogTest::nothingToDisableOrDelete() {
  QVERIFY(!form().disableButton()->isVisible());
  QVERIFY(!form().deleteButton()->isVisible());
  QVERIFY(create().isEnabled());
}

void CreateRoomDialogTest::addInsAreOfferedWhereThereAreSome() {
  QVERIFY(!form().addInField()->isVisible());
  Core::RoomAddIn clock;
  clock.id = "clock";
  clock.name = QStringLiteral("Tide clock");
  server_->addIns = {clock};
  auto model = std::make_unique<ManageRoomModel>(person("bo", QStringLiteral("Bo Medlar")), seaAndLand().mid(0, 1));
  dialog_ = std::make_unique<ManageRoomDialog>(*themes_, std::move(model), server_->actions(), nullptr);
  dialog_->show();
  QVERIFY(QTest::qWaitForWindowActive(dialog_.get()));
  QTRY_VERIFY(form().addInField()->isVisible());
  QCOMPARE(form().addInField()->currentText(), QStringLiteral("None"));
  QTest::keyClicks(form().nameField(), QStringLiteral("Pier"));
  form().addInField()->setFocus();
  QTest::keyClick(form().addInField(), Qt::Key_Down);
  QTest::mouseClick(&create(), Qt::LeftButton);
  QTRY_COMPARE(server_->creates.size(), 1);
  QCOMPARE(server_->creates.first().addIn, std::optional<QByteArray>("clock"));
}

PARLOUR_GUI_TEST(CreateRoomDialogTest)

}  // namespace tst_createroomdialog

#include "tst_createroomdialog.moc"
