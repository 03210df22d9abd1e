// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QTest>

#include "app/console/CommandLine.h"
#include "tests/program/TestProgram.h"

namespace tst_consolecommandline {

using namespace Parlour;
using namespace Parlour::Console;

class TestConsoleCommandLine : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { qunsetenv("PARLOUR_PASSWORD"); }
  void defaults();
  void everythingSaid();
  void servers_data();
  void servers();
  void refused_data();
  void refused();
  void helpAndVersion();
  void passwordFiles_data();
  void passwordFiles();
  void passwordFromTheEnvironment();
  void words_data();
  void words();

 private:
  static Result<Options> parse(const QStringList& arguments) {
    return parseOptions(QStringList{QStringLiteral("parlour-console")} + arguments);
  }
  static QStringList list(const char* text) {
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
  }
};

void TestConsoleCommandLine::defaults() {
  const auto options = parse({});
  QVERIFY(options);
  QVERIFY(options->account.address.isEmpty());
  QVERIFY(options->account.host.isEmpty());
  QVERIFY(options->account.tls);
  QVERIFY(options->account.password.isEmpty());
  QVERIFY(options->commands.isEmpty());
  QVERIFY(!options->json && !options->trace);
  QCOMPARE(options->timeLimitSeconds, 30);
  QVERIFY(!options->profileDir.isEmpty());
  QVERIFY(!options->computerName.isEmpty());
}

void TestConsoleCommandLine::everythingSaid() {
  const auto options =
      parse({QStringLiteral("--user"), QStringLiteral("Ada@orchard.example"), QStringLiteral("--server"),
             QStringLiteral("192.0.2.1:5061"), QStringLiteral("--tcp"), QStringLiteral("-e"), QStringLiteral("sign-in"),
             QStringLiteral("-e"), QStringLiteral("say \"Tide tables\" hello"), QStringLiteral("--json"),
             QStringLiteral("--trace"), QStringLiteral("--time-limit"), QStringLiteral("5"),
             QStringLiteral("--profile"), QStringLiteral("p"), QStringLiteral("--computer"), QStringLiteral("office")});
  QVERIFY(options);
  QCOMPARE(options->account.address.bytes(), "sip:ada@orchard.example");
  QCOMPARE(options->account.host, QStringLiteral("192.0.2.1"));
  QCOMPARE(options->account.port, quint16{5061});
  QVERIFY(!options->account.tls);
  QCOMPARE(options->commands, (QStringList{QStringLiteral("sign-in"), QStringLiteral("say \"Tide tables\" hello")}));
  QVERIFY(options->json && options->trace);
  QCOMPARE(options->timeLimitSeconds, 5);
  QCOMPARE(options->profileDir, QStringLiteral("p"));
  QCOMPARE(options->computerName, "office");
}

void TestConsoleCommandLine::servers_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("host");
  QTest::addColumn<int>("port");
  QTest::newRow("name") << QStringLiteral("chat.orchard.example:5061") << QStringLiteral("chat.orchard.example")
                        << 5061;
  QTest::newRow("IPv4") << QStringLiteral("127.0.0.1:1") << QStringLiteral("127.0.0.1") << 1;
  QTest::newRow("IPv6 in brackets") << QStringLiteral("[::1]:65535") << QStringLiteral("::1") << 65535;
}

void TestConsoleCommandLine::servers() {
  QFETCH(QString, text);
  QFETCH(QString, host);
  QFETCH(int, port);
  const auto options = parse({QStringLiteral("--server"), text});
  QVERIFY(options);
  QCOMPARE(options->account.host, host);
  QCOMPARE(int{options->account.port}, port);
}

void TestConsoleCommandLine::refused_data() {
  QTest::addColumn<QString>("line");
  QTest::addColumn<QString>("says");
  const auto row = [](const char* line, const char* says) {
    QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(says);
  };
  row("--nonsense", "nonsense");
  row("--user", "user");
  row("--user ada", "");
  row("--server localhost", "\"localhost\" is not HOST:PORT");
  row("--server localhost:", "HOST:PORT");
  row("--server localhost:0", "HOST:PORT");
  row("--server localhost:65536", "HOST:PORT");
  row("--server :5060", "HOST:PORT");
  row("--server []:5060", "HOST:PORT");
  row("--server localhost:sip", "HOST:PORT");
  row("--password-file absent.txt", "password file");
  row("--time-limit soon", "time-limit");
  row("--time-limit 0", "time-limit");
  row("--time-limit -5", "time-limit");
  row("--time-limit 86401", "time-limit");
  row("sign-in", "\"sign-in\"");
}

void TestConsoleCommandLine::refused() {
  QFETCH(QString, line);
  QFETCH(QString, says);
  const auto options = parse(line.split(QLatin1Char(' ')));
  QVERIFY(!options);
  QVERIFY(options.error().code != ErrorCode::Cancelled);
  QVERIFY(!options.error().text.isEmpty());
  QVERIFY2(options.error().text.contains(says), qPrintable(options.error().text));
}

void TestConsoleCommandLine::helpAndVersion() {
  const auto help = parse({QStringLiteral("--help")});
  QVERIFY(!help);
  QCOMPARE(help.error().code, ErrorCode::Cancelled);
  QVERIFY(help.error().text.contains(QStringLiteral("--password-file")));
  QVERIFY(!help.error().text.contains(QStringLiteral("--password ")));
  const auto version = parse({QStringLiteral("--version")});
  QCOMPARE(version.error().code, ErrorCode::Cancelled);
  QCOMPARE(version.error().text, QStringLiteral("parlour-console " PARLOUR_VERSION));
}

void TestConsoleCommandLine::passwordFiles_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QString>("password");
  QTest::newRow("without line end") << QByteArray("secret") << QStringLiteral("secret");
  QTest::newRow("LF") << QByteArray("secret\n") << QStringLiteral("secret");
  QTest::newRow("CR LF") << QByteArray("secret\r\n") << QStringLiteral("secret");
  QTest::newRow("first line only") << QByteArray("secret\nother\n") << QStringLiteral("secret");
  QTest::newRow("blanks belong to it") << QByteArray("  two words \n") << QStringLiteral("  two words ");
  QTest::newRow("other scripts") << QByteArray("Gezeiten\xc3\xa4\n") << QStringLiteral("Gezeiten\u00e4");
  QTest::newRow("empty") << QByteArray() << QString();
  QTest::newRow("too long") << QByteArray(2'000, 'x') << QStringLiteral("*refused");
}

void TestConsoleCommandLine::passwordFiles() {
  QFETCH(QByteArray, text);
  QFETCH(QString, password);
  qputenv("PARLOUR_PASSWORD", "from the environment");
  QTemporaryDir directory;
  QFile file(directory.filePath(QStringLiteral("password")));
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write(text);
  file.close();
  const auto options = parse({QStringLiteral("--password-file"), file.fileName()});
  if (password == QStringLiteral("*refused")) {
    QVERIFY(!options);
    QVERIFY(!options.error().text.contains(QStringLiteral("xxx")));
    return;
  }
  QVERIFY(options);
  QCOMPARE(options->account.password, password);
}

void TestConsoleCommandLine::passwordFromTheEnvironment() {
  qputenv("PARLOUR_PASSWORD", " from the environment ");
  QCOMPARE(parse({})->account.password, QStringLiteral(" from the environment "));
}

void TestConsoleCommandLine::words_data() {
  QTest::addColumn<QString>("line");
  QTest::addColumn<QStringList>("words");
  const auto row = [](const char* name, const char* line, const QStringList& words) {
    QTest::newRow(name) << QString::fromLatin1(line) << words;
  };
  row("nothing", "", {});
  row("blanks", " \t ", {});
  row("one", "rooms", list("rooms"));
  row("several", "  say   lobby\thello ", list("say lobby hello"));
  row("quoted", "say \"Tide tables\" x", {QStringLiteral("say"), QStringLiteral("Tide tables"), QStringLiteral("x")});
  row("empty word", "say lobby \"\"", {QStringLiteral("say"), QStringLiteral("lobby"), QString()});
  row("quotes within a word", "a\"b c\"d", {QStringLiteral("ab cd")});
  row("escaped quote", "say \\\"hi\\\"", {QStringLiteral("say"), QStringLiteral("\"hi\"")});
  row("escaped blank", "Tide\\ tables", {QStringLiteral("Tide tables")});
  row("escape in quotes", "\"a\\\"b\\\\c\"", {QStringLiteral("a\"b\\c")});
  row("backslash at the end", "a\\", {QStringLiteral("a\\")});
  row("missing quote", "say \"hello", {QStringLiteral("*refused")});
  row("escaped last quote", "\"a\\\"", {QStringLiteral("*refused")});
}

void TestConsoleCommandLine::words() {
  QFETCH(QString, line);
  QFETCH(QStringList, words);
  const auto split = splitCommand(line);
  if (words.value(0) == QStringLiteral("*refused")) {
    QVERIFY(!split);
    QCOMPARE(split.error().code, ErrorCode::InvalidArgument);
    return;
  }
  QVERIFY(split);
  QCOMPARE(*split, words);
}

PARLOUR_TEST(TestConsoleCommandLine)

}  // namespace tst_consolecommandline

#include "tst_consolecommandline.moc"
