// SPDX-License-Identifier: Apache-2.0
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include "app/ui/roompane/RoomPane.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/IconButton.h"
#include "app/ui/widgets/LinkButton.h"
#include "tests/gui/GuiTest.h"
#include "tests/support/EnglishWords.h"

namespace tst_roompane {

using namespace Parlour;
using namespace Parlour::Ui;

// What the pane tells about a room, and to whom it offers to manage it.
class RoomPaneTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup();
  void tellsWhatIsKnown();
  void leavesOutWhatIsNotKnown();
  void manyManagersAreCounted();
  void managingIsForManagers();
  void requestsAreCounted();

 private:
  RoomFacts facts() const;

  const Testing::EnglishWords english_;
  std::unique_ptr<ThemeManager> themes_;
  std::unique_ptr<RoomPane> pane_;
};

void RoomPaneTest::init() {
  themes_ = std::make_unique<ThemeManager>();
  pane_ = std::make_unique<RoomPane>(*themes_);
  pane_->resize(264, 700);
  pane_->show();
  QVERIFY(QTest::qWaitForWindowExposed(pane_.get()));
}

void RoomPaneTest::cleanup() {
  pane_.reset();
  themes_.reset();
}

RoomFacts RoomPaneTest::facts() const {
  RoomFacts facts;
  facts.room.name = QStringLiteral("Crew rota");
  facts.room.categoryName = QStringLiteral("Sea");
  facts.room.privacy = Core::Privacy::Secret;
  facts.room.kind = Core::RoomKind::Auditorium;
  facts.room.filesAllowed = false;
  facts.room.createdOn = Timestamp::fromMs(QDateTime(QDate(2025, 3, 14), QTime(9, 0)).toMSecsSinceEpoch());
  facts.invitations = false;
  facts.managers = QStringList{QStringLiteral("Bo Medlar"), QStringLiteral("Cy Sorb")};
  return facts;
}

void RoomPaneTest::tellsWhatIsKnown() {
  pane_->setRoom(facts());
  const QString told = pane_->accessibleDescription();
  for (const QString& part :
       {QStringLiteral("Privacy: Secret, members only"), QStringLiteral("Type: Auditorium"),
        QStringLiteral("Category: Sea"), QStringLiteral("Files: Posting not allowed"),
        QStringLiteral("Invitations: Not sent"), QStringLiteral("Managers: Bo Medlar"), QStringLiteral("Cy Sorb")}) {
    QVERIFY2(told.contains(part), qPrintable(told));
  }
  QVERIFY2(told.contains(QLatin1String("14 ")) && told.contains(QLatin1String("2025")), qPrintable(told));
}

void RoomPaneTest::leavesOutWhatIsNotKnown() {
  RoomFacts bare;
  pane_->setRoom(bare);
  QCOMPARE(pane_->accessibleDescription(), QStringLiteral("Type: Normal"));
}

void RoomPaneTest::manyManagersAreCounted() {
  RoomFacts many = facts();
  many.managers.append({QStringLiteral("Ada Quince"), QStringLiteral("Dot Damson")});
  pane_->setRoom(many);
  QVERIFY(pane_->accessibleDescription().endsWith(QStringLiteral("Managers: Bo Medlar, and 3 more")));
}

void RoomPaneTest::managingIsForManagers() {
  RoomFacts shown = facts();
  pane_->setRoom(shown);
  QVERIFY(!pane_->manageButton()->isVisible());
  QVERIFY(!pane_->inviteButton()->isVisible());
  const int without = pane_->people()->y();
  shown.mayManage = true;
  pane_->setRoom(shown);
  QVERIFY(pane_->manageButton()->isVisible());
  QVERIFY(pane_->inviteButton()->isVisible());
  shown.room.privacy = Core::Privacy::Open;
  pane_->setRoom(shown);
  QVERIFY(!pane_->inviteButton()->isVisible());
  QVERIFY(pane_->people()->y() > without);
  QVERIFY(pane_->manageButton()->geometry().bottom() < pane_->people()->y());
  QSignalSpy pressed(pane_->manageButton(), &Button::clicked);
  QTest::mouseClick(pane_->manageButton(), Qt::LeftButton);
  QCOMPARE(pressed.size(), 1);
}

void RoomPaneTest::requestsAreCounted() {
  RoomFacts shown = facts();
  shown.mayManage = true;
  pane_->setRoom(shown);
  QVERIFY(!pane_->requestsButton()->isVisible());
  const int without = pane_->people()->y();
  shown.requests = 1;
  pane_->setRoom(shown);
  QVERIFY(pane_->requestsButton()->isVisible());
  QCOMPARE(pane_->requestsButton()->text(), QStringLiteral("1 person asks to join"));
  QVERIFY(pane_->people()->y() > without);
  QVERIFY(pane_->requestsButton()->y() > pane_->manageButton()->geometry().bottom());
  QVERIFY(pane_->requestsButton()->geometry().bottom() < pane_->people()->y());
  shown.requests = 3;
  pane_->setRoom(shown);
  QCOMPARE(pane_->requestsButton()->text(), QStringLiteral("3 people ask to join"));
  QSignalSpy pressed(pane_->requestsButton(), &LinkButton::clicked);
  QTest::mouseClick(pane_->requestsButton(), Qt::LeftButton);
  QCOMPARE(pressed.size(), 1);
}

PARLOUR_GUI_TEST(RoomPaneTest)

}  // namespace tst_roompane

#include "tst_roompane.moc"
