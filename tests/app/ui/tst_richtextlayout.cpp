// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "app/ui/text/MessageSpans.h"
#include "app/ui/text/RichTextLayout.h"
#include "resources/Resources.h"
#include "tests/gui/GuiTest.h"

namespace tst_richtextlayout {

using namespace Parlour::Ui;

namespace {

RichTextLayout layoutOf(const RichSpans& spans, int width, int maxLines = 0) {
  RichTextStyle style;
  style.maxLines = maxLines;
  return RichTextLayout(spans, style, width, Theme::light(), Typography());
}

}  // namespace

class RichTextLayoutTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { Parlour::registerResources(); }
  void linesAreNineteenHigh();
  void longWordsWrapAnywhere();
  void elidesAfterTheAllowedLines();
  void copyGivesBackWhatWasTyped();
  void findsTheLinkUnderAPoint();
  void selectionPaintsOnlyInsideItsRange();
  void bulletsAndBlankLines();
  void emptyTextHasOneLine();
  void rightToLeftBeginsAtTheRight();
  void rightToLeftHugsItsText();
  void linksRunningFromRightToLeftAreFound();
};

void RichTextLayoutTest::linesAreNineteenHigh() {
  QCOMPARE(layoutOf(plainSpans(QStringLiteral("one")), 400).height(), 19);
  QCOMPARE(layoutOf(plainSpans(QStringLiteral("one\ntwo\nthree")), 400).height(), 57);
}

void RichTextLayoutTest::longWordsWrapAnywhere() {
  const RichTextLayout layout = layoutOf(plainSpans(QString(400, QLatin1Char('x'))), 300);
  QVERIFY(layout.usedWidth() <= 300);
  QVERIFY(layout.height() > 3 * 19);
}

void RichTextLayoutTest::elidesAfterTheAllowedLines() {
  const RichTextLayout layout = layoutOf(plainSpans(QStringLiteral("many words ").repeated(60)), 300, 2);
  QCOMPARE(layout.height(), 38);
  QVERIFY(layout.usedWidth() <= 300);
  QVERIFY(layout.wholeText().size() < 200);
}

void RichTextLayoutTest::copyGivesBackWhatWasTyped() {
  const std::vector<Parlour::Xccos::ChatSpan> parsed =
      Parlour::Xccos::parseChatText(QStringLiteral("- first\n- Priya look :)")).spans;
  const RichTextLayout layout = layoutOf(messageSpans(parsed, {{QStringLiteral("Priya")}, {}}), 400);
  QCOMPARE(layout.wholeText(), QStringLiteral("- first\n- Priya look :)"));
}

void RichTextLayoutTest::findsTheLinkUnderAPoint() {
  const RichSpans spans{{RichSpan::Kind::Text, QStringLiteral("see "), {}, {}},
                        {RichSpan::Kind::Link, QStringLiteral("this page"), QStringLiteral("https://a.example"), {}}};
  const RichTextLayout layout = layoutOf(spans, 400);
  const RichSpan* under = layout.spanAt(QPoint(layout.usedWidth() - 4, 9));
  QVERIFY(under);
  QCOMPARE(under->kind, RichSpan::Kind::Link);
  QCOMPARE(layout.spanAt(QPoint(2, 9))->kind, RichSpan::Kind::Text);
  QVERIFY(!layout.spanAt(QPoint(layout.usedWidth() + 20, 9)));
  QVERIFY(!layout.spanAt(QPoint(2, 40)));
}

void RichTextLayoutTest::selectionPaintsOnlyInsideItsRange() {
  const RichTextLayout layout = layoutOf(plainSpans(QStringLiteral("alpha beta gamma")), 400);
  const TextRange word = layout.wordAt(layout.positionAt(QPoint(layout.usedWidth() / 2, 9)));
  QCOMPARE(layout.typedText(word), QStringLiteral("beta"));
  QImage image(400, 19, QImage::Format_RGB32);
  image.fill(Qt::white);
  QPainter painter(&image);
  layout.paint(painter, QPoint(0, 0), Theme::light(), word);
  painter.end();
  int filled = 0;
  for (int x = 0; x < image.width(); ++x) {
    filled += image.pixelColor(x, 2) == Theme::light().fill ? 1 : 0;
  }
  QVERIFY(filled > 15 && filled < 60);
}

void RichTextLayoutTest::bulletsAndBlankLines() {
  const RichTextLayout layout = layoutOf(plainSpans(QStringLiteral("a\n\n- b")), 400);
  QCOMPARE(layout.height(), 2 * 19 + 8);
}

void RichTextLayoutTest::emptyTextHasOneLine() { QCOMPARE(layoutOf({}, 400).height(), 19); }

namespace {

const QString kHebrew = QStringLiteral("\u05e9\u05dc\u05d5\u05dd \u05dc\u05db\u05d5\u05dc\u05dd");

// The columns between which something is drawn.
std::pair<int, int> drawnColumns(const RichTextLayout& layout, int width) {
  QImage image(width, layout.height(), QImage::Format_RGB32);
  image.fill(Qt::white);
  QPainter painter(&image);
  layout.paint(painter, QPoint(0, 0), Theme::light());
  painter.end();
  std::pair<int, int> columns{width, -1};
  for (int x = 0; x < width; ++x) {
    for (int y = 0; y < image.height(); ++y) {
      if (image.pixelColor(x, y) != QColor(Qt::white)) {
        columns = {qMin(columns.first, x), x};
      }
    }
  }
  return columns;
}

}  // namespace

void RichTextLayoutTest::rightToLeftBeginsAtTheRight() {
  const RichTextLayout layout = layoutOf(plainSpans(kHebrew), 400);
  const auto [first, last] = drawnColumns(layout, 400);
  QVERIFY(first > 200);
  QVERIFY(last > 390);
  const RichTextLayout list = layoutOf(plainSpans(QStringLiteral("- ") + kHebrew), 400);
  QVERIFY(drawnColumns(list, 400).second > 375);
  QVERIFY(drawnColumns(list, 400).first < first);
  QCOMPARE(layout.wholeText(), kHebrew);
}

void RichTextLayoutTest::rightToLeftHugsItsText() {
  RichTextStyle style;
  style.hugsText = true;
  const RichTextLayout layout(plainSpans(kHebrew + QStringLiteral("\n") + kHebrew + kHebrew), style, 400,
                              Theme::light(), Typography());
  const auto [first, last] = drawnColumns(layout, 400);
  QVERIFY(layout.usedWidth() < 250);
  QVERIFY(first >= 0 && first < 4);
  QVERIFY(last <= layout.usedWidth());
}

void RichTextLayoutTest::linksRunningFromRightToLeftAreFound() {
  const RichSpans spans{{RichSpan::Kind::Text, kHebrew + QLatin1Char(' '), {}, {}},
                        {RichSpan::Kind::Link, kHebrew, QStringLiteral("https://a.example"), {}}};
  const RichTextLayout layout = layoutOf(spans, 400);
  const RichSpan* left = layout.spanAt(QPoint(400 - layout.usedWidth() + 4, 9));
  QVERIFY(left);
  QCOMPARE(left->kind, RichSpan::Kind::Link);
  QCOMPARE(layout.spanAt(QPoint(396, 9))->kind, RichSpan::Kind::Text);
}

PARLOUR_GUI_TEST(RichTextLayoutTest)

}  // namespace tst_richtextlayout

#include "tst_richtextlayout.moc"
