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

PARLOUR_GUI_TEST(RichTextLayoutTest)

}  // namespace tst_richtextlayout

#include "tst_richtextlayout.moc"
