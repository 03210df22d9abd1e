// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include "tests/program/Paths.h"
#include "tests/program/TestProgram.h"
#include "tests/structure/CppText.h"

namespace tst_userwords {

using Parlour::Testing::CppText;

// What the user reads can be translated: words go through tr(), a sentence is one text, numbers choose their form.
class TestUserWords : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void lintFinds_data();
  void lintFinds();
  void wordsAreTranslatable() { expectNone(&TestUserWords::bareWords); }
  void sentencesAreWhole() { expectNone(&TestUserWords::brokenSentences); }
  void numbersChooseTheirForm() { expectNone(&TestUserWords::handMadePlurals); }

 private:
  using Rule = QStringList (*)(const CppText& text);
  static QStringList bareWords(const CppText& text);
  static QStringList brokenSentences(const CppText& text);
  static QStringList handMadePlurals(const CppText& text);
  static QString at(const CppText& text, qsizetype position, const QString& what) {
    return QStringLiteral("%1: %2").arg(text.lineOf(position)).arg(what);
  }
  void expectNone(Rule rule) const;

  QMap<QString, QString> sources_;
};

// The functions that show or speak a text.
const QString kShowing = QStringLiteral(
    "setText|setWindowTitle|setTitle|setSubtitle|setToolTip|setStatusTip|setWhatsThis|setPlaceholderText|"
    "setAccessibleName|setAccessibleDescription|setTabText|setLabelText|setInformativeText|setDetailedText|setCaption|"
    "setWords|setHint|setHelp|setDescription|setProblem|setComplaint|setNote|addAction|addMenu|addTab|addItem|"
    "addButton|addRow|addSection|addTool|addPage|showMessage|showEmpty|showError|showState|announce|drawText|say|"
    "warning|information|question|critical|Label|Button|QLabel|QPushButton|QAction|QMenu|QCheckBox|QRadioButton|"
    "QGroupBox|Error::make|failHere");
// With it, every tr() of a class: "Words::tr", "tr".
const QString kTranslated = QStringLiteral("(?:\\w+::)*tr");

// What is printed on a terminal is English, as the help of each program.
const QStringList kTerminal{QStringLiteral("app/console/"), QStringLiteral("app/demo/"),
                            QStringLiteral("app/program/ProgramOptions")};

// Names that are the same in every language: of keys, which QKeySequence puts into the user's, and of protocols.
bool isNoWord(const QString& text) {
  static const QRegularExpression name(QStringLiteral("^((Ctrl|Alt|Shift)\\+.*|Esc|Del|F\\d+|TLS|TCP|Parlour)$"));
  static const QRegularExpression word(QStringLiteral("\\p{L}{2,}"));
  static const QRegularExpression notSeen(QStringLiteral("%L?(\\d+|n)|\\\\[a-z]|<[^>]*>|&[a-z]+;"));
  return name.match(text).hasMatch() || !word.match(QString(text).remove(notSeen)).hasMatch();
}

// The third argument of an error is for its details, which are not translated.
QString shownPart(const CppText& text, const CppText::Call& call) {
  const QStringList strings = text.plainStringsOf(call);
  for (const QString& string : strings) {
    const bool detail = call.name == QLatin1String("Error::make") && !string.endsWith(QLatin1Char('.'));
    if (!isNoWord(string) && !detail) return string;
  }
  return {};
}

QStringList TestUserWords::bareWords(const CppText& text) {
  QStringList found;
  for (const CppText::Call& call : text.callsOf(kShowing)) {
    const QString words = shownPart(text, call);
    if (!words.isEmpty()) found.append(at(text, call.from, QStringLiteral("%1 “%2”").arg(call.name, words)));
  }
  return found;
}

// Numbers that have one form only.
bool hasOneForm(const QString& words) {
  static const QStringList such{
      // decimals: "1.20 seconds"
      QStringLiteral("%1 seconds"),
      // sizes beyond what tr() counts, and never as small as one
      QStringLiteral("%1 has %2 bytes. This server takes up to %3."),
  };
  return such.contains(words);
}

// A counted phrase may be an argument: a sentence with two numbers has no other way.
QStringList TestUserWords::brokenSentences(const CppText& text) {
  QStringList found;
  for (const CppText::Call& call : text.callsOf(kTranslated)) {
    const QString words = text.wordsOf(call);
    const bool added = text.before(call.from) == QLatin1Char('+') || text.behind(call.end) == QLatin1Char('+');
    const bool argument =
        text.textBefore(call.from, 5) == QLatin1String(".arg(") && !words.contains(QLatin1String("%n"));
    const bool half = words != words.trimmed() && words.trimmed().size() > 1;
    if (added || argument || half)
      found.append(at(text, call.from, QStringLiteral("half a sentence: “%1”").arg(words)));
  }
  return found;
}

QStringList TestUserWords::handMadePlurals(const CppText& text) {
  static const QRegularExpression chosen(QStringLiteral("[=!]= 1 \\? $"));
  static const QRegularExpression counted(QStringLiteral(
      "(?<!\\.)%L?\\d( more| of them)? (rooms?|person|people|messages?|files?|words?|characters?|bytes?|feeds?|"
      "requests?|invitations?|categories|members?|minutes?|hours?|days?|seconds?|changes?|errors?|"
      "mentions?|managers?|hits?|results?|lines?|add-ins?)\\b"));
  QStringList found;
  for (const CppText::Call& call : text.callsOf(kTranslated)) {
    const QString words = text.wordsOf(call);
    const bool byHand = chosen.match(text.textBefore(call.from, 10)).hasMatch() || counted.match(words).hasMatch();
    if (byHand && !hasOneForm(words)) found.append(at(text, call.from, QStringLiteral("needs %n: “%1”").arg(words)));
  }
  return found;
}

void TestUserWords::initTestCase() {
  const QDir root(Parlour::Testing::sourcePath(QString()));
  QDirIterator it(root.filePath(QStringLiteral("app")), {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                  QDirIterator::Subdirectories);
  while (it.hasNext()) {
    QFile file(it.next());
    const QString path = root.relativeFilePath(it.filePath());
    if (std::any_of(kTerminal.begin(), kTerminal.end(), [&](const QString& part) { return path.startsWith(part); }))
      continue;
    QVERIFY(file.open(QIODevice::ReadOnly));
    sources_.insert(path, QString::fromUtf8(file.readAll()));
  }
  QVERIFY(sources_.size() > 400);
}

void TestUserWords::lintFinds_data() {
  QTest::addColumn<QString>("source");
  QTest::addColumn<int>("bare");
  QTest::addColumn<int>("broken");
  QTest::addColumn<int>("plurals");
  const auto row = [](const char* name, const QString& source, int bare, int broken, int plurals) {
    QTest::newRow(name) << source << bare << broken << plurals;
  };
  row("bare", QStringLiteral("b.setText(QStringLiteral(\"Open room\"));"), 1, 0, 0);
  row("translated", QStringLiteral("b.setText(tr(\"Open room\"));"), 0, 0, 0);
  row("no words", QStringLiteral("b.setText(QStringLiteral(\"%1 / %2\").arg(a, b));"), 0, 0, 0);
  row("comment", QStringLiteral("// b.setText(QStringLiteral(\"Open room\"));"), 0, 0, 0);
  row("key", QStringLiteral("b.setWords(tr(\"Close\"), QStringLiteral(\"Esc\"));"), 0, 0, 0);
  row("over lines", QStringLiteral("menu->addAction(icon,\n  QLatin1String(\"Leave (now)\"), this);"), 1, 0, 0);
  row("error", QStringLiteral("Error::make(code, QStringLiteral(\"It failed.\"))"), 1, 0, 0);
  row("added", QStringLiteral("x = tr(\"Hello\") + name;"), 0, 1, 0);
  row("added behind", QStringLiteral("x = name + Words::tr(\"joined\");"), 0, 1, 0);
  row("as argument", QStringLiteral("x = tr(\"You are %1\").arg(tr(\"away\"));"), 0, 1, 0);
  row("counted argument", QStringLiteral("x = tr(\"%1 there\").arg(tr(\"%n rooms\", nullptr, n));"), 0, 0, 0);
  row("blank at the end", QStringLiteral("x = tr(\"By \");"), 0, 1, 0);
  row("chosen by hand", QStringLiteral("x = n == 1 ? tr(\"one\") : tr(\"%n\", nullptr, n);"), 0, 0, 1);
  row("number without form", QStringLiteral("x = tr(\"%1 rooms\").arg(n);"), 0, 0, 1);
  row("number with form", QStringLiteral("x = tr(\"%n rooms\", nullptr, n);"), 0, 0, 0);
}

void TestUserWords::lintFinds() {
  QFETCH(QString, source);
  const CppText text(source);
  QTEST(int(bareWords(text).size()), "bare");
  QTEST(int(brokenSentences(text).size()), "broken");
  QTEST(int(handMadePlurals(text).size()), "plurals");
}

void TestUserWords::expectNone(Rule rule) const {
  QStringList found;
  for (auto it = sources_.begin(); it != sources_.end(); ++it) {
    for (const QString& finding : rule(CppText(it.value()))) found.append(it.key() + QLatin1Char(':') + finding);
  }
  for (const QString& line : std::as_const(found)) qWarning("%s", qPrintable(line));
  QCOMPARE(found.size(), 0);
}

PARLOUR_TEST(TestUserWords)

}  // namespace tst_userwords

#include "tst_userwords.moc"
