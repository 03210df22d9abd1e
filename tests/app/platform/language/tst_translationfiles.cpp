// SPDX-License-Identifier: Apache-2.0
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include "tests/program/Paths.h"
#include "tests/program/TestProgram.h"

namespace tst_translationfiles {

using Parlour::Testing::sourcePath;

struct Entry {
  QString context;
  QString source;
  QString state;  // "unfinished", "vanished", "obsolete" or nothing
  QStringList texts;
  bool plural = false;
};

// The translations in resources/translations: whole, and with everything that English has.
class TestTranslationFiles : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void isComplete_data() { addLanguages(); }
  void isComplete();
  void keepsPlaceholders_data() { addLanguages(); }
  void keepsPlaceholders();
  void keepsMnemonics_data() { addLanguages(); }
  void keepsMnemonics();
  void keepsBlanksAndDots_data() { addLanguages(); }
  void keepsBlanksAndDots();
  void quotesAsTheLanguageDoes();
  void hasEveryWordOfTheSources_data() { addLanguages(); }
  void hasEveryWordOfTheSources();

 private:
  static void addLanguages();
  static QString fileOf(const QString& language) {
    return sourcePath(QStringLiteral("resources/translations/parlour_%1.ts").arg(language));
  }
  static QList<Entry> entriesOf(const QString& file);
  static void readText(QXmlStreamReader& xml, Entry& entry);
  static QStringList placeholders(const QString& text);
  static bool hasMnemonic(const QString& text);
};

void TestTranslationFiles::addLanguages() {
  QTest::addColumn<QString>("language");
  QTest::addColumn<int>("forms");
  QTest::newRow("German") << QStringLiteral("de") << 2;
  QTest::newRow("Chinese") << QStringLiteral("zh_CN") << 1;
  QTest::newRow("English plurals") << QStringLiteral("en") << 2;
}

void TestTranslationFiles::readText(QXmlStreamReader& xml, Entry& entry) {
  entry.state = xml.attributes().value(QLatin1String("type")).toString();
  if (!entry.plural) {
    entry.texts.append(xml.readElementText());
    return;
  }
  while (xml.readNextStartElement()) entry.texts.append(xml.readElementText());
}

QList<Entry> TestTranslationFiles::entriesOf(const QString& file) {
  QFile device(file);
  if (!device.open(QIODevice::ReadOnly)) return {};
  QXmlStreamReader xml(&device);
  QList<Entry> entries;
  QString context;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) continue;
    if (xml.name() == QLatin1String("name")) context = xml.readElementText();
    if (xml.name() == QLatin1String("message")) {
      entries.append(Entry());
      entries.last().context = context;
      entries.last().plural = xml.attributes().hasAttribute(QLatin1String("numerus"));
    }
    if (xml.name() == QLatin1String("source")) entries.last().source = xml.readElementText();
    if (xml.name() == QLatin1String("translation")) readText(xml, entries.last());
  }
  return xml.hasError() ? QList<Entry>() : entries;
}

// Sorted; "%L1" counts as "%1", for a language may write numbers as it likes.
QStringList TestTranslationFiles::placeholders(const QString& text) {
  static const QRegularExpression mark(QStringLiteral("%L?(\\d+|n)"));
  QStringList found;
  for (auto it = mark.globalMatch(text); it.hasNext();) found.append(it.next().captured(1));
  found.sort();
  return found;
}

bool TestTranslationFiles::hasMnemonic(const QString& text) {
  static const QRegularExpression mark(QStringLiteral("(?<!&)&[^&\\s]"));
  return mark.match(text).hasMatch();
}

void TestTranslationFiles::isComplete() {
  QFETCH(QString, language);
  QFETCH(int, forms);
  const QList<Entry> entries = entriesOf(fileOf(language));
  QVERIFY(entries.size() > (language == QLatin1String("en") ? 30 : 1000));
  for (const Entry& entry : entries) {
    const QByteArray where = (entry.context + QStringLiteral(": ") + entry.source).toUtf8();
    QVERIFY2(entry.state.isEmpty(), where.constData());
    QVERIFY2(entry.texts.size() == (entry.plural ? forms : 1), where.constData());
    for (const QString& text : entry.texts) QVERIFY2(!text.isEmpty(), where.constData());
  }
}

// The form for one may say the number in a word.
void TestTranslationFiles::keepsPlaceholders() {
  QFETCH(QString, language);
  for (const Entry& entry : entriesOf(fileOf(language))) {
    const QStringList wanted = placeholders(entry.source);
    for (const QString& text : entry.texts) {
      QStringList found = placeholders(text);
      const bool formForOne = entry.texts.size() > 1 && &text == &entry.texts.first();
      if (formForOne && !found.contains(QStringLiteral("n"))) {
        found.append(QStringLiteral("n"));
        found.sort();
      }
      QVERIFY2(found == wanted, qPrintable(entry.source + QStringLiteral(" -> ") + text));
    }
  }
}

void TestTranslationFiles::keepsMnemonics() {
  QFETCH(QString, language);
  static const QRegularExpression chinese(QStringLiteral("\\(&[A-Z0-9]\\)…?$"));
  for (const Entry& entry : entriesOf(fileOf(language))) {
    for (const QString& text : entry.texts) {
      const QByteArray where = (entry.source + QStringLiteral(" -> ") + text).toUtf8();
      QVERIFY2(hasMnemonic(text) == hasMnemonic(entry.source), where.constData());
      if (language == QLatin1String("zh_CN") && hasMnemonic(text)) {
        QVERIFY2(chinese.match(text).hasMatch(), where.constData());
      }
    }
  }
}

void TestTranslationFiles::keepsBlanksAndDots() {
  QFETCH(QString, language);
  const QChar dots(0x2026);
  for (const Entry& entry : entriesOf(fileOf(language))) {
    const bool separator = entry.source.trimmed().size() <= 1;  // Chinese lists have no blank
    for (const QString& text : entry.texts) {
      const QByteArray where = (entry.source + QStringLiteral(" -> ") + text).toUtf8();
      QVERIFY2(separator || (text.trimmed() == text) == (entry.source.trimmed() == entry.source), where.constData());
      QVERIFY2(text.contains(dots) == entry.source.contains(dots), where.constData());
    }
  }
}

void TestTranslationFiles::quotesAsTheLanguageDoes() {
  const QChar low(0x201e);
  const QChar high(0x201c);
  const QChar end(0x201d);
  for (const Entry& entry : entriesOf(fileOf(QStringLiteral("de")))) {
    for (const QString& text : entry.texts) {
      QVERIFY2(text.count(low) == text.count(high) && !text.contains(end) && !text.contains(QLatin1Char('"')),
               qPrintable(text));
    }
  }
  for (const Entry& entry : entriesOf(fileOf(QStringLiteral("zh_CN")))) {
    for (const QString& text : entry.texts) {
      QVERIFY2(text.count(high) == text.count(end) && !text.contains(QLatin1Char('"')), qPrintable(text));
    }
  }
}

// What `./run translations` would leave to translate.
void TestTranslationFiles::hasEveryWordOfTheSources() {
  QFETCH(QString, language);
  const QTemporaryDir folder;
  const QString copy = folder.filePath(QStringLiteral("copy.ts"));
  const QString list = folder.filePath(QStringLiteral("sources.lst"));
  QVERIFY(QFile::copy(fileOf(language), copy));
  QFile sources(list);
  QVERIFY(sources.open(QIODevice::WriteOnly));
  QDirIterator it(sourcePath(QStringLiteral("app")), {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                  QDirIterator::Subdirectories);
  while (it.hasNext()) sources.write(it.next().toUtf8() + '\n');
  sources.close();
  QProcess update;
  QStringList arguments{
      QStringLiteral("-silent"), QStringLiteral("-I"),    sourcePath(QString()), QStringLiteral("-locations"),
      QStringLiteral("none"),    QLatin1Char('@') + list, QStringLiteral("-ts"), copy};
  if (language == QLatin1String("en")) arguments.prepend(QStringLiteral("-pluralonly"));
  update.start(QStringLiteral(PARLOUR_LUPDATE), arguments);
  QVERIFY(update.waitForFinished(60000));
  QCOMPARE(update.exitCode(), 0);
  QStringList missing;
  for (const Entry& entry : entriesOf(copy)) {
    if (!entry.state.isEmpty())
      missing.append(entry.state + QStringLiteral(" in %1: %2").arg(entry.context, entry.source));
  }
  QVERIFY2(missing.isEmpty(),
           qPrintable(QStringLiteral("./run translations, then translate:\n") + missing.join(QLatin1Char('\n'))));
}

PARLOUR_TEST(TestTranslationFiles)

}  // namespace tst_translationfiles

#include "tst_translationfiles.moc"
