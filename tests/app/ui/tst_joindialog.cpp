// SPDX-License-Identifier: Apache-2.0
#include <QComboBox>
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
#include "tests/gui/GuiTest.h"

namespace tst_joindialog {

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
  void closedRoomsNameWhomToAsk_data();
  void closedRoomsNameWhomToAsk();
  void closedRoomsCanBeAskedFor_data();
  void closedRoomsCanBeAskedFor();
  void whoHasAskedCanWithdraw();
  void aRefusalByTheServerLeadsToAsking();
  void detailsAreAskedForOnce();
  void categoriesFilterAndName();
  void creatingIsOfferedToCreators();

 private:
  void addRoom(const QString& name, bool disabled = false, Core::Privacy privacy = Core::Privacy::Unknown);

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

void JoinDialogTest::addRoom(const QString& name, bool disabled, Core::Privacy privacy) {
  Models::RoomSearchRow row;
  row.room.name = name;
  row.room.uri = RoomUri::fromParts("orchard.example", name.toLower().toLatin1()).value();
  row.room.disabled = disabled;
  row.room.privacy = privacy;
  row.room.category = "ma-cat://orchard.example/sea";
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

void JoinDialogTest::closedRoomsNameWhomToAsk_data() {
  QTest::addColumn<int>("privacy");
  QTest::addColumn<bool>("mine");
  QTest::addColumn<QStringList>("managers");
  QTest::addColumn<QString>("words");
  const QString bo = QStringLiteral("Bo Medlar");
  const QString cy = QStringLiteral("Cy Sorb");
  const int closed = static_cast<int>(Core::Privacy::Closed);
  QTest::newRow("open") << static_cast<int>(Core::Privacy::Open) << false << QStringList{bo} << QString();
  QTest::newRow("member") << closed << true << QStringList{bo} << QString();
  QTest::newRow("one manager") << closed << false << QStringList{bo} << QStringLiteral("Members only. Ask Bo Medlar.");
  QTest::newRow("two managers") << closed << false << QStringList{bo, cy}
                                << QStringLiteral("Members only. Ask Bo Medlar or Cy Sorb.");
  QTest::newRow("nobody told") << closed << false << QStringList()
                               << QStringLiteral("Members only. Ask a manager of this room.");
}

void JoinDialogTest::closedRoomsNameWhomToAsk() {
  QFETCH(int, privacy);
  QFETCH(bool, mine);
  QFETCH(QStringList, managers);
  addRoom(QStringLiteral("Crew"), false, static_cast<Core::Privacy>(privacy));
  dialog_->showResults(false);
  QVERIFY(dialog_->detail()->openButton()->isEnabled());
  dialog_->setMayOpen([mine](const RoomUri&) { return mine; });
  Core::RoomSummary more;
  more.uri = RoomUri::fromParts("orchard.example", "crew").value();
  more.managers = managers;
  dialog_->addDetails(more);
  QTEST(dialog_->detail()->refusal(), "words");
  const bool refused = !dialog_->detail()->refusal().isEmpty();
  QCOMPARE(dialog_->detail()->openButton()->isEnabled(), !refused);
  QCOMPARE(dialog_->detail()->openButton()->toolTip(), dialog_->detail()->refusal());
  QSignalSpy opened(dialog_.get(), &JoinDialog::openRequested);
  dialog_->list()->setFocus();
  QTest::keyClick(dialog_->list(), Qt::Key_Return);
  QCOMPARE(opened.size(), refused ? 0 : 1);
}

void JoinDialogTest::closedRoomsCanBeAskedFor_data() {
  QTest::addColumn<int>("privacy");
  QTest::addColumn<bool>("disabled");
  QTest::addColumn<bool>("mine");
  QTest::addColumn<bool>("mayAsk");
  QTest::addColumn<bool>("offered");
  const auto row = [](const char* name, Core::Privacy privacy, bool disabled, bool mine, bool mayAsk, bool offered) {
    QTest::newRow(name) << static_cast<int>(privacy) << disabled << mine << mayAsk << offered;
  };
  row("closed", Core::Privacy::Closed, false, false, true, true);
  row("server without requests", Core::Privacy::Closed, false, false, false, false);
  row("member", Core::Privacy::Closed, false, true, true, false);
  row("disabled", Core::Privacy::Closed, true, false, true, false);
  row("secret", Core::Privacy::Secret, false, false, true, false);
  row("open", Core::Privacy::Open, false, false, true, false);
}

void JoinDialogTest::closedRoomsCanBeAskedFor() {
  QFETCH(int, privacy);
  QFETCH(bool, disabled);
  QFETCH(bool, mine);
  QFETCH(bool, mayAsk);
  QFETCH(bool, offered);
  addRoom(QStringLiteral("Crew"), disabled, static_cast<Core::Privacy>(privacy));
  dialog_->showResults(false);
  dialog_->setMayOpen([mine](const RoomUri&) { return mine; });
  dialog_->setRequests([mayAsk](const RoomUri&) { return mayAsk; }, nullptr);
  QCOMPARE(dialog_->detail()->askButton()->isVisible(), offered);
  QCOMPARE(dialog_->detail()->openButton()->isVisible(), !offered);
  QVERIFY(!dialog_->detail()->withdrawButton()->isVisible());
  QSignalSpy asked(dialog_.get(), &JoinDialog::askRequested);
  dialog_->list()->setFocus();
  QTest::keyClick(dialog_->list(), Qt::Key_Return);
  QCOMPARE(asked.size(), offered ? 1 : 0);
  if (offered) {
    QTest::mouseClick(dialog_->detail()->askButton(), Qt::LeftButton);
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked.last().first().value<Core::RoomSummary>().name, QStringLiteral("Crew"));
  }
}

void JoinDialogTest::whoHasAskedCanWithdraw() {
  addRoom(QStringLiteral("Crew"), false, Core::Privacy::Closed);
  dialog_->showResults(false);
  dialog_->setMayOpen([](const RoomUri&) { return false; });
  std::optional<Core::JoinRequest> request;
  dialog_->setRequests([](const RoomUri&) { return true; }, [&request](const RoomUri&) { return request; });
  QVERIFY(dialog_->detail()->askButton()->isVisible());
  request = Core::JoinRequest();
  dialog_->refreshDetail();
  QVERIFY(!dialog_->detail()->askButton()->isVisible());
  QVERIFY(dialog_->detail()->withdrawButton()->isVisible());
  QCOMPARE(dialog_->detail()->askedWords(), QStringLiteral("Asked to join. A manager decides."));
  QSignalSpy withdrawn(dialog_.get(), &JoinDialog::withdrawRequested);
  QTest::mouseClick(dialog_->detail()->withdrawButton(), Qt::LeftButton);
  QCOMPARE(withdrawn.size(), 1);
  QCOMPARE(withdrawn.first().first().value<RoomUri>().key(), QByteArray("crew"));
  request.reset();
  dialog_->refreshDetail();
  QVERIFY(dialog_->detail()->askButton()->isVisible());
  QVERIFY(dialog_->detail()->askedWords().isEmpty());
}

void JoinDialogTest::aRefusalByTheServerLeadsToAsking() {
  addRoom(QStringLiteral("Crew"), false, Core::Privacy::Closed);
  dialog_->showResults(false);
  dialog_->setRequests([](const RoomUri&) { return true; }, nullptr);
  QVERIFY(dialog_->detail()->openButton()->isVisible());
  dialog_->showRefusal(RoomUri::fromParts("orchard.example", "crew").value(), QStringLiteral("Only members may join."));
  QVERIFY(dialog_->detail()->askButton()->isVisible());
}

void JoinDialogTest::detailsAreAskedForOnce() {
  addRoom(QStringLiteral("Crew"));
  addRoom(QStringLiteral("Deck"));
  QSignalSpy wanted(dialog_.get(), &JoinDialog::detailsWanted);
  dialog_->showResults(false);
  QCOMPARE(wanted.size(), 1);
  dialog_->list()->setFocus();
  QTest::keyClick(dialog_->list(), Qt::Key_Down);
  QCOMPARE(wanted.size(), 2);
  QTest::keyClick(dialog_->list(), Qt::Key_Up);
  QCOMPARE(wanted.size(), 2);
}

void JoinDialogTest::categoriesFilterAndName() {
  dialog_->setCategories({{"ma-cat://orchard.example/sea", QStringLiteral("Sea")},
                          {"ma-cat://orchard.example/land", QStringLiteral("Land")}});
  QComboBox* categories = dialog_->findChild<QComboBox*>();
  QCOMPARE(categories->count(), 3);
  QSignalSpy searched(dialog_.get(), &JoinDialog::searchRequested);
  categories->setFocus();
  QTest::keyClick(categories, Qt::Key_Down);
  QCOMPARE(searched.size(), 1);
  QCOMPARE(dialog_->query().category, QByteArray("ma-cat://orchard.example/sea"));
  dialog_->setCategories({{"ma-cat://orchard.example/sea", QStringLiteral("Sea")}});
  QCOMPARE(dialog_->query().category, QByteArray("ma-cat://orchard.example/sea"));
}

void JoinDialogTest::creatingIsOfferedToCreators() {
  QVERIFY(!dialog_->createButton()->isVisible());
  dialog_->setMayCreate(true);
  QVERIFY(dialog_->createButton()->isVisible());
  QSignalSpy wanted(dialog_.get(), &JoinDialog::createRequested);
  QTest::mouseClick(dialog_->createButton(), Qt::LeftButton);
  QCOMPARE(wanted.size(), 1);
}

PARLOUR_GUI_TEST(JoinDialogTest)

}  // namespace tst_joindialog

#include "tst_joindialog.moc"
