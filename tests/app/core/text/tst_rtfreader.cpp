// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "app/core/text/RtfReader.h"
#include "tests/program/TestProgram.h"

namespace tst_rtfreader {

using namespace Parlour::Core;

namespace {

// "plain[b]bold[/]": runs in brackets, for readable rows.
QString shown(const FormattedText& formatted) {
  QString out;
  qsizetype done = 0;
  for (const FormatRun& run : formatted.runs) {
    out += formatted.text.mid(done, run.start - done) + QLatin1Char('[');
    const QList<std::pair<TextMark, QLatin1Char>> names{{TextMark::Bold, QLatin1Char('b')},
                                                        {TextMark::Italic, QLatin1Char('i')},
                                                        {TextMark::Underline, QLatin1Char('u')},
                                                        {TextMark::Strike, QLatin1Char('s')},
                                                        {TextMark::Code, QLatin1Char('c')}};
    for (const auto& [mark, name] : names) {
      if (run.marks.testFlag(mark)) out += name;
    }
    out += (run.link.isEmpty() ? QString() : QLatin1Char('=') + run.link) + QLatin1Char(':');
    out += formatted.text.mid(run.start, run.length) + QLatin1Char(']');
    done = run.start + run.length;
  }
  return out + formatted.text.mid(done);
}

}  // namespace

class RtfReaderTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void reads_data();
  void reads();
  void refuses_data();
  void refuses();
  void largeTextsAreRead();
};

void RtfReaderTest::reads_data() {
  QTest::addColumn<QByteArray>("rtf");
  QTest::addColumn<QString>("text");
  const auto row = [](const char* name, const QByteArray& body, const QString& text) {
    QTest::newRow(name) << "{\\rtf1\\ansi " + body + '}' << text;
  };
  row("bold group", "{\\b Gale} warning", QStringLiteral("[b:Gale] warning"));
  row("switched", "a \\b b\\i c\\b0 d\\i0 e", QStringLiteral("a [b:b][bi:c][i:d]e"));
  row("underline ends", "\\ul a\\ulnone b\\strike c\\strike0 d", QStringLiteral("[u:a]b[s:c]d"));
  row("plain takes all away", "\\b\\i a\\plain b", QStringLiteral("[bi:a]b"));
  row("same looks join", "{\\b a}{\\b b}", QStringLiteral("[b:ab]"));
  row("lines and tabs", "a\\par b\\line c\\tab d", QStringLiteral("a\nb\nc\td"));
  row("line ends of the file are none", "a\r\nb", QStringLiteral("ab"));
  row("unicode with a stand-in", "\\u8364?5", QStringLiteral("€5"));
  row("unicode with more stand-ins", "\\uc2\\u8364\\'80xy", QStringLiteral("€y"));
  row("unicode without", "{\\uc0\\u8364}x", QStringLiteral("€x"));
  row("two halves of a character", "\\u-10179?\\u-8704?", QStringLiteral("😀"));
  row("western bytes", "caf\\'e9 \\'80", QStringLiteral("café €"));
  row("characters by name", "\\ldblquote a\\rdblquote\\~\\emdash\\bullet", QStringLiteral("“a”\u00A0—•"));
  row("escaped characters", "\\{\\\\\\}", QStringLiteral("{\\}"));
  row("colours and sizes are left out", "{\\colortbl;\\red255\\green0\\blue0;}\\cf1\\fs72 a", QStringLiteral("a"));
  row("fixed pitch is code", "{\\fonttbl{\\f0 Arial;}{\\f1\\fmodern Courier;}}a {\\f1 b}", QStringLiteral("a [c:b]"));
  row("pictures", "a{\\pict\\pngblip 89504e47}b", QStringLiteral("ab"));
  row("binary is no text", "a{\\pict\\bin4 }}}}}b", QStringLiteral("ab"));
  row("objects", "a{\\object{\\*\\objdata 00}{\\result x}}b", QStringLiteral("ab"));
  row("hidden words", "a{\\v secret}b", QStringLiteral("ab"));
  row("unknown destinations", "a{\\*\\newthing x{\\b y}}b", QStringLiteral("ab"));
  row("unknown words", "a\\sometimes1 b", QStringLiteral("ab"));
  row("information", "{\\info{\\title x}{\\author y}}a", QStringLiteral("a"));
  row("web link", "{\\field{\\*\\fldinst HYPERLINK \"https://a.example/x\"}{\\fldrslt\\ul here}}",
      QStringLiteral("[u=https://a.example/x:here]"));
  row("other link", "{\\field{\\*\\fldinst HYPERLINK \"file:///etc\"}{\\fldrslt here}}", QStringLiteral("here"));
  row("other field", "{\\field{\\*\\fldinst INCLUDEPICTURE \"https://a.example/i.png\"}{\\fldrslt pic}}",
      QStringLiteral("pic"));
  row("controls are dropped", "a\\u7?b\\'07c", QStringLiteral("abc"));
  row("fonts with a code page", "{\\fonttbl{\\f0\\fcharset204 Arial;}}\\f0\\'cf\\'f0", QStringLiteral("Пр"));
  QTest::newRow("cut short") << QByteArray("{\\rtf1 a{\\b b") << QStringLiteral("a[b:b]");
  QTest::newRow("nothing after the end") << QByteArray("{\\rtf1 a}b") << QStringLiteral("a");
  QTest::newRow("raw Unicode") << QByteArray("{\\rtf1 \xC3\xA4}") << QStringLiteral("ä");
}

void RtfReaderTest::reads() {
  QFETCH(QByteArray, rtf);
  const auto read = readRtf(rtf);
  QVERIFY(read);
  QTEST(shown(*read), "text");
}

void RtfReaderTest::refuses_data() {
  QTest::addColumn<QByteArray>("rtf");
  QTest::newRow("empty") << QByteArray();
  QTest::newRow("plain text") << QByteArray("hello");
  QTest::newRow("HTML") << QByteArray("<b>x</b>");
  QTest::newRow("too deep") << "{\\rtf1" + QByteArray("{").repeated(70) + 'x';
  QTest::newRow("too large") << "{\\rtf1 " + QByteArray(kMostRtfBytes, 'x') + '}';
  QTest::newRow("too many runs") << "{\\rtf1 " + QByteArray("\\b x\\b0 y").repeated(kMostRtfRuns + 1) + '}';
}

void RtfReaderTest::refuses() {
  QFETCH(QByteArray, rtf);
  QVERIFY(!readRtf(rtf));
}

void RtfReaderTest::largeTextsAreRead() {
  const auto read = readRtf("{\\rtf1 " + QByteArray("word ").repeated(40'000) + '}');
  QVERIFY(read);
  QCOMPARE(read->text.size(), 200'000);
}

PARLOUR_TEST(RtfReaderTest)

}  // namespace tst_rtfreader

#include "tst_rtfreader.moc"
