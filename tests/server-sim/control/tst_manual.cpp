// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include "server-sim/control/AdminVerbs.h"
#include "tests/program/Paths.h"
#include "tests/program/TestProgram.h"

namespace tst_manual {

using namespace Parlour::Server;

namespace {

QString contentOf(const char* path) {
  QFile file(Parlour::Testing::sourcePath(QLatin1String(path)));
  return file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

}  // namespace

// The manual page and the completion of parlourctl say what the program does.
class TestManual : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void manualHasEveryCommand();
  void manualHasEveryOption();
  void manualHasEveryCmdlet();
  void completionHasEveryCommandWithItsOptions();
  void completes_data();
  void completes();
};

void TestManual::manualHasEveryCommand() {
  const QString manual = contentOf("packaging/man/parlourctl.1");
  for (const AdminVerb& verb : adminVerbs()) {
    const QString name = QString::fromLatin1(verb.name);
    QVERIFY2(manual.contains(QStringLiteral("\n.B %1\n").arg(name)) ||
                 manual.contains(QStringLiteral("\n.BI \"%1\" \" %2\"\n").arg(name, QLatin1String(verb.parameters))),
             verb.name);
  }
}

void TestManual::manualHasEveryOption() {
  const QString manual = contentOf("packaging/man/parlourctl.1");
  for (const AdminOption& option : adminOptions()) {
    const QString name = QString::fromLatin1(option.name).replace(QLatin1Char('-'), QLatin1String("\\-"));
    const QRegularExpression line(QStringLiteral("\n\\.BI \\\\-\\\\-%1( |\n)").arg(QRegularExpression::escape(name)));
    QVERIFY2(manual.contains(line), option.name);
  }
}

void TestManual::manualHasEveryCmdlet() {
  const QString manual = contentOf("packaging/man/parlourctl.1");
  const qsizetype table = manual.indexOf(QStringLiteral(".TS"));
  QVERIFY(table > 0);
  for (const AdminVerb& verb : adminVerbs()) {
    for (QString cmdlet : QString::fromLatin1(verb.cmdlet).split(QStringLiteral(", "), Qt::SkipEmptyParts)) {
      cmdlet.replace(QLatin1Char('-'), QLatin1String("\\-"));
      const qsizetype row = manual.indexOf(QLatin1Char('\n') + cmdlet + QLatin1Char('\t'), table);
      QVERIFY2(row > 0, qPrintable(cmdlet));
      const QString cell = manual.mid(row, manual.indexOf(QStringLiteral("T}"), row) - row);
      QVERIFY2(cell.contains(QLatin1String(verb.name)), verb.name);
    }
  }
}

void TestManual::completionHasEveryCommandWithItsOptions() {
  const QString script = contentOf("packaging/completion/parlourctl.bash");
  for (const AdminVerb& verb : adminVerbs()) {
    QStringList options;
    for (const OptionUse& use : optionsOf(verb)) options.append(QStringLiteral("--") + QLatin1String(use.option->name));
    const QString line =
        QStringLiteral("    \"%1\") echo \"%2\" ;;\n").arg(QLatin1String(verb.name), options.join(QLatin1Char(' ')));
    QVERIFY2(script.contains(line), verb.name);
    const QRegularExpression listed(QStringLiteral("[\n\"]%1[\n\"]").arg(QLatin1String(verb.name)));
    QVERIFY2(script.contains(listed), verb.name);
  }
}

void TestManual::completes_data() {
  QTest::addColumn<QStringList>("words");
  QTest::addColumn<QString>("offered");
  const auto row = [](const QStringList& words, const char* offered) {
    QTest::newRow(qPrintable(words.join(QLatin1Char(' ')) + QLatin1Char('|'))) << words << QString::fromLatin1(offered);
  };
  const QString room = QStringLiteral("room");
  row({QStringLiteral("ro")}, "room");
  row({room, QStringLiteral("m")}, "manager member move");
  row({room, QStringLiteral("member"), QString()}, "add rm");
  row({QStringLiteral("--data"), QStringLiteral("/tmp"), room, QStringLiteral("l")}, "list");
  row({room, QStringLiteral("add"), QStringLiteral("X"), QStringLiteral("--pri")}, "--privacy");
  row({room, QStringLiteral("add"), QStringLiteral("X"), QStringLiteral("--privacy"), QString()}, "open closed secret");
  row({room, QStringLiteral("rm"), QStringLiteral("X"), QStringLiteral("--y")}, "--yes");
}

void TestManual::completes() {
  QFETCH(QStringList, words);
  QFETCH(QString, offered);
  QProcess bash;
  const QString script = QStringLiteral(
                             "source '%1/packaging/completion/parlourctl.bash'; "
                             "COMP_WORDS=(\"$@\"); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); "
                             "_parlourctl; echo \"${COMPREPLY[*]}\"")
                             .arg(Parlour::Testing::sourcePath(QString()));
  bash.start(QStringLiteral("bash"),
             QStringList{QStringLiteral("-c"), script, QStringLiteral("bash"), QStringLiteral("parlourctl")} + words);
  QVERIFY(bash.waitForFinished());
  QCOMPARE(QString::fromUtf8(bash.readAllStandardOutput()).trimmed(), offered);
}

PARLOUR_TEST(TestManual)

}  // namespace tst_manual

#include "tst_manual.moc"
