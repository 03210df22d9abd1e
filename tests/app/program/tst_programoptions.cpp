// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "app/program/ProgramOptions.h"
#include "tests/program/TestProgram.h"

namespace tst_programoptions {

using namespace Parlour;

class TestProgramOptions : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void takesLinks() {
    const auto options =
        Program::parseProgramOptions({QStringLiteral("parlour"), QStringLiteral("--profile"), QStringLiteral("desk"),
                                      QStringLiteral("ma-chan://northgate.example/fx?message=42")});
    QVERIFY(options.ok());
    QCOMPARE(options->profile, QStringLiteral("desk"));
    QVERIFY(options->profileDir.endsWith(QStringLiteral("/parlour/desk")));
    QVERIFY(!options->scheme);
    QVERIFY(options->link);
    QCOMPARE(options->link->message, 42);
  }

  void themeIsOnlySetWhenGiven() {
    const auto options =
        Program::parseProgramOptions({QStringLiteral("parlour"), QStringLiteral("--theme"), QStringLiteral("dark")});
    QVERIFY(options.ok());
    QVERIFY(options->scheme == Ui::ColorScheme::Dark);
  }

  void refuses_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("another scheme") << QStringList{QStringLiteral("https://northgate.example/")};
    QTest::newRow("no room") << QStringList{QStringLiteral("ma-chan://northgate.example")};
    QTest::newRow("two links") << QStringList{QStringLiteral("ma-chan://a.example/b"),
                                              QStringLiteral("ma-chan://a.example/c")};
    QTest::newRow("profile with a path") << QStringList{QStringLiteral("--profile=../x")};
    QTest::newRow("unknown theme") << QStringList{QStringLiteral("--theme=pink")};
  }
  void refuses() {
    QFETCH(const QStringList, arguments);
    const auto options = Program::parseProgramOptions(QStringList(QStringLiteral("parlour")) + arguments);
    QVERIFY(!options.ok());
    QVERIFY(!options.error().text.isEmpty());
  }
};

PARLOUR_TEST(TestProgramOptions)

}  // namespace tst_programoptions

#include "tst_programoptions.moc"
