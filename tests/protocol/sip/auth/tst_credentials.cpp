// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QTest>

#include "protocol/sip/auth/Credentials.h"
#include "tests/program/Paths.h"
#include "tests/program/TestProgram.h"

namespace tst_credentials {

using namespace Parlour;
using namespace Parlour::Sip;

class TstCredentials : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void readsWhatPidginSends() {
    QFile file(Parlour::Testing::sourcePath(QStringLiteral("tests/transcripts/signin/pidgin-register-digest.sip")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray message = file.readAll();
    const qsizetype at = message.indexOf("Proxy-Authorization: ") + 21;
    const auto credentials = Credentials::parse(message.mid(at, message.indexOf('\n', at) - at));
    QVERIFY(credentials);
    QCOMPARE(credentials->user, QByteArray("alice@example.com"));
    QCOMPARE(credentials->realm, QByteArray("example.com"));
    QCOMPARE(credentials->nonce, QByteArray("6412f723f00b3859"));
    QCOMPARE(credentials->uri, QByteArray("(null)"));
    QCOMPARE(credentials->qop, QByteArray("auth"));
    QCOMPARE(credentials->nonceCount, QByteArray("00000001"));
    QCOMPARE(credentials->cnonce, QByteArray("66a54fda"));
    QCOMPARE(credentials->response, QByteArray("daa2f6bb6ab15a5a58849bfa33993892"));
    QCOMPARE(credentials->algorithm, std::optional(DigestAlgorithm::Md5));
    const QByteArray ha1 = makeHa1(DigestAlgorithm::Md5, "alice@example.com", "example.com", "secret");
    QCOMPARE(digestResponse(credentials->input(ha1, "REGISTER")), credentials->response);
  }

  void roundTrips() {
    Credentials credentials;
    credentials.user = "ada \"x\"";
    credentials.realm = "r";
    credentials.nonce = "n";
    credentials.uri = "sip:example.com";
    credentials.response = "0123";
    credentials.algorithm = DigestAlgorithm::Sha256;
    credentials.qop = "auth";
    credentials.nonceCount = "0000000a";
    credentials.cnonce = "c,d";
    credentials.opaque = "o";
    const auto again = Credentials::parse(credentials.toBytes());
    QVERIFY(again);
    QCOMPARE(again->toBytes(), credentials.toBytes());
    QCOMPARE(again->user, credentials.user);
    QCOMPARE(again->cnonce, credentials.cnonce);
    QCOMPARE(again->algorithm, credentials.algorithm);
  }

  void refuses_data() {
    QTest::addColumn<QByteArray>("text");
    const QByteArray whole = "Digest username=\"u\", realm=\"r\", nonce=\"n\", uri=\"x\", response=\"0\"";
    for (const char* name : {"username", "realm", "nonce", "uri", "response"}) {
      QTest::newRow(name) << QByteArray(whole).replace(name, QByteArray("x") + name);
    }
    QTest::newRow("TLS-DSK") << QByteArray("TLS-DSK qop=\"auth\", crand=\"2f8a1c03\"");
    QTest::newRow("cut off") << whole.chopped(1);
  }

  void refuses() {
    QFETCH(QByteArray, text);
    QVERIFY(!Credentials::parse(text));
  }
};

PARLOUR_TEST(TstCredentials)

}  // namespace tst_credentials

#include "tst_credentials.moc"
