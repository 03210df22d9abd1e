// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QTest>

#include "server-sim/config/ServerConfig.h"
#include "tests/program/TestProgram.h"

namespace tst_configfile {

using namespace Parlour;
using namespace Parlour::Server;

class TestConfigFile : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyKeyComesBack_data();
  void everyKeyComesBack();
  void textsComeBack_data();
  void textsComeBack();
  void allTogetherComesBack();
  void addressesComeBack();
  void badValues_data();
  void badValues();
  void badFiles_data();
  void badFiles();
  void missingFile();
  void largeFile();
  void keysHaveHelp();

 private:
  QString write(const QByteArray& text) {
    const QString path = directory_.filePath(QStringLiteral("server.toml"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
      qFatal("cannot write %s", qPrintable(path));
    return path;
  }

  QTemporaryDir directory_;
};

namespace {

const ConfigKey& keyNamed(const QString& name) {
  for (const auto& key : configKeys()) {
    if (name == QLatin1String(key.name)) return key;
  }
  qFatal("no key %s", qPrintable(name));
}

// Another value than the default that the key accepts.
QString otherValue(const ConfigKey& key) {
  const ServerConfig defaults;
  const QString standard = key.get(defaults);
  ServerConfig probe;
  const char* const candidates[] = {"true", "false", "70001", "129",   "91", "7", "407", "sip:Rooms@orchard.example",
                                    "off",  "json",  "debug", "closed"};
  for (const char* candidate : candidates) {
    const QString value = QString::fromLatin1(candidate);
    if (value != standard && key.set(probe, value) && key.get(probe) != standard) return key.get(probe);
  }
  return {};
}

}  // namespace

void TestConfigFile::everyKeyComesBack_data() {
  QTest::addColumn<QString>("name");
  for (const auto& key : configKeys()) QTest::newRow(key.name) << QString::fromLatin1(key.name);
}

void TestConfigFile::everyKeyComesBack() {
  QFETCH(QString, name);
  const ConfigKey& key = keyNamed(name);
  ServerConfig config;
  const QString standard = key.get(config);
  const QString other = otherValue(key);
  QVERIFY2(!other.isEmpty(), "no other value was accepted");
  QVERIFY(key.set(config, other));
  ServerConfig read;
  const auto done = readConfigFile(write(printConfig(config).toUtf8()), read);
  QVERIFY2(done, done ? "" : qPrintable(done.error().text));
  QCOMPARE(key.get(read), other);
  QVERIFY(key.set(read, standard));
  QCOMPARE(printConfig(read), printConfig(ServerConfig()));
}

void TestConfigFile::textsComeBack_data() {
  QTest::addColumn<QString>("value");
  QTest::newRow("empty") << QString();
  QTest::newRow("quotation marks") << QStringLiteral("The \"old\" rooms");
  QTest::newRow("backslashes") << QStringLiteral("C:\\rooms\\n");
  QTest::newRow("line break and tab") << QStringLiteral("a\nb\tc\r");
  QTest::newRow("control character") << QStringLiteral("a\u0001b\u007f");
  QTest::newRow("other scripts") << QString::fromUtf8("Räume 会议 🦜");
  QTest::newRow("looks like a number") << QStringLiteral("2024");
  QTest::newRow("leading zeros") << QStringLiteral("007");
  QTest::newRow("looks like a flag") << QStringLiteral("true");
  QTest::newRow("looks like a comment") << QStringLiteral("# no [comment]");
  QTest::newRow("blanks around") << QStringLiteral(" 5 ");
}

void TestConfigFile::textsComeBack() {
  QFETCH(QString, value);
  const ConfigKey& key = keyNamed(QStringLiteral("chat.display-name"));
  ServerConfig config;
  QVERIFY(key.set(config, value));
  ServerConfig read;
  const auto done = readConfigFile(write(printConfig(config).toUtf8()), read);
  QVERIFY2(done, done ? "" : qPrintable(done.error().text));
  QCOMPARE(key.get(read), value);
}

void TestConfigFile::allTogetherComesBack() {
  ServerConfig config;
  for (const auto& key : configKeys()) QVERIFY2(key.set(config, otherValue(key)), key.name);
  ServerConfig read;
  QVERIFY(readConfigFile(write(printConfig(config).toUtf8()), read));
  QCOMPARE(printConfig(read), printConfig(config));
  for (const auto& key : configKeys()) QVERIFY2(key.get(read) == otherValue(key), key.name);
}

void TestConfigFile::addressesComeBack() {
  ServerConfig config;
  config.listen = {QStringLiteral("tcp:127.0.0.1:0"), QStringLiteral("tls:[::]:5061"), QStringLiteral("tls:a\"b\\:1")};
  ServerConfig read;
  read.listen = {QStringLiteral("tcp:0.0.0.0:1")};
  QVERIFY(readConfigFile(write(printConfig(config).toUtf8()), read));
  QCOMPARE(read.listen, config.listen);
}

void TestConfigFile::badValues_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<QString>("value");
  const auto row = [](const char* name, const char* value) {
    QTest::addRow("%s = %s", name, value) << QString::fromLatin1(name) << QString::fromLatin1(value);
  };
  row("server.allow-plaintext", "yes");
  row("server.allow-plaintext", "");
  row("server.max-message-bytes", "65535");
  row("server.max-message-bytes", "67108865");
  row("server.max-sessions", "many");
  row("server.max-sessions", "1.5");
  row("server.max-sessions", "99999999999999999999");
  row("sign-in.challenge", "403");
  row("sign-in.endpoints-per-user", "0");
  row("sign-in.endpoints-per-user", "-1");
  row("chat.alias-address", "not an address");
  row("chat.alias-address", "tel:110");
  row("chat.administrators", "sip:ada@orchard.example, bo");
}

void TestConfigFile::badValues() {
  QFETCH(QString, name);
  QFETCH(QString, value);
  const ConfigKey& key = keyNamed(name);
  ServerConfig config;
  const auto set = key.set(config, value);
  QVERIFY(!set);
  QVERIFY(set.error().text.contains(value));
  QCOMPARE(printConfig(config), printConfig(ServerConfig()));
}

void TestConfigFile::badFiles_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<int>("line");
  QTest::addColumn<QString>("what");
  const auto row = [](const char* name, const QByteArray& text, int line, const char* what) {
    QTest::newRow(name) << text << line << QString::fromLatin1(what);
  };
  row("no TOML", "[chat]\nthis is wrong\n", 2, "");
  row("unfinished text", "[chat]\n\ndisplay-name = \"abc\n", 3, "");
  row("same key twice", "[chat]\ndisplay-name = \"a\"\ndisplay-name = \"b\"\n", 3, "display-name");
  row("unknown key", "[chat]\ndisplay-name = \"a\"\nnonsense = 1\n", 3, "chat.nonsense is not a setting");
  row("unknown section", "\n[chta]\ndisplay-name = \"a\"\n", 3, "chta.display-name is not a setting");
  row("key outside sections", "listen = []\n", 1, "listen is not a section");
  row("value out of bounds", "[sign-in]\nregistration-seconds = 5\n", 2, "registration-seconds");
  row("text for a number", "[sign-in]\nregistration-seconds = \"7200\"\n", 2, "registration-seconds");
  row("fraction for a number", "[sign-in]\nregistration-seconds = 7200.5\n", 2, "registration-seconds");
  row("number for a flag", "[sign-in]\nopen = 1\n", 2, "sign-in.open");
  row("text for a flag", "[sign-in]\nopen = \"true\"\n", 2, "sign-in.open");
  row("number for a text", "[chat]\ndisplay-name = 1.5\n", 2, "chat.display-name");
  row("list for a text", "[chat]\ndisplay-name = [\"a\"]\n", 2, "chat.display-name");
  row("section for a text", "[chat]\ndisplay-name = { a = 1 }\n", 2, "chat.display-name");
  row("date for a text", "[chat]\ndisplay-name = 2031-03-04\n", 2, "chat.display-name");
  row("listen is no list", "[server]\nlisten = \"tcp:127.0.0.1:5060\"\n", 2, "server.listen");
  row("listen holds a number", "[server]\nlisten = [\n\"tcp:127.0.0.1:1\",\n5060 ]\n", 4, "address");
}

void TestConfigFile::badFiles() {
  QFETCH(QByteArray, text);
  QFETCH(int, line);
  QFETCH(QString, what);
  ServerConfig config;
  const auto done = readConfigFile(write(text), config);
  QVERIFY(!done);
  QCOMPARE(done.error().code, ErrorCode::InvalidArgument);
  const QString place = QStringLiteral("server.toml, line %1: ").arg(line);
  QVERIFY2(done.error().text.contains(place), qPrintable(done.error().text));
  QVERIFY2(done.error().text.contains(what), qPrintable(done.error().text));
}

void TestConfigFile::missingFile() {
  ServerConfig config;
  const auto done = readConfigFile(directory_.filePath(QStringLiteral("absent.toml")), config);
  QVERIFY(!done);
  QCOMPARE(done.error().code, ErrorCode::NotFound);
  QVERIFY(done.error().text.contains(QStringLiteral("absent.toml")));
}

void TestConfigFile::largeFile() {
  ServerConfig config;
  const auto done = readConfigFile(write("# " + QByteArray(1024 * 1024, 'x')), config);
  QVERIFY(!done);
  QCOMPARE(done.error().code, ErrorCode::LimitExceeded);
}

void TestConfigFile::keysHaveHelp() {
  QStringList names;
  for (const auto& key : configKeys()) {
    QVERIFY2(qstrlen(key.help) > 10, key.name);
    QVERIFY2(printConfig(ServerConfig()).contains(QStringLiteral("# ") + QString::fromLatin1(key.help)), key.name);
    names.append(QString::fromLatin1(key.name));
  }
  QCOMPARE(names.removeDuplicates(), 0);
}

PARLOUR_TEST(TestConfigFile)

}  // namespace tst_configfile

#include "tst_configfile.moc"
