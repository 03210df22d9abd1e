// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QTest>

#include "server-sim/config/ServerConfig.h"
#include "tests/program/TestProgram.h"

namespace tst_commandline {

using namespace Parlour;
using namespace Parlour::Server;

class TestCommandLine : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void safeDefaults();
  void accepted_data();
  void accepted();
  void refused_data();
  void refused();
  void helpAndVersion();
  void commandLineWinsOverTheFile();
  void fileCannotOpenTheServer();
  void printConfigNeedsNoData();
  void everyKeyIsAnOption_data();
  void everyKeyIsAnOption();

 private:
  static QStringList arguments(const QString& line) {
    return QStringList{QStringLiteral("parlour-server")} + line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
  }
};

void TestCommandLine::safeDefaults() {
  const auto config = parseCommandLine(arguments(QStringLiteral("--data d")));
  QVERIFY(config);
  QCOMPARE(config->dataDir, QStringLiteral("d"));
  QCOMPARE(config->listen, QStringList{QStringLiteral("tcp:127.0.0.1:5060")});
  QVERIFY(!config->demo);
  QVERIFY(!config->frontEnd.openSignIn);
  QVERIFY(!config->allowPlaintext);
}

void TestCommandLine::accepted_data() {
  QTest::addColumn<QString>("line");
  const auto row = [](const char* line) { QTest::newRow(line) << QString::fromLatin1(line); };
  row("--listen tcp:127.0.0.1:0");
  row("--listen tcp:localhost:5060");
  row("--listen tcp:[::1]:5060");
  row("--listen tcp:127.8.9.10:5060");
  row("--listen tls:0.0.0.0:5061");
  row("--listen tls:[::]:5061");
  row("--listen tcp:127.0.0.1:5060 --listen tls:192.0.2.1:5061");
  row("--listen tcp:0.0.0.0:5060 --allow-plaintext");
  row("--listen tcp:0.0.0.0:5060 --server.allow-plaintext true");
  row("--open-sign-in");
  row("--open-sign-in --listen tls:127.0.0.1:5061");
  row("--demo --open-sign-in --org people.json");
  row("--chat.default-history 50 --sign-in.challenge 407");
}

void TestCommandLine::accepted() {
  QFETCH(QString, line);
  const auto config = parseCommandLine(arguments(QStringLiteral("--data d ") + line));
  QVERIFY2(config, config ? "" : qPrintable(config.error().text));
  if (line.contains(QStringLiteral("--listen")))
    QCOMPARE(config->listen.size(), line.count(QStringLiteral("--listen")));
}

void TestCommandLine::refused_data() {
  QTest::addColumn<QString>("line");
  QTest::addColumn<QString>("says");
  const auto row = [](const char* line, const char* says) {
    QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(says);
  };
  row("", "--data");
  row("--demo", "--data");
  row("--data d --listen tcp:0.0.0.0:5060", "--allow-plaintext");
  row("--data d --listen tcp:[::]:5060", "--allow-plaintext");
  row("--data d --listen tcp:192.0.2.1:5060", "--allow-plaintext");
  row("--data d --listen tls:chat.orchard.example:5060", "not an address");
  row("--data d --listen tcp:127.0.0.1:5060 --listen tcp:10.0.0.1:5060", "10.0.0.1");
  row("--data d --open-sign-in --listen tls:0.0.0.0:5061", "Open sign-in");
  row("--data d --sign-in.open true --listen tls:[::]:5061", "Open sign-in");
  row("--data d --open-sign-in --allow-plaintext --listen tcp:0.0.0.0:5060", "Open sign-in");
  row("--data d --listen 127.0.0.1:5060", "not an address");
  row("--data d --listen udp:127.0.0.1:5060", "not an address");
  row("--data d --listen tcp:127.0.0.1", "not an address");
  row("--data d --listen tcp:127.0.0.1:http", "not an address");
  row("--data d --listen tcp:127.0.0.1:65536", "not an address");
  row("--data d --listen tcp:127.0.0.1:-1", "not an address");
  row("--data d --listen tcp:127.0.0.1:", "not an address");
  row("--data d --listen tcp::5060", "not an address");
  row("--data d --no-such-option", "no-such-option");
  row("--data d --chat.nonsense 1", "chat.nonsense");
  row("--data d --chat.default-history lots", "--chat.default-history");
  row("--data d --chat.default-history 0", "1 to 500");
  row("--data d --config", "config");
  row("--data d --config absent.toml", "absent.toml");
  row("--data d stray", "\"stray\"");
}

void TestCommandLine::refused() {
  QFETCH(QString, line);
  QFETCH(QString, says);
  const auto config = parseCommandLine(arguments(line));
  QVERIFY(!config);
  QVERIFY(config.error().code != ErrorCode::Cancelled);
  QVERIFY2(config.error().text.contains(says), qPrintable(config.error().text));
}

void TestCommandLine::helpAndVersion() {
  const auto help = parseCommandLine(arguments(QStringLiteral("--help --data d")));
  QVERIFY(!help);
  QCOMPARE(help.error().code, ErrorCode::Cancelled);
  for (const auto& key : configKeys()) QVERIFY2(help.error().text.contains(QLatin1String(key.name)), key.name);
  const auto version = parseCommandLine(arguments(QStringLiteral("--version")));
  QVERIFY(!version);
  QCOMPARE(version.error().code, ErrorCode::Cancelled);
  QCOMPARE(version.error().text, QStringLiteral("parlour-server " PARLOUR_VERSION));
}

void TestCommandLine::commandLineWinsOverTheFile() {
  QTemporaryDir directory;
  QFile file(directory.filePath(QStringLiteral("c.toml")));
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write("[server]\nlisten = [\"tls:0.0.0.0:5061\"]\n[chat]\ndefault-history = 40\nsearch-results = 7\n");
  file.close();
  const QString common = QStringLiteral("--data d --config ") + file.fileName();
  const auto plain = parseCommandLine(arguments(common));
  QVERIFY(plain);
  QCOMPARE(plain->listen, QStringList{QStringLiteral("tls:0.0.0.0:5061")});
  QCOMPARE(plain->channel.defaultHistory, 40);
  const auto over =
      parseCommandLine(arguments(common + QStringLiteral(" --chat.default-history 50 --listen tcp:127.0.0.1:0")));
  QVERIFY(over);
  QCOMPARE(over->listen, QStringList{QStringLiteral("tcp:127.0.0.1:0")});
  QCOMPARE(over->channel.defaultHistory, 50);
  QCOMPARE(over->channel.searchLimit, 7);
}

void TestCommandLine::fileCannotOpenTheServer() {
  QTemporaryDir directory;
  QFile file(directory.filePath(QStringLiteral("c.toml")));
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write("[server]\nlisten = [\"tls:0.0.0.0:5061\"]\n[sign-in]\nopen = true\n");
  file.close();
  const auto config = parseCommandLine(arguments(QStringLiteral("--data d --config ") + file.fileName()));
  QVERIFY(!config);
  QVERIFY(config.error().text.contains(QStringLiteral("Open sign-in")));
}

void TestCommandLine::printConfigNeedsNoData() {
  const auto config = parseCommandLine(arguments(QStringLiteral("--print-config --chat.search-results 12")));
  QVERIFY(config);
  QVERIFY(config->printConfig);
  QVERIFY(printConfig(*config).contains(QStringLiteral("search-results = 12\n")));
  QVERIFY(printConfig(*config).contains(QStringLiteral("listen = [\"tcp:127.0.0.1:5060\"]")));
}

void TestCommandLine::everyKeyIsAnOption_data() {
  QTest::addColumn<QString>("name");
  for (const auto& key : configKeys()) QTest::newRow(key.name) << QString::fromLatin1(key.name);
}

void TestCommandLine::everyKeyIsAnOption() {
  QFETCH(QString, name);
  const auto& keys = configKeys();
  const auto& key =
      *std::find_if(keys.begin(), keys.end(), [&](const auto& item) { return name == QLatin1String(item.name); });
  const QString standard = key.get(ServerConfig());
  const auto config = parseCommandLine({QStringLiteral("parlour-server"), QStringLiteral("--data"), QStringLiteral("d"),
                                        QStringLiteral("--") + name, standard});
  QVERIFY2(config, config ? "" : qPrintable(config.error().text));
  QCOMPARE(key.get(*config), standard);
}

PARLOUR_TEST(TestCommandLine)

}  // namespace tst_commandline

#include "tst_commandline.moc"
