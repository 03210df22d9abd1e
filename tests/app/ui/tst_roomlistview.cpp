// SPDX-License-Identifier: Apache-2.0
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

#include "app/models/Roles.h"
#include "app/ui/roomlist/RoomListDelegate.h"
#include "app/ui/roomlist/RoomListView.h"
#include "tests/gui/GuiTest.h"

namespace tst_roomlistview {

using namespace Parlour;
using namespace Parlour::Ui;
using Models::RoomListRow;

class RoomListViewTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup();
  void rowHeightsOfTheDesign();
  void clickOpensARoom();
  void enterOpensByKeyboard();
  void sectionTogglesAndInvitationOpensByItsButton();
  void requestsOpenForReview();
  void failedJoinRetries();
  void endedRoomsOfferNoRetry_data();
  void endedRoomsOfferNoRetry();

 private:
  void add(RoomListRow::Kind kind, const QString& text, Core::JoinState join = Core::JoinState::Joined);

  std::unique_ptr<ThemeManager> themes_;
  std::unique_ptr<QStandardItemModel> model_;
  std::unique_ptr<RoomListView> view_;
};

void RoomListViewTest::init() {
  themes_ = std::make_unique<ThemeManager>();
  model_ = std::make_unique<QStandardItemModel>();
  add(RoomListRow::Kind::Section, QStringLiteral("Followed"));
  add(RoomListRow::Kind::Room, QStringLiteral("crew"));
  add(RoomListRow::Kind::Room, QStringLiteral("deck"), Core::JoinState::Failed);
  add(RoomListRow::Kind::Section, QStringLiteral("Invitations"));
  add(RoomListRow::Kind::Invitation, QStringLiteral("rota"));
  view_ = std::make_unique<RoomListView>(*themes_);
  view_->setModel(model_.get());
  view_->resize(271, 400);
  view_->show();
  QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
}

void RoomListViewTest::cleanup() {
  view_.reset();
  model_.reset();
  themes_.reset();
}

void RoomListViewTest::add(RoomListRow::Kind kind, const QString& text, Core::JoinState join) {
  RoomListRow row;
  row.kind = kind;
  row.text = text;
  row.room.uri = RoomUri::fromParts("orchard.example", text.toLower().toLatin1()).value();
  row.joinState = join;
  row.invitation = 7;
  row.detail = QStringLiteral("Dee Marsh");
  auto* item = new QStandardItem(text);
  item->setData(QVariant::fromValue(row), Models::RowRole);
  item->setEditable(false);
  model_->appendRow(item);
}

void RoomListViewTest::rowHeightsOfTheDesign() {
  const QList<int> heights{28, 32, 32, 34, 47};
  for (int i = 0; i < heights.size(); ++i) {
    QCOMPARE(view_->visualRect(model_->index(i, 0)).height(), heights.at(i));
  }
}

void RoomListViewTest::clickOpensARoom() {
  QSignalSpy activated(view_.get(), &RoomListView::roomActivated);
  QTest::mouseClick(view_->viewport(), Qt::LeftButton, {}, view_->visualRect(model_->index(1, 0)).center());
  QCOMPARE(activated.size(), 1);
  QCOMPARE(activated.first().first().value<RoomUri>().key(), QByteArray("crew"));
  QVERIFY(!activated.first().at(1).toBool());
}

void RoomListViewTest::enterOpensByKeyboard() {
  QSignalSpy activated(view_.get(), &RoomListView::roomActivated);
  view_->setCurrentIndex(model_->index(1, 0));
  QTest::keyClick(view_.get(), Qt::Key_Return);
  QCOMPARE(activated.size(), 1);
  QVERIFY(activated.first().at(1).toBool());
}

void RoomListViewTest::sectionTogglesAndInvitationOpensByItsButton() {
  QSignalSpy toggled(view_.get(), &RoomListView::sectionToggled);
  QTest::mouseClick(view_->viewport(), Qt::LeftButton, {}, view_->visualRect(model_->index(0, 0)).center());
  QCOMPARE(toggled.size(), 1);
  QSignalSpy opened(view_.get(), &RoomListView::invitationOpened);
  const QRect row = view_->visualRect(model_->index(4, 0));
  QTest::mouseClick(view_->viewport(), Qt::LeftButton, {}, row.center() - QPoint(60, 0));
  QCOMPARE(opened.size(), 0);
  QTest::mouseClick(view_->viewport(), Qt::LeftButton, {}, QPoint(row.right() - 30, row.center().y()));
  QCOMPARE(opened.size(), 1);
  QCOMPARE(opened.first().first().toULongLong(), 7ULL);
}

void RoomListViewTest::requestsOpenForReview() {
  add(RoomListRow::Kind::Request, QStringLiteral("slip"));
  QSignalSpy opened(view_.get(), &RoomListView::requestsOpened);
  const QRect row = view_->visualRect(model_->index(5, 0));
  QCOMPARE(row.height(), 47);
  QTest::mouseClick(view_->viewport(), Qt::LeftButton, {}, QPoint(row.right() - 30, row.center().y()));
  QCOMPARE(opened.size(), 1);
  QCOMPARE(opened.first().first().value<RoomUri>().key(), QByteArray("slip"));
  view_->setCurrentIndex(model_->index(5, 0));
  QTest::keyClick(view_.get(), Qt::Key_Return);
  QCOMPARE(opened.size(), 2);
}

void RoomListViewTest::failedJoinRetries() {
  QSignalSpy retried(view_.get(), &RoomListView::retryRequested);
  const QRect row = view_->visualRect(model_->index(2, 0));
  QTest::mouseClick(view_->viewport(), Qt::LeftButton, {}, QPoint(row.right() - 24, row.center().y()));
  QCOMPARE(retried.size(), 1);
}

void RoomListViewTest::endedRoomsOfferNoRetry_data() {
  QTest::addColumn<int>("ending");
  QTest::addColumn<bool>("disabled");
  QTest::newRow("removed") << static_cast<int>(Core::RoomEnding::Removed) << false;
  QTest::newRow("deleted") << static_cast<int>(Core::RoomEnding::Deleted) << false;
  QTest::newRow("disabled") << static_cast<int>(Core::RoomEnding::Disabled) << true;
  QTest::newRow("disabled before it was joined") << static_cast<int>(Core::RoomEnding::None) << true;
}

void RoomListViewTest::endedRoomsOfferNoRetry() {
  QFETCH(int, ending);
  QFETCH(bool, disabled);
  auto row = model_->index(2, 0).data(Models::RowRole).value<RoomListRow>();
  row.ending = static_cast<Core::RoomEnding>(ending);
  row.room.disabled = disabled;
  model_->item(2)->setData(QVariant::fromValue(row), Models::RowRole);
  QSignalSpy retried(view_.get(), &RoomListView::retryRequested);
  QSignalSpy activated(view_.get(), &RoomListView::roomActivated);
  const QRect place = view_->visualRect(model_->index(2, 0));
  QTest::mouseClick(view_->viewport(), Qt::LeftButton, {}, QPoint(place.right() - 24, place.center().y()));
  QCOMPARE(retried.size(), 0);
  QCOMPARE(activated.size(), 1);
}

PARLOUR_GUI_TEST(RoomListViewTest)

}  // namespace tst_roomlistview

#include "tst_roomlistview.moc"
