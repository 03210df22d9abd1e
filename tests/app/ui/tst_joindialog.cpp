// SPDX-License-Identifier: Apache-2.0
#include <QListView>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

#include "app/models/Roles.h"
#include "app/models/RoomSearchModel.h"
#include "app/ui/join/JoinDialog.h"
#include "app/ui/join/RoomDetailPane.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/SearchField.h"

using namespace Parlour;
using namespace Parlour::Ui;

class JoinDialogTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup();
  void searchesAfterAPauseOfTyping();
  void enterSearchesAtOnce();
  void oneLetterIsNotSearchedByItself();
  void enterInTheListOpens();
  void ctrlEnterFollows();
  void disabledRoomsDoNotOpen();
  void nothingFoundSaysSo();

 private:
  void addRoom(const QString& name, bool disabled = false);

  std::unique_ptr<ThemeManager> themes_;
  std::unique_ptr<QStandardItemModel> results_;
  std::unique_ptr<JoinDialog> dialog_;
};

void JoinDialogTest::init() {
  themes_ = std::make_unique<ThemeManager>();
  results_ = std::make_unique<QStandardItemModel>();
  dialog_ = std::make_unique<JoinDialog>(*themes_, *results_);
  dialog_->show();
  QVERIFY(QTest::qWaitForWindowActive(dialog_.get()));
}

void JoinDialogTest::cleanup() {
  dialog_.reset();
  results_.reset();
  themes_.reset();
}

void JoinDialogTest::addRoom(const QString& name, bool disabled) {
  Models::RoomSearchRow row;
  row.room.name = name;
  row.room.uri = RoomUri::fromParts("orchard.example", name.toLower().toLatin1()).value();
  row.room.disabled = disabled;
  auto* item = new QStandardItem(name);
  item->setData(QVariant::fromValue(row), Models::RowRole);
  results_->appendRow(item);
}

void JoinDialogTest::searchesAfterAPauseOfTyping() {
  QSignalSpy searched(dialog_.get(), &JoinDialog::searchRequested);
  QTest::keyClicks(dialog_->field(), QStringLiteral("set"));
  QCOMPARE(searched.size(), 0);
  QTRY_COMPARE(searched.size(), 1);
  const auto query = searched.first().first().value<Core::RoomSearchQuery>();
  QCOMPARE(query.words, QStringLiteral("set"));
  QVERIFY(query.descriptionsToo);
  QVERIFY(!query.privacy);
}

void JoinDialogTest::enterSearchesAtOnce() {
  QSignalSpy searched(dialog_.get(), &JoinDialog::searchRequested);
  QTest::keyClicks(dialog_->field(), QStringLiteral("x"));
  QTest::keyClick(dialog_->field(), Qt::Key_Return);
  QCOMPARE(searched.size(), 1);
}

void JoinDialogTest::oneLetterIsNotSearchedByItself() {
  QSignalSpy searched(dialog_.get(), &JoinDialog::searchRequested);
  QTest::keyClicks(dialog_->field(), QStringLiteral("x"));
  QVERIFY(!searched.wait(700));
}

void JoinDialogTest::enterInTheListOpens() {
  addRoom(QStringLiteral("Crew"));
  addRoom(QStringLiteral("Deck"));
  dialog_->showResults(false);
  QSignalSpy opened(dialog_.get(), &JoinDialog::openRequested);
  dialog_->list()->setFocus();
  QTest::keyClick(dialog_->list(), Qt::Key_Down);
  QTest::keyClick(dialog_->list(), Qt::Key_Return);
  QCOMPARE(opened.size(), 1);
  QCOMPARE(opened.first().first().value<RoomUri>().key(), QByteArray("deck"));
}

void JoinDialogTest::ctrlEnterFollows() {
  addRoom(QStringLiteral("Crew"));
  dialog_->showResults(false);
  QSignalSpy followed(dialog_.get(), &JoinDialog::followToggled);
  dialog_->list()->setFocus();
  QTest::keyClick(dialog_->list(), Qt::Key_Return, Qt::ControlModifier);
  QCOMPARE(followed.size(), 1);
  QVERIFY(followed.first().at(1).toBool());
}

void JoinDialogTest::disabledRoomsDoNotOpen() {
  addRoom(QStringLiteral("Old"), true);
  dialog_->showResults(false);
  QSignalSpy opened(dialog_.get(), &JoinDialog::openRequested);
  QVERIFY(!dialog_->detail()->openButton()->isEnabled());
  dialog_->list()->setFocus();
  QTest::keyClick(dialog_->list(), Qt::Key_Return);
  QCOMPARE(opened.size(), 0);
}

void JoinDialogTest::nothingFoundSaysSo() {
  dialog_->showResults(false);
  QVERIFY(!dialog_->list()->isVisible());
  QVERIFY(!dialog_->detail()->openButton()->isVisible());
}

QTEST_MAIN(JoinDialogTest)
#include "tst_joindialog.moc"
