// SPDX-License-Identifier: Apache-2.0
#include <QClipboard>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

#include "app/ui/text/MessageSpans.h"
#include "app/ui/timeline/JumpButton.h"
#include "app/ui/timeline/TimelineView.h"
#include "tests/gui/GuiTest.h"

namespace tst_timelineview {

using namespace Parlour::Ui;

namespace {

constexpr int kIdRoleOfTest = Qt::UserRole + 1;
constexpr int kContentRole = Qt::UserRole + 2;

RowContent contentAt(const QModelIndex& index) { return index.data(kContentRole).value<RowContent>(); }

QStandardItem* itemFor(int number, const QString& text = {}) {
  RowContent content;
  content.id = QString::number(number);
  content.author = QStringLiteral("Ada Quince");
  content.time = QStringLiteral("08:%1").arg(number % 60, 2, 10, QLatin1Char('0'));
  // Very different lengths, so that wrong heights show.
  content.body =
      plainSpans(text.isEmpty() ? QStringLiteral("word%1 ").arg(number).repeated(1 + number * 7 % 60) : text);
  auto* item = new QStandardItem;
  item->setData(content.id, kIdRoleOfTest);
  item->setData(QVariant::fromValue(content), kContentRole);
  return item;
}

}  // namespace

class TimelineViewTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup();
  void staysAtTheBottomWhileRowsArrive();
  void keepsThePlaceWhenOlderRowsCome();
  void keepsThePlaceWhenARowAboveGrows();
  void keepsThePlaceOnResizeAndThemeChange();
  void countsNewRowsBelow();
  void pagesAfterAJumpAreNotNew();
  void asksForOlderRowsNearTheTop();
  void selectsAndCopiesText();
  void copiesSelectedRows();
  void enterDoesTheMainAct();
  void reportsTheNewestRowSeen();
  void thousandsOfRowsAppendQuickly();

 private:
  void fill(int count);
  QPair<QString, int> topRow() const;

  std::unique_ptr<ThemeManager> themes_;
  std::unique_ptr<QStandardItemModel> model_;
  std::unique_ptr<TimelineView> view_;
};

void TimelineViewTest::init() {
  themes_ = std::make_unique<ThemeManager>();
  model_ = std::make_unique<QStandardItemModel>();
  view_ = std::make_unique<TimelineView>(*themes_, kIdRoleOfTest, contentAt);
  view_->resize(744, 500);
}

void TimelineViewTest::cleanup() {
  view_.reset();
  model_.reset();
  themes_.reset();
}

void TimelineViewTest::fill(int count) {
  for (int i = 0; i < count; ++i) {
    model_->appendRow(itemFor(1000 + i));
  }
  view_->setModel(model_.get());
  view_->show();
  QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
  view_->openAt(-1);
}

QPair<QString, int> TimelineViewTest::topRow() const {
  const QModelIndex top = view_->indexAt(QPoint(300, 0));
  return {top.data(kIdRoleOfTest).toString(), view_->visualRect(top).top()};
}

void TimelineViewTest::staysAtTheBottomWhileRowsArrive() {
  fill(80);
  QVERIFY(view_->atBottom());
  for (int i = 0; i < 5; ++i) {
    model_->appendRow(itemFor(3000 + i));
    QCOMPARE(view_->verticalScrollBar()->value(), view_->verticalScrollBar()->maximum());
  }
  QVERIFY(!view_->jumpButton()->isVisible());
}

void TimelineViewTest::keepsThePlaceWhenOlderRowsCome() {
  fill(80);
  view_->verticalScrollBar()->setValue(view_->verticalScrollBar()->maximum() / 2 + 3);
  const auto before = topRow();
  for (int i = 0; i < 30; ++i) {
    model_->insertRow(0, itemFor(500 - i));
    QCOMPARE(topRow(), before);
  }
}

void TimelineViewTest::keepsThePlaceWhenARowAboveGrows() {
  fill(80);
  view_->verticalScrollBar()->setValue(view_->verticalScrollBar()->maximum() / 2 + 3);
  const auto before = topRow();
  RowContent content = contentAt(model_->index(2, 0));
  content.body = plainSpans(QStringLiteral("grown ").repeated(400));
  model_->setData(model_->index(2, 0), QVariant::fromValue(content), kContentRole);
  QCOMPARE(topRow(), before);
}

void TimelineViewTest::keepsThePlaceOnResizeAndThemeChange() {
  fill(80);
  view_->verticalScrollBar()->setValue(view_->verticalScrollBar()->maximum() / 2);
  const QString before = topRow().first;
  view_->resize(560, 500);
  QCOMPARE(topRow().first, before);
  themes_->setScheme(ColorScheme::Dark);
  QCOMPARE(topRow().first, before);
  themes_->setTextSize(TextSize::Larger);
  QCOMPARE(topRow().first, before);
}

void TimelineViewTest::countsNewRowsBelow() {
  fill(80);
  view_->verticalScrollBar()->setValue(100);
  QTRY_VERIFY(view_->jumpButton()->isVisible());
  model_->appendRow(itemFor(3000));
  model_->appendRow(itemFor(3001));
  QVERIFY(view_->jumpButton()->text().endsWith(QStringLiteral("2")));
  view_->jumpButton()->click();
  QVERIFY(view_->atBottom());
  QVERIFY(!view_->jumpButton()->isVisible());
}

// A reader who jumped into the past scrolls down: the next page must not carry the place away.
void TimelineViewTest::pagesAfterAJumpAreNotNew() {
  fill(80);
  bool live = false;
  view_->setEndReader([&live] { return live; });
  view_->verticalScrollBar()->setValue(view_->verticalScrollBar()->maximum());
  const auto before = topRow();
  for (int i = 0; i < 50; ++i) {
    model_->appendRow(itemFor(3000 + i));
    QCOMPARE(topRow(), before);
  }
  QTRY_VERIFY(view_->jumpButton()->isVisible());
  QVERIFY2(!view_->jumpButton()->text().contains(QLatin1Char('5')), qPrintable(view_->jumpButton()->text()));
  live = true;
  view_->verticalScrollBar()->setValue(view_->verticalScrollBar()->maximum());
  model_->appendRow(itemFor(4000));
  QVERIFY(view_->atBottom());
}

void TimelineViewTest::asksForOlderRowsNearTheTop() {
  fill(120);
  QSignalSpy older(view_.get(), &TimelineView::olderNeeded);
  view_->verticalScrollBar()->setValue(view_->verticalScrollBar()->maximum() - 50);
  QCOMPARE(older.size(), 0);
  view_->verticalScrollBar()->setValue(200);
  QVERIFY(older.size() > 0);
}

void TimelineViewTest::selectsAndCopiesText() {
  model_->appendRow(itemFor(1, QStringLiteral("alpha beta gamma")));
  fill(0);
  const QRect row = view_->visualRect(model_->index(0, 0));
  const QPoint inText = row.topLeft() + QPoint(64, 35);
  QTest::mousePress(view_->viewport(), Qt::LeftButton, {}, inText - QPoint(3, 0));
  QTest::mouseMove(view_->viewport(), inText + QPoint(400, 0));
  QMouseEvent drag(QEvent::MouseMove, inText + QPoint(400, 0), view_->viewport()->mapToGlobal(inText), Qt::NoButton,
                   Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(view_->viewport(), &drag);
  QTest::mouseRelease(view_->viewport(), Qt::LeftButton, {}, inText + QPoint(400, 0));
  QCOMPARE(view_->copyText(), QStringLiteral("alpha beta gamma"));
}

void TimelineViewTest::copiesSelectedRows() {
  model_->appendRow(itemFor(1, QStringLiteral("first")));
  model_->appendRow(itemFor(2, QStringLiteral("second")));
  fill(0);
  view_->selectAll();
  QTest::keyClick(view_.get(), Qt::Key_C, Qt::ControlModifier);
  QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("08:01 Ada Quince: first\n08:02 Ada Quince: second"));
}

void TimelineViewTest::enterDoesTheMainAct() {
  QStandardItem* item = itemFor(1, QStringLiteral("body"));
  RowContent story = item->data(kContentRole).value<RowContent>();
  story.kind = RowContent::Kind::Story;
  item->setData(QVariant::fromValue(story), kContentRole);
  model_->appendRow(item);
  fill(0);
  QSignalSpy acts(view_.get(), &TimelineView::actRequested);
  view_->setCurrentIndex(model_->index(0, 0));
  QTest::keyClick(view_.get(), Qt::Key_Return);
  QCOMPARE(acts.size(), 1);
  QCOMPARE(acts.first().at(1).value<RowAct>(), RowAct::ToggleStory);
}

void TimelineViewTest::reportsTheNewestRowSeen() {
  fill(60);
  view_->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(view_.get()));
  QSignalSpy seen(view_.get(), &TimelineView::newestSeen);
  model_->appendRow(itemFor(3000));
  QTRY_COMPARE_WITH_TIMEOUT(seen.size(), 1, 3000);
  view_->verticalScrollBar()->setValue(0);
  model_->appendRow(itemFor(3001));
  QVERIFY(!seen.wait(1300));
}

void TimelineViewTest::thousandsOfRowsAppendQuickly() {
  fill(2000);
  QElapsedTimer timer;
  timer.start();
  constexpr int kAppends = 20;
  for (int i = 0; i < kAppends; ++i) {
    model_->appendRow(itemFor(5000 + i));
  }
  // The budget is 8 ms each; a loaded machine gets five times that before this fails.
  QVERIFY2(timer.elapsed() < kAppends * 40, qPrintable(QString::number(timer.elapsed())));
}

PARLOUR_GUI_TEST(TimelineViewTest)

}  // namespace tst_timelineview

#include "tst_timelineview.moc"
