// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QLibraryInfo>
#include <QLocale>
#include <QTest>

#include "app/platform/language/InterfaceLanguage.h"
#include "tests/program/TestProgram.h"

namespace tst_interfacelanguage {

using Parlour::Platform::InterfaceLanguage;

class TestInterfaceLanguage : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void cleanup() { qputenv("LANGUAGE", savedLanguage_); }
  void offersWhatThereIs() {
    QCOMPARE(InterfaceLanguage::available(), (QStringList{QStringLiteral("de"), QStringLiteral("zh_CN")}));
  }
  void speaksTheChosenLanguage_data();
  void speaksTheChosenLanguage();
  void countsInEnglish();
  void takesBackTheLanguageBefore();
  void bringsTheWordsOfQt();

 private:
  static QString words(const char* text, int n = -1) {
    return QCoreApplication::translate("Parlour::Models::RoomListModel", text, nullptr, n);
  }
  QByteArray savedLanguage_ = qgetenv("LANGUAGE");
};

void TestInterfaceLanguage::speaksTheChosenLanguage_data() {
  QTest::addColumn<QString>("chosen");
  QTest::addColumn<QString>("current");
  QTest::addColumn<QString>("closed");
  QTest::addColumn<QString>("one");
  QTest::addColumn<QString>("many");
  QTest::newRow("German") << QStringLiteral("de") << QStringLiteral("de") << QStringLiteral("geschlossener Raum")
                          << QStringLiteral("1 Person") << QStringLiteral("5 Personen");
  QTest::newRow("Chinese") << QStringLiteral("zh_CN") << QStringLiteral("zh_CN") << QStringLiteral("封闭聊天室")
                           << QStringLiteral("1 人") << QStringLiteral("5 人");
  QTest::newRow("English") << QStringLiteral("en") << QStringLiteral("en") << QStringLiteral("closed room")
                           << QStringLiteral("1 person") << QStringLiteral("5 people");
}

void TestInterfaceLanguage::speaksTheChosenLanguage() {
  QFETCH(QString, chosen);
  InterfaceLanguage language;
  language.use(chosen);
  QTEST(language.current(), "current");
  QTEST(words("closed room"), "closed");
  QTEST(words("%n people", 1), "one");
  QTEST(words("%n people", 5), "many");
}

// A language without a translation is like none: the system's, which tests run in English.
void TestInterfaceLanguage::countsInEnglish() {
  qputenv("LANGUAGE", "en");
  InterfaceLanguage language;
  language.use(QStringLiteral("tlh"));
  QCOMPARE(words("closed room"), QStringLiteral("closed room"));
  QCOMPARE(words("%n mention(s)", 1), QStringLiteral("1 mention"));
  QCOMPARE(words("%n mention(s)", 2), QStringLiteral("2 mentions"));
}

void TestInterfaceLanguage::takesBackTheLanguageBefore() {
  {
    InterfaceLanguage language;
    language.use(QStringLiteral("de"));
    language.use(QStringLiteral("zh_CN"));
    QCOMPARE(words("closed room"), QStringLiteral("封闭聊天室"));
  }
  QCOMPARE(words("closed room"), QStringLiteral("closed room"));
}

void TestInterfaceLanguage::bringsTheWordsOfQt() {
  const QString file = QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QStringLiteral("/qtbase_de.qm");
  if (!QFile::exists(file)) QSKIP("The words of Qt are not installed.");
  InterfaceLanguage language;
  language.use(QStringLiteral("de"));
  QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Abbrechen"));
}

PARLOUR_TEST(TestInterfaceLanguage)

}  // namespace tst_interfacelanguage

#include "tst_interfacelanguage.moc"
