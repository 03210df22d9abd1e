// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "app/ui/text/InlineMarks.h"
#include "tests/program/TestProgram.h"

namespace tst_inlinemarks {

using namespace Parlour::Ui;

class InlineMarksTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void found_data();
  void found();
  void marksNest();
  void codeKeepsMarksInside();
  void otherSpansStayWhole();
};

void InlineMarksTest::found_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QStringList>("parts");  // drawn text of the spans
  QTest::addColumn<int>("marks");          // of the second span
  const auto row = [](const char* name, const QString& text, const QStringList& parts, TextMarks marks) {
    QTest::newRow(name) << text << parts << static_cast<int>(marks.toInt());
  };
  row("bold", QStringLiteral("a **b c** d"), {QStringLiteral("a "), QStringLiteral("b c"), QStringLiteral(" d")},
      TextMark::Bold);
  row("italic", QStringLiteral("a _b_ d"), {QStringLiteral("a "), QStringLiteral("b"), QStringLiteral(" d")},
      TextMark::Italic);
  row("underline", QStringLiteral("a __b__."), {QStringLiteral("a "), QStringLiteral("b"), QStringLiteral(".")},
      TextMark::Underline);
  row("strike", QStringLiteral("a ~~b~~"), {QStringLiteral("a "), QStringLiteral("b")}, TextMark::Strike);
  row("code", QStringLiteral("a `x_y_z`"), {QStringLiteral("a "), QStringLiteral("x_y_z")}, TextMark::Code);
  row("names with underscores are not italic", QStringLiteral("my_file_name.txt"), {QStringLiteral("my_file_name.txt")},
      {});
  row("arithmetic is not bold", QStringLiteral("2 ** 3 ** 4"), {QStringLiteral("2 ** 3 ** 4")}, {});
  row("open mark", QStringLiteral("a **b"), {QStringLiteral("a **b")}, {});
  row("not over lines", QStringLiteral("a **b\nc** d"), {QStringLiteral("a **b\nc** d")}, {});
  row("empty", QString(), {}, {});
}

void InlineMarksTest::found() {
  QFETCH(QString, text);
  QFETCH(QStringList, parts);
  QFETCH(int, marks);
  const RichSpans spans = applyInlineMarks({{RichSpan::Kind::Text, text, {}, {}}});
  QStringList drawn;
  for (const RichSpan& span : spans) {
    drawn.append(span.text);
  }
  QCOMPARE(drawn, parts);
  if (spans.size() > 1) {
    QCOMPARE(static_cast<int>(spans.at(1).marks.toInt()), marks);
  }
}

void InlineMarksTest::marksNest() {
  const RichSpans spans = applyInlineMarks({{RichSpan::Kind::Text, QStringLiteral("**a _b_**"), {}, {}}});
  QCOMPARE(spans.size(), 2);
  QVERIFY(spans.at(1).marks.testFlag(TextMark::Bold));
  QVERIFY(spans.at(1).marks.testFlag(TextMark::Italic));
}

void InlineMarksTest::codeKeepsMarksInside() {
  const RichSpans spans = applyInlineMarks({{RichSpan::Kind::Text, QStringLiteral("`**a**`"), {}, {}}});
  QCOMPARE(spans.size(), 1);
  QCOMPARE(spans.first().text, QStringLiteral("**a**"));
}

void InlineMarksTest::otherSpansStayWhole() {
  const RichSpan link{RichSpan::Kind::Link, QStringLiteral("**x**"), QStringLiteral("https://x.example"), {}};
  QCOMPARE(applyInlineMarks({link}), RichSpans{link});
}

PARLOUR_TEST(InlineMarksTest)

}  // namespace tst_inlinemarks

#include "tst_inlinemarks.moc"
