// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "protocol/files/FileNames.h"
#include "tests/program/TestProgram.h"

namespace tst_filenames {

using namespace Parlour::Files;

class TestFileNames : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void clean_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("cleaned");
    const auto row = [](const char* what, const QString& name, const QString& cleaned) {
      QTest::newRow(what) << name << cleaned;
    };
    row("plain", QStringLiteral("tides.txt"), QStringLiteral("tides.txt"));
    row("other letters", QStringLiteral("Größe 潮.pdf"), QStringLiteral("Größe 潮.pdf"));
    row("beyond the basic plane", QString::fromUtf8("boat \xf0\x9f\x9a\xa4.png"),
        QString::fromUtf8("boat \xf0\x9f\x9a\xa4.png"));
    row("path", QStringLiteral("../../etc/passwd"), QStringLiteral("passwd"));
    row("Windows path", QStringLiteral("C:\\temp\\x.exe"), QStringLiteral("x.exe"));
    row("drive", QStringLiteral("C:x.exe"), QStringLiteral("Cx.exe"));
    row("stream", QStringLiteral("a.txt:hidden"), QStringLiteral("a.txthidden"));
    row("dots", QStringLiteral(".."), QString());
    row("hidden", QStringLiteral(".bashrc"), QStringLiteral("bashrc"));
    row("dots and blanks at the end", QStringLiteral("a.txt . ."), QStringLiteral("a.txt"));
    row("nothing", QStringLiteral(" \t "), QString());
    row("only a folder", QStringLiteral("folder/"), QString());
    row("control characters", QStringLiteral("a\r\nb\x1f\x7f.txt"), QStringLiteral("ab.txt"));
    row("null", QString::fromUtf8("a\0.exe", 6), QStringLiteral("a.exe"));
    row("turned around", QStringLiteral(u"photo_\u202egpj.exe"), QStringLiteral("photo_gpj.exe"));
    row("invisible", QStringLiteral(u"a\u200b\u2066\ufeff.txt"), QStringLiteral("a.txt"));
    row("wildcards and marks", QStringLiteral("a<b>|c?*\".txt"), QStringLiteral("abc.txt"));
    row("device", QStringLiteral("CON"), QStringLiteral("_CON"));
    row("device with ending", QStringLiteral("com1.txt"), QStringLiteral("_com1.txt"));
    row("device with two endings", QStringLiteral("Aux.tar.gz"), QStringLiteral("_Aux.tar.gz"));
    row("device in a path", QStringLiteral("x\\nul"), QStringLiteral("_nul"));
    row("no device", QStringLiteral("com10.txt"), QStringLiteral("com10.txt"));
    row("no device either", QStringLiteral("console.txt"), QStringLiteral("console.txt"));
    row("long", QString(1'000, u'a') + QStringLiteral(".txt"), QString(236, u'a') + QStringLiteral(".txt"));
  }
  void clean() {
    QFETCH(QString, name);
    QFETCH(QString, cleaned);
    QCOMPARE(cleanFileName(name), cleaned);
    QCOMPARE(cleanFileName(cleaned), cleaned);
  }

  // A name is cut between characters, whatever their length, and keeps its ending.
  void longNamesStayText() {
    const QString name = QString::fromUtf8("\xf0\x9f\x9a\xa4").repeated(200) + QStringLiteral(".jpeg");
    const QString cleaned = cleanFileName(name);
    QVERIFY(cleaned.toUtf8().size() <= kLongestNameBytes);
    QVERIFY(cleaned.endsWith(QStringLiteral(".jpeg")));
    QVERIFY(cleaned.isValidUtf16());
  }

  void endings() {
    QCOMPARE(endingOf(u"a.TXT"), QByteArray("txt"));
    QCOMPARE(endingOf(u"a.tar.gz"), QByteArray("gz"));
    QCOMPARE(endingOf(u"a"), QByteArray());
    QCOMPARE(endingOf(u"a."), QByteArray());
    QCOMPARE(endingOf(u"a.t/t"), QByteArray());
    QCOMPARE(endingOf(u"a.12345678901"), QByteArray());
    QCOMPARE(endingOf(u"a.\u00e9"), QByteArray());
  }

  void repositoryNames() {
    const QByteArray name = repositoryNameFor(u"Tides.TXT");
    QVERIFY(isRepositoryName(name));
    QVERIFY(name.endsWith(".txt"));
    QVERIFY(isRepositoryName(repositoryNameFor(u"no ending")));
    QVERIFY(repositoryNameFor(u"a.txt") != repositoryNameFor(u"a.txt"));
  }
  void notRepositoryNames_data() {
    QTest::addColumn<QByteArray>("name");
    const QByteArray guid = "77aa66bb-55cc-44dd-93ee-22ff11001234";
    for (const QByteArray& name : {QByteArray(), QByteArray("x"), guid + ".", guid + ".TXT", guid + "/x", guid + ".a.b",
                                   guid + ".../x", guid.toUpper(), guid + ".12345678901", "../" + guid,
                                   QByteArray(guid).replace('-', '_'), guid + QByteArray(".t\0t", 4)}) {
      QTest::newRow(name.isEmpty() ? "empty" : name.toPercentEncoding().constData()) << name;
    }
  }
  void notRepositoryNames() {
    QFETCH(QByteArray, name);
    QVERIFY(!isRepositoryName(name));
  }
};

PARLOUR_TEST(TestFileNames)

}  // namespace tst_filenames

#include "tst_filenames.moc"
