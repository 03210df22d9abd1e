// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "protocol/sip/sofia/TlsFiles.h"
#include "tests/program/TestProgram.h"

namespace tst_tlsfiles {

using namespace Parlour;
using namespace Parlour::Sip;

class TestTlsFiles : public QObject {
  Q_OBJECT

  static QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }
  static void replace(const QString& path, const QByteArray& content) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(content);
  }

 private Q_SLOTS:
  void makesACertificateThatPassesItsOwnCheck() {
    QTemporaryDir base;
    const TlsFiles files(base.filePath(QStringLiteral("tls")));
    QVERIFY(!files.exists());
    const auto made = files.createSelfSigned(
        {QStringLiteral("chat.orchard.example"), QStringLiteral("127.0.0.1"), QStringLiteral("::1")});
    QVERIFY2(made.ok(), qPrintable(made.ok() ? QString() : made.error().text));
    QVERIFY(files.exists());
    QCOMPARE(QFile::permissions(files.pemPath()) &
                 (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
             QFile::Permissions());
    const auto checked = files.check(QDateTime::currentDateTimeUtc());
    QVERIFY2(checked.ok(), qPrintable(checked.ok() ? QString() : checked.error().text));
    QCOMPARE(checked->sha256, made->sha256);
    QCOMPARE(checked->sha256.size(), 32 * 3 - 1);
    QCOMPARE(checked->names, (QStringList{QStringLiteral("chat.orchard.example"), QStringLiteral("127.0.0.1"),
                                          QStringLiteral("0:0:0:0:0:0:0:1")}));
    const qint64 days = QDateTime::currentDateTimeUtc().daysTo(checked->expires);
    QVERIFY(days >= 729 && days <= 730);
    const auto pem = files.certificatePem();
    QVERIFY(pem.ok());
    QVERIFY(pem->startsWith("-----BEGIN CERTIFICATE-----"));
    QVERIFY(!pem->contains("PRIVATE KEY"));
  }

  void neverOverwrites() {
    QTemporaryDir base;
    const TlsFiles files(base.path());
    QVERIFY(files.createSelfSigned({QStringLiteral("a.example")}).ok());
    const QByteArray before = contentOf(files.pemPath());
    const auto again = files.createSelfSigned({QStringLiteral("b.example")});
    QVERIFY(!again.ok());
    QCOMPARE(again.error().code, ErrorCode::Storage);
    QCOMPARE(contentOf(files.pemPath()), before);
  }

  void strangeNamesAreRefused_data() {
    QTest::addColumn<QStringList>("names");
    QTest::newRow("none") << QStringList();
    QTest::newRow("empty") << QStringList{QString()};
    QTest::newRow("option") << QStringList{QStringLiteral("a.example,URI:x")};
    QTest::newRow("section") << QStringList{QStringLiteral("@evil")};
    QTest::newRow("line end") << QStringList{QStringLiteral("a\nb")};
  }
  void strangeNamesAreRefused() {
    QFETCH(QStringList, names);
    QTemporaryDir base;
    const auto made = TlsFiles(base.path()).createSelfSigned(names);
    QVERIFY(!made.ok());
    QCOMPARE(made.error().code, ErrorCode::InvalidArgument);
  }

  void badFilesAreNamed() {
    QTemporaryDir base;
    const TlsFiles files(base.path());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QCOMPARE(files.check(now).error().code, ErrorCode::NotFound);
    const auto made = files.createSelfSigned({QStringLiteral("a.example")});
    QVERIFY(made.ok());
    QCOMPARE(files.check(made->expires.addSecs(1)).error().code, ErrorCode::Disabled);
    QCOMPARE(files.check(now.addDays(-1)).error().code, ErrorCode::Disabled);
    QVERIFY(files.check(made->expires.addSecs(-1)).ok());
    const QByteArray pem = contentOf(files.pemPath());
    const QByteArray key = pem.mid(pem.indexOf("-----BEGIN PRIVATE KEY"));
    const QByteArray certificate = pem.left(pem.indexOf("-----BEGIN PRIVATE KEY"));
    replace(files.pemPath(), certificate);
    QCOMPARE(files.check(now).error().code, ErrorCode::ParseFailed);
    replace(files.pemPath(), key);
    QCOMPARE(files.check(now).error().code, ErrorCode::ParseFailed);
    replace(files.pemPath(), "junk");
    QCOMPARE(files.check(now).error().code, ErrorCode::ParseFailed);
    QTemporaryDir other;
    QVERIFY(TlsFiles(other.path()).createSelfSigned({QStringLiteral("b.example")}).ok());
    const QByteArray foreign = contentOf(TlsFiles(other.path()).pemPath());
    replace(files.pemPath(), certificate + foreign.mid(foreign.indexOf("-----BEGIN PRIVATE KEY")));
    QCOMPARE(files.check(now).error().code, ErrorCode::Conflict);
  }
};

PARLOUR_TEST(TestTlsFiles)

}  // namespace tst_tlsfiles

#include "tst_tlsfiles.moc"
