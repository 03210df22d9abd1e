// SPDX-License-Identifier: Apache-2.0
#include "app/models/DateWords.h"

#include <QDateTime>
#include <QLocale>
#include <QTest>
#include <QTranslator>

#include "resources/translations/Translations.h"
#include "tests/program/TestProgram.h"

namespace tst_datewords {

using namespace Parlour;
using Core::ClockFormat;

class TestDateWords : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { registerTranslations(); }
  void cleanup();
  void days_data();
  void days();
  void otherOrders_data();
  void otherOrders();
  void clockAsChosen_data();
  void clockAsChosen();

 private:
  void speak(const QString& locale);
  static Timestamp at(const QDate& day, int hour, int minute) {
    return Timestamp::fromMs(QDateTime(day, QTime(hour, minute)).toMSecsSinceEpoch());
  }

  QTranslator words_;
  const QDate today_{2026, 11, 12};  // a Thursday
};

void TestDateWords::cleanup() {
  QCoreApplication::removeTranslator(&words_);
  QLocale::setDefault(QLocale::system());
}

void TestDateWords::speak(const QString& locale) {
  QLocale::setDefault(QLocale(locale));
  if (words_.load(QStringLiteral(":/translations/parlour_") +
                  (locale.startsWith(QLatin1String("zh")) ? locale : locale.left(2))))
    QCoreApplication::installTranslator(&words_);
}

void TestDateWords::days_data() {
  QTest::addColumn<QString>("locale");
  QTest::addColumn<QStringList>("separators");  // today, yesterday, last week, last year
  QTest::addColumn<QStringList>("rows");        // today, yesterday, this week, before, last year
  QTest::addColumn<QStringList>("dates");       // with and without the year
  QTest::newRow("en") << QStringLiteral("en_GB")
                      << QStringList{QStringLiteral("Today, Thursday 12 November"),
                                     QStringLiteral("Yesterday, Wednesday 11 November"),
                                     QStringLiteral("Monday 2 November"), QStringLiteral("Monday 3 March 2025")}
                      << QStringList{QStringLiteral("08:43"), QStringLiteral("Yesterday 16:20"),
                                     QStringLiteral("Mon 16:20"), QStringLiteral("2 Nov"), QStringLiteral("3 Mar 2025")}
                      << QStringList{QStringLiteral("3 March 2025"), QStringLiteral("3 March")};
  QTest::newRow("de") << QStringLiteral("de_DE")
                      << QStringList{QStringLiteral("Heute, Donnerstag, 12. November"),
                                     QStringLiteral("Gestern, Mittwoch, 11. November"),
                                     QStringLiteral("Montag, 2. November"), QStringLiteral("Montag, 3. März 2025")}
                      << QStringList{QStringLiteral("08:43"), QStringLiteral("Gestern 16:20"),
                                     QStringLiteral("Mo 16:20"), QStringLiteral("2. Nov."),
                                     QStringLiteral("3. März 2025")}
                      << QStringList{QStringLiteral("3. März 2025"), QStringLiteral("3. März")};
  QTest::newRow("zh") << QStringLiteral("zh_CN")
                      << QStringList{QStringLiteral("今天，11月12日星期四"), QStringLiteral("昨天，11月11日星期三"),
                                     QStringLiteral("11月2日星期一"), QStringLiteral("2025年3月3日星期一")}
                      << QStringList{QStringLiteral("08:43"), QStringLiteral("昨天 16:20"),
                                     QStringLiteral("周一 16:20"), QStringLiteral("11月2日"),
                                     QStringLiteral("2025年3月3日")}
                      << QStringList{QStringLiteral("2025年3月3日"), QStringLiteral("3月3日")};
}

void TestDateWords::days() {
  QFETCH(QString, locale);
  speak(locale);
  const QDate yesterday(2026, 11, 11);
  const QDate monday(2026, 11, 9);
  const QDate before(2026, 11, 2);
  const QDate lastYear(2025, 3, 3);
  const QStringList separators{Models::dayWords(today_, today_), Models::dayWords(yesterday, today_),
                               Models::dayWords(before, today_), Models::dayWords(lastYear, today_)};
  QTEST(separators, "separators");
  const QStringList rows{Models::shortWhen(at(today_, 8, 43), today_), Models::shortWhen(at(yesterday, 16, 20), today_),
                         Models::shortWhen(at(monday, 16, 20), today_), Models::shortWhen(at(before, 16, 20), today_),
                         Models::shortWhen(at(lastYear, 16, 20), today_)};
  QTEST(rows, "rows");
  const QStringList dates{Models::dateWords(lastYear), Models::dateWordsOfYear(lastYear)};
  QTEST(dates, "dates");
}

void TestDateWords::otherOrders_data() {
  QTest::addColumn<QString>("locale");
  QTest::addColumn<QString>("year");
  QTest::addColumn<QString>("noYear");
  QTest::newRow("no locale") << QStringLiteral("C") << QStringLiteral("3 March 2025") << QStringLiteral("3 March");
  QTest::newRow("month first") << QStringLiteral("en_US") << QStringLiteral("March 3, 2025")
                               << QStringLiteral("March 3");
  QTest::newRow("words between") << QStringLiteral("es_ES") << QStringLiteral("3 de marzo de 2025")
                                 << QStringLiteral("3 de marzo");
  QTest::newRow("word behind the year") << QStringLiteral("ru_RU") << QStringLiteral("3 марта 2025 г.")
                                        << QStringLiteral("3 марта");
  QTest::newRow("units") << QStringLiteral("ja_JP") << QStringLiteral("2025年3月3日") << QStringLiteral("3月3日");
  QTest::newRow("units and blanks") << QStringLiteral("ko_KR") << QStringLiteral("2025년 3월 3일")
                                    << QStringLiteral("3월 3일");
}

void TestDateWords::otherOrders() {
  QFETCH(QString, locale);
  QLocale::setDefault(QLocale(locale));
  QTEST(Models::dateWords(QDate(2025, 3, 3)), "year");
  QTEST(Models::dateWordsOfYear(QDate(2025, 3, 3)), "noYear");
}

void TestDateWords::clockAsChosen_data() {
  QTest::addColumn<QString>("locale");
  QTest::addColumn<ClockFormat>("clock");
  QTest::addColumn<QString>("words");
  QTest::newRow("no locale") << QStringLiteral("C") << ClockFormat::System << QStringLiteral("16:20");
  QTest::newRow("no locale, 12") << QStringLiteral("C") << ClockFormat::Hours12 << QStringLiteral("4:20 pm");
  QTest::newRow("America") << QStringLiteral("en_US") << ClockFormat::System << QStringLiteral("4:20 PM");
  QTest::newRow("America, 24") << QStringLiteral("en_US") << ClockFormat::Hours24 << QStringLiteral("16:20");
  QTest::newRow("German") << QStringLiteral("de_DE") << ClockFormat::System << QStringLiteral("16:20");
  QTest::newRow("Finnish dots") << QStringLiteral("fi_FI") << ClockFormat::Hours24 << QStringLiteral("16.20");
  QTest::newRow("Chinese, 12") << QStringLiteral("zh_CN") << ClockFormat::Hours12 << QStringLiteral("下午4:20");
}

void TestDateWords::clockAsChosen() {
  QFETCH(QString, locale);
  QFETCH(ClockFormat, clock);
  speak(locale);
  QTEST(Models::timeWords(at(today_, 16, 20), clock), "words");
}

PARLOUR_TEST(TestDateWords)

}  // namespace tst_datewords

#include "tst_datewords.moc"
