// SPDX-License-Identifier: Apache-2.0
#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
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
#include "app/ui/widgets/Scrim.h"
#include "tests/app/ui/FakeRoomAdmin.h"
#include "tests/gui/GuiTest.h"
#include "tests/support/EnglishWords.h"

namespace tst_manageroomdialog {

using namespace Parlour;
using namespace Parlour::Tests;
using namespace Parlour::Ui;
using Core::RoomRole;

// The Manage dialog by keyboard and mouse, against a stand-in for the server.
class ManageRoomDialogTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup();
  void savesOneEdit();
  void enterSavesEverywhereButInTheSearch();
  void addsAndRemovesPeople();
  void removesByMouse();
  void escClosesTheSearchFirst();
  void escAsksOnceAboutEdits();
  void untouchedDialogClosesAtOnce();
  void refusalsStayAtTheirPlace_data();
  void refusalsStayAtTheirPlace();
  void conflictOffersToLoadAgain();
  void disablingAsksAndCancelIsTheDefault();
  void deletingNamesTheRoom();
  void refusedDeletingIsSaidInTheBox();
  void movingTellsWhoIsDropped();
  void resigningIsAsked();
  void presentersOnlyInAuditoriums();
  void forbiddenFieldsSayWhy();
  void theKeyboardReachesEverything();
  void everythingHasAName();
  void nothingIsCutOffWithLargeText();

 private:
  void open(const Core::RoomDetails& details, const QList<Core::CategoryChoice>& categories = seaAndLand());
  ConfirmDialog* question() const;
  void type(QLineEdit* field, const QString& text);
  RoomForm& form() { return *dialog_->form(); }
  PeoplePanel& people() { return *dialog_->people(); }
  ManageFoot& foot() { return *dialog_->foot(); }

  const Testing::EnglishWords english_;
  std::unique_ptr<ThemeManager> themes_;
  std::unique_ptr<QWidget> window_;
  std::unique_ptr<FakeRoomAdmin> server_;
  std::unique_ptr<ManageRoomDialog> dialog_;
};

void ManageRoomDialogTest::init() {
  themes_ = std::make_unique<ThemeManager>();
  window_ = std::make_unique<QWidget>();
  window_->resize(1280, 800);
  window_->show();
  server_ = std::make_unique<FakeRoomAdmin>();
  server_->answer = harbourRoom();
  server_->people = {
      {QStringLiteral("do"), {person("dot", QStringLiteral("Dot Damson")), group("1", QStringLiteral("Dockers"))}},
      {QStringLiteral("ada quince"), {person("ada", QStringLiteral("Ada Quince"))}},
      {QStringLiteral("bo medlar"), {person("bo", QStringLiteral("Bo Medlar"))}}};
  open(harbourRoom());
}

void ManageRoomDialogTest::cleanup() {
  dialog_.reset();
  server_.reset();
  window_.reset();
  themes_.reset();
}

void ManageRoomDialogTest::open(const Core::RoomDetails& details, const QList<Core::CategoryChoice>& categories) {
  dialog_.reset();
  auto model = std::make_unique<ManageRoomModel>(person("bo", QStringLiteral("Bo Medlar")), categories, details);
  dialog_ = std::make_unique<ManageRoomDialog>(*themes_, std::move(model), server_->actions(), window_.get());
  dialog_->open();
  dialog_->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(dialog_.get()));
}

ConfirmDialog* ManageRoomDialogTest::question() const {
  const QList<ConfirmDialog*> all = dialog_->findChildren<ConfirmDialog*>();
  for (ConfirmDialog* one : all) {
    if (one->isVisible()) {
      return one;
    }
  }
  return nullptr;
}

void ManageRoomDialogTest::type(QLineEdit* field, const QString& text) {
  field->setFocus();
  field->selectAll();
  QTest::keyClicks(field, text);
}

void ManageRoomDialogTest::savesOneEdit() {
  QVERIFY(!foot().deedButton()->isEnabled());
  type(form().topicField(), QStringLiteral("Neap tide"));
  QCOMPARE(foot().text(), QStringLiteral("1 change not saved: topic"));
  QVERIFY(foot().deedButton()->isEnabled());
  QTest::mouseClick(form().card(Core::Privacy::Secret), Qt::LeftButton);
  QTest::mouseClick(form().invitationsBox(), Qt::LeftButton, {}, QPoint(8, form().invitationsBox()->height() / 2));
  QCOMPARE(foot().text(), QStringLiteral("3 changes not saved: topic, privacy, invitations"));
  QSignalSpy saved(dialog_.get(), &ManageRoomDialog::saved);
  QTest::mouseClick(foot().deedButton(), Qt::LeftButton);
  QTRY_COMPARE(saved.size(), 1);
  QCOMPARE(server_->edits.size(), 1);
  const Core::RoomEdit& edit = server_->edits.first();
  QCOMPARE(*edit.topic, QStringLiteral("Neap tide"));
  QCOMPARE(*edit.privacy, Core::Privacy::Secret);
  QCOMPARE(*edit.invitationsInherited, false);
  QVERIFY(!edit.name && !edit.kind && edit.roles.isEmpty());
  QVERIFY(!dialog_->isVisible());
}

void ManageRoomDialogTest::enterSavesEverywhereButInTheSearch() {
  type(form().nameField(), QStringLiteral("Pier"));
  people().picker()->field()->setFocus();
  QTest::keyClick(people().picker()->field(), Qt::Key_Return);
  QCOMPARE(server_->edits.size(), 0);
  form().descriptionField()->setFocus();
  QTest::keyClick(form().descriptionField(), Qt::Key_Return);
  QCOMPARE(server_->edits.size(), 0);
  form().nameField()->setFocus();
  QTest::keyClick(form().nameField(), Qt::Key_Return);
  QTRY_COMPARE(server_->edits.size(), 1);
  QCOMPARE(*server_->edits.first().name, QStringLiteral("Pier"));
}

void ManageRoomDialogTest::addsAndRemovesPeople() {
  QLineEdit* field = people().picker()->field();
  field->setFocus();
  QTest::keyClicks(field, QStringLiteral("d"));
  QVERIFY(!people().picker()->results()->isVisible());
  QTest::keyClicks(field, QStringLiteral("o"));
  QTRY_VERIFY(people().picker()->results()->isVisible());
  QCOMPARE(server_->queries.size(), 1);
  QCOMPARE(server_->queries.first().role, RoomRole::Member);
  QCOMPARE(server_->queries.first().room, harbourRoom().summary.uri);
  QVERIFY(server_->queries.first().category.isEmpty());
  QTest::keyClick(field, Qt::Key_Down);
  QTest::keyClick(field, Qt::Key_Return);
  QVERIFY(field->text().isEmpty());
  QVERIFY(!people().picker()->results()->isVisible());
  QCOMPARE(people().list()->model()->rowCount(), 4);
  QCOMPARE(people().tabs()->tabText(0), QStringLiteral("Members 4"));
  QCOMPARE(dialog_->model().edit().roles.first().add, QList<QByteArray>{"ma-grp:1"});
  people().list()->setFocus();
  people().list()->setCurrentIndex(people().list()->model()->index(0, 0));
  QTest::keyClick(people().list(), Qt::Key_Delete);
  QCOMPARE(dialog_->model().edit().roles.first().remove, QList<QByteArray>{"sip:ada@orchard.example"});
  QCOMPARE(foot().text(), QStringLiteral("1 change not saved: members"));
}

void ManageRoomDialogTest::removesByMouse() {
  QListView* list = people().list();
  auto* delegate = qobject_cast<PrincipalDelegate*>(list->itemDelegate());
  QVERIFY(delegate);
  const QRect row = list->visualRect(list->model()->index(2, 0));
  QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, QPoint(row.left() + 60, row.center().y()));
  QCOMPARE(list->model()->rowCount(), 3);
  QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, delegate->removeRect(row).center());
  QCOMPARE(list->model()->rowCount(), 2);
  QCOMPARE(dialog_->model().edit().roles.first().remove, QList<QByteArray>{"sip:cy@orchard.example"});
}

void ManageRoomDialogTest::escClosesTheSearchFirst() {
  QLineEdit* field = people().picker()->field();
  field->setFocus();
  QTest::keyClicks(field, QStringLiteral("do"));
  QTest::keyClick(field, Qt::Key_Return);
  QVERIFY(people().picker()->results()->isVisible());
  QTest::keyClick(field, Qt::Key_Escape);
  QVERIFY(!people().picker()->results()->isVisible());
  QVERIFY(dialog_->isVisible());
  QTest::keyClick(field, Qt::Key_Escape);
  QVERIFY(!dialog_->isVisible());
}

void ManageRoomDialogTest::escAsksOnceAboutEdits() {
  type(form().topicField(), QStringLiteral("Fog"));
  QTest::keyClick(dialog_.get(), Qt::Key_Escape);
  QVERIFY(dialog_->isVisible());
  ConfirmDialog* asked = question();
  QVERIFY(asked);
  QVERIFY(asked->accessibleDescription().contains(QStringLiteral("topic")));
  QVERIFY(asked->cancelButton()->isDefault());
  QTest::keyClick(asked, Qt::Key_Return);
  QTRY_VERIFY(!question());
  QVERIFY(dialog_->isVisible());
  QCOMPARE(form().topicField()->text(), QStringLiteral("Fog"));
  QTest::keyClick(dialog_.get(), Qt::Key_Escape);
  QVERIFY(question());
  QTest::mouseClick(question()->deedButton(), Qt::LeftButton);
  QVERIFY(!dialog_->isVisible());
  QCOMPARE(server_->edits.size(), 0);
}

void ManageRoomDialogTest::untouchedDialogClosesAtOnce() {
  QVERIFY(window_->findChild<Scrim*>()->isVisible());
  QTest::keyClick(dialog_.get(), Qt::Key_Escape);
  QVERIFY(!dialog_->isVisible());
  QTRY_VERIFY(!window_->findChild<Scrim*>());
}

void ManageRoomDialogTest::refusalsStayAtTheirPlace_data() {
  QTest::addColumn<int>("code");
  QTest::addColumn<QString>("place");
  QTest::newRow("name in use") << 452 << QStringLiteral("name");
  QTest::newRow("not in scope") << 456 << QStringLiteral("people");
  QTest::newRow("not allowed") << 403 << QStringLiteral("foot");
}

void ManageRoomDialogTest::refusalsStayAtTheirPlace() {
  QFETCH(int, code);
  QFETCH(QString, place);
  type(form().nameField(), QStringLiteral("Pier"));
  dialog_->model().list(RoomRole::Manager).add(person("dot", QStringLiteral("Dot Damson")));
  const QString words = QStringLiteral("The server says no.");
  server_->refusal = refusalOf(code, words);
  QTest::mouseClick(foot().deedButton(), Qt::LeftButton);
  QTRY_COMPARE(server_->edits.size(), 1);
  QTRY_VERIFY(foot().deedButton()->isEnabled());
  QVERIFY(dialog_->isVisible());
  QCOMPARE(form().box(RoomField::Name)->problem() == words, place == QStringLiteral("name"));
  QCOMPARE(people().problem() == words, place == QStringLiteral("people"));
  QCOMPARE(foot().text() == words, place == QStringLiteral("foot"));
  QCOMPARE(people().role() == RoomRole::Manager, place == QStringLiteral("people"));
  QCOMPARE(dialog_->model().changes(), (QStringList{QStringLiteral("name"), QStringLiteral("managers")}));
  QTest::mouseClick(foot().deedButton(), Qt::LeftButton);
  QTRY_VERIFY(!dialog_->isVisible());
}

void ManageRoomDialogTest::conflictOffersToLoadAgain() {
  type(form().topicField(), QStringLiteral("Neap tide"));
  server_->refusal = refusalOf(409, QStringLiteral("changed"));
  server_->answer.summary.name = QStringLiteral("Harbour and pier");
  server_->answer.summary.category = "ma-cat://orchard.example/air";
  server_->answer.summary.categoryName = QStringLiteral("Air");
  QTest::mouseClick(foot().deedButton(), Qt::LeftButton);
  QTRY_VERIFY(foot().againButton()->isVisible());
  QVERIFY(foot().text().contains(QStringLiteral("topic")));
  QCOMPARE(form().nameField()->text(), QStringLiteral("Harbour"));
  QTest::mouseClick(foot().againButton(), Qt::LeftButton);
  QTRY_COMPARE(form().nameField()->text(), QStringLiteral("Harbour and pier"));
  QCOMPARE(server_->reads, 1);
  QCOMPARE(form().topicField()->text(), QStringLiteral("Neap tide"));
  QCOMPARE(form().categoryField()->currentText(), QStringLiteral("Air"));
  QCOMPARE(foot().text(), QStringLiteral("1 change not saved: topic"));
  QVERIFY(!foot().againButton()->isVisible());
}

void ManageRoomDialogTest::disablingAsksAndCancelIsTheDefault() {
  type(form().topicField(), QStringLiteral("Fog"));
  QTest::mouseClick(form().disableButton(), Qt::LeftButton);
  QVERIFY(question());
  QVERIFY(question()->accessibleName().contains(QStringLiteral("Harbour")));
  QTest::keyClick(question(), Qt::Key_Return);
  QTRY_VERIFY(!question());
  QCOMPARE(server_->edits.size(), 0);
  QTest::mouseClick(form().disableButton(), Qt::LeftButton);
  server_->answer.summary.disabled = true;
  QSignalSpy disabled(dialog_.get(), &ManageRoomDialog::disabledChanged);
  QTest::mouseClick(question()->deedButton(), Qt::LeftButton);
  QTRY_COMPARE(disabled.size(), 1);
  QCOMPARE(server_->edits.first().disabled, std::optional<bool>(true));
  QVERIFY(!server_->edits.first().topic);
  QCOMPARE(form().disableButton()->text(), QStringLiteral("Enable"));
  QCOMPARE(foot().text(), QStringLiteral("1 change not saved: topic"));
  QVERIFY(dialog_->isVisible());
}

void ManageRoomDialogTest::deletingNamesTheRoom() {
  QTest::mouseClick(form().deleteButton(), Qt::LeftButton);
  QVERIFY(question());
  QVERIFY(question()->accessibleName().contains(QStringLiteral("Harbour")));
  QVERIFY(question()->cancelButton()->isDefault());
  QVERIFY(question()->alternativeButton());
  QSignalSpy deleted(dialog_.get(), &ManageRoomDialog::deleted);
  QTest::mouseClick(question()->deedButton(), Qt::LeftButton);
  QTRY_COMPARE(deleted.size(), 1);
  QCOMPARE(server_->removals, QList<RoomUri>{harbourRoom().summary.uri});
  QVERIFY(!dialog_->isVisible());
}

void ManageRoomDialogTest::refusedDeletingIsSaidInTheBox() {
  server_->refusal = refusalOf(403, QStringLiteral("Only administrators delete rooms."));
  QTest::mouseClick(form().deleteButton(), Qt::LeftButton);
  QTest::mouseClick(question()->deedButton(), Qt::LeftButton);
  const auto said = [this] {
    const QList<ProblemLine*> lines = form().findChildren<ProblemLine*>();
    return std::any_of(lines.begin(), lines.end(), [](const ProblemLine* line) {
      return line->isVisible() && line->text() == QStringLiteral("Only administrators delete rooms.");
    });
  };
  QTRY_VERIFY(said());
  QVERIFY(dialog_->isVisible());
}

void ManageRoomDialogTest::movingTellsWhoIsDropped() {
  form().categoryField()->setFocus();
  QTest::keyClick(form().categoryField(), Qt::Key_Down);
  QCOMPARE(foot().text(), QStringLiteral("1 change not saved: category"));
  QVERIFY(!form().invitationsBox()->isEnabled());
  QTest::mouseClick(foot().deedButton(), Qt::LeftButton);
  QTRY_VERIFY(question());
  QVERIFY(question()->accessibleDescription().contains(QStringLiteral("Cy Sorb")));
  QVERIFY(!question()->accessibleDescription().contains(QStringLiteral("Ada Quince")));
  QCOMPARE(server_->queries.first().category, seaAndLand().at(1).uri);
  QCOMPARE(server_->edits.size(), 0);
  QTest::mouseClick(question()->deedButton(), Qt::LeftButton);
  QTRY_COMPARE(server_->edits.size(), 1);
  QCOMPARE(*server_->edits.first().category, seaAndLand().at(1).uri);
}

void ManageRoomDialogTest::resigningIsAsked() {
  people().showRole(RoomRole::Manager);
  people().list()->setCurrentIndex(people().list()->model()->index(0, 0));
  QTest::keyClick(people().list(), Qt::Key_Delete);
  QTest::mouseClick(foot().deedButton(), Qt::LeftButton);
  QVERIFY(question());
  QTest::keyClick(question(), Qt::Key_Escape);
  QTRY_VERIFY(!question());
  QCOMPARE(server_->edits.size(), 0);
  QTest::mouseClick(foot().deedButton(), Qt::LeftButton);
  QTest::mouseClick(question()->deedButton(), Qt::LeftButton);
  QTRY_COMPARE(server_->edits.size(), 1);
  QCOMPARE(server_->edits.first().roles.first().remove, QList<QByteArray>{"sip:bo@orchard.example"});
}

void ManageRoomDialogTest::presentersOnlyInAuditoriums() {
  QCOMPARE(people().tabs()->count(), 3);
  people().showRole(RoomRole::Presenter);
  QTest::mouseClick(form().card(Core::RoomKind::Normal), Qt::LeftButton);
  QCOMPARE(people().tabs()->count(), 2);
  QVERIFY(people().role() != RoomRole::Presenter);
  QTest::keyClick(form().card(Core::RoomKind::Normal), Qt::Key_Right);
  QCOMPARE(dialog_->model().values().kind, Core::RoomKind::Auditorium);
  QCOMPARE(people().tabs()->count(), 3);
  // A member who is not saved yet can be presenter all the same.
  dialog_->model().list(RoomRole::Member).add(person("dot", QStringLiteral("Dot Damson")));
  people().showRole(RoomRole::Presenter);
  people().picker()->field()->setFocus();
  QTest::keyClicks(people().picker()->field(), QStringLiteral("Dam"));
  QTest::keyClick(people().picker()->field(), Qt::Key_Return);
  QCOMPARE(people().picker()->results()->model()->rowCount(), 1);
}

void ManageRoomDialogTest::forbiddenFieldsSayWhy() {
  open(harbourRoom(), {});
  QVERIFY(!form().categoryField()->isEnabled());
  QVERIFY(!form().categoryField()->toolTip().isEmpty());
  QCOMPARE(form().categoryField()->currentText(), QStringLiteral("Sea"));
  QVERIFY(!form().filesBox()->isEnabled());
  QVERIFY(form().filesBox()->isChecked());
  Core::RoomDetails foreign = harbourRoom();
  foreign.mayManage = false;
  open(foreign);
  QVERIFY(!form().nameField()->isEnabled());
  QVERIFY(!form().nameField()->toolTip().isEmpty());
  QVERIFY(!people().picker()->field()->isEnabled());
}

void ManageRoomDialogTest::theKeyboardReachesEverything() {
  QSet<QWidget*> reached;
  for (int i = 0; i < 40; ++i) {
    reached.insert(dialog_->focusWidget());
    QTest::keyClick(dialog_->focusWidget(), Qt::Key_Tab);
  }
  const QList<QWidget*> wanted{form().nameField(),
                               form().descriptionField(),
                               form().topicField(),
                               form().categoryField(),
                               form().card(Core::Privacy::Closed),
                               form().card(Core::RoomKind::Auditorium),
                               form().invitationsBox(),
                               form().disableButton(),
                               form().deleteButton(),
                               people().tabs(),
                               people().picker()->field(),
                               people().list(),
                               foot().cancelButton()};
  for (QWidget* widget : wanted) {
    QVERIFY2(reached.contains(widget), widget->metaObject()->className());
  }
  people().tabs()->setFocus();
  QTest::keyClick(people().tabs(), Qt::Key_Right);
  QCOMPARE(people().role(), RoomRole::Manager);
  QTest::mouseClick(people().tabs(), Qt::LeftButton, {}, people().tabs()->tabRect(2).center());
  QCOMPARE(people().role(), RoomRole::Presenter);
  form().card(Core::Privacy::Closed)->setFocus();
  QTest::keyClick(form().card(Core::Privacy::Closed), Qt::Key_Right);
  QCOMPARE(dialog_->model().values().privacy, Core::Privacy::Secret);
}

void ManageRoomDialogTest::everythingHasAName() {
  const QList<QWidget*> all = dialog_->findChildren<QWidget*>();
  int checked = 0;
  for (const QWidget* widget : all) {
    if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible() || !widget->isEnabled()) {
      continue;
    }
    ++checked;
    QAccessibleInterface* seen = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
    QVERIFY(seen);
    QVERIFY2(!seen->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
  }
  QVERIFY(checked >= 12);
  QCOMPARE(form().nameField()->accessibleName(), QStringLiteral("Name"));
  const QModelIndex first = people().list()->model()->index(0, 0);
  QVERIFY(first.data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("Ada Quince")));
}

void ManageRoomDialogTest::nothingIsCutOffWithLargeText() {
  themes_->setTextSize(TextSize::Larger);
  open(harbourRoom());
  for (const Core::Privacy privacy : {Core::Privacy::Open, Core::Privacy::Closed, Core::Privacy::Secret}) {
    const ChoiceCard* card = form().card(privacy);
    QVERIFY(card->height() >= card->heightForWidth(card->width()));
  }
  for (const Button* button : dialog_->findChildren<Button*>()) {
    if (button->isVisible()) {
      QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
    }
  }
}

PARLOUR_GUI_TEST(ManageRoomDialogTest)

}  // namespace tst_manageroomdialog

#include "tst_manageroomdialog.moc"
