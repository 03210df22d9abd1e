// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "protocol/sip/auth/Credentials.h"
#include "protocol/sip/auth/DigestClient.h"
#include "tests/program/TestProgram.h"
#include "tests/protocol/sip/auth/CountingRandom.h"

namespace tst_digestclient {

using namespace Parlour;
using namespace Parlour::Sip;

namespace {

Response challenged(int status, const QList<QByteArray>& values) {
  Response response;
  response.status = status;
  for (const auto& value : values) {
    response.headers.add(status == 407 ? "Proxy-Authenticate" : "WWW-Authenticate", value);
  }
  return response;
}

QByteArray digest(const QByteArray& nonce, const QByteArray& rest = {}) {
  return "Digest realm=\"example.com\", nonce=\"" + nonce + "\", qop=\"auth\"" + rest;
}

}  // namespace

class TstDigestClient : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void answers_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QList<QByteArray>>("values");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("algorithm");
    using Values = QList<QByteArray>;
    QTest::newRow("401") << 401 << Values{digest("n")} << QByteArray("Authorization") << 0;
    QTest::newRow("407") << 407 << Values{digest("n", ", algorithm=MD5")} << QByteArray("Proxy-Authorization") << 0;
    QTest::newRow("strongest last") << 401 << Values{digest("n"), digest("n", ", algorithm=SHA-256")}
                                    << QByteArray("Authorization") << 1;
    QTest::newRow("strongest first") << 401 << Values{digest("n", ", algorithm=SHA-256"), digest("n")}
                                     << QByteArray("Authorization") << 1;
    QTest::newRow("beside others") << 401
                                   << Values{"NTLM realm=\"a\", version=4", "Digest broken", digest("n"),
                                             digest("n", ", algorithm=SHA-512-256")}
                                   << QByteArray("Authorization") << 0;
  }

  void answers() {
    QFETCH(int, status);
    QFETCH(QList<QByteArray>, values);
    QFETCH(QByteArray, header);
    QFETCH(int, algorithm);
    DigestClient client("ada", "sesame", countingRandom());
    const auto line = client.answer(challenged(status, values), "REGISTER", "sip:example.com");
    QVERIFY(line);
    QCOMPARE(line->name, header);
    QVERIFY(!line->value.contains("sesame"));
    const auto credentials = Credentials::parse(line->value);
    QVERIFY(credentials);
    QCOMPARE(static_cast<int>(*credentials->algorithm), algorithm);
    const QByteArray ha1 = makeHa1(*credentials->algorithm, "ada", "example.com", "sesame");
    QCOMPARE(credentials->response, digestResponse(credentials->input(ha1, "REGISTER")));
    QCOMPARE(credentials->nonceCount, QByteArray("00000001"));
    QCOMPARE(credentials->cnonce.size(), 32);
  }

  void neverRepeatsAPassword_data() {
    QTest::addColumn<QByteArray>("second");
    QTest::newRow("same nonce") << digest("n1");
    QTest::newRow("same nonce, said to be stale") << digest("n1", ", stale=true");
    QTest::newRow("new nonce") << digest("n2");
    QTest::newRow("new nonce, not stale") << digest("n2", ", stale=false");
  }

  void neverRepeatsAPassword() {
    QFETCH(QByteArray, second);
    DigestClient client("ada", "sesame", countingRandom());
    QVERIFY(client.answer(challenged(401, {digest("n1")}), "REGISTER", "sip:x"));
    const auto again = client.answer(challenged(401, {second}), "REGISTER", "sip:x");
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::Unauthorized);
    QCOMPARE(again.error().wireCode, 401);
    QVERIFY(!again.error().detail.contains(QStringLiteral("sesame")));
  }

  void followsStaleNonces() {
    DigestClient client("ada", "sesame", countingRandom());
    QVERIFY(client.answer(challenged(401, {digest("n0")}), "REGISTER", "sip:x"));
    for (int i = 1; i <= 3; ++i) {
      const QByteArray nonce = "n" + QByteArray::number(i);
      QVERIFY(client.answer(challenged(401, {digest(nonce, ", stale=true")}), "REGISTER", "sip:x"));
    }
    QVERIFY(!client.answer(challenged(401, {digest("n4", ", stale=true")}), "REGISTER", "sip:x"));
  }

  void answersAfreshAfterSuccess() {
    DigestClient client("ada", "sesame", countingRandom());
    QVERIFY(client.answer(challenged(401, {digest("n1")}), "REGISTER", "sip:x"));
    client.noteSuccess();
    const auto same = client.answer(challenged(401, {digest("n1")}), "REGISTER", "sip:x");
    QVERIFY(same);
    QCOMPARE(Credentials::parse(same->value)->nonceCount, QByteArray("00000002"));
    client.noteSuccess();
    const auto other = client.answer(challenged(407, {digest("n2")}), "SERVICE", "sip:x");
    QVERIFY(other);
    QCOMPARE(Credentials::parse(other->value)->nonceCount, QByteArray("00000001"));
  }

  void refuses_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QList<QByteArray>>("values");
    QTest::addColumn<int>("code");
    using Values = QList<QByteArray>;
    QTest::newRow("no challenge") << 403 << Values{} << static_cast<int>(ErrorCode::InvalidArgument);
    QTest::newRow("nothing offered") << 401 << Values{} << static_cast<int>(ErrorCode::NotSupported);
    QTest::newRow("only NTLM") << 401 << Values{"NTLM realm=\"a\""} << static_cast<int>(ErrorCode::NotSupported);
    QTest::newRow("no qop") << 401 << Values{"Digest realm=\"a\", nonce=\"n\""}
                            << static_cast<int>(ErrorCode::NotSupported);
  }

  void refuses() {
    QFETCH(int, status);
    QFETCH(QList<QByteArray>, values);
    QFETCH(int, code);
    DigestClient client("ada", "sesame", countingRandom());
    const auto line = client.answer(challenged(status, values), "REGISTER", "sip:x");
    QVERIFY(!line);
    QCOMPARE(static_cast<int>(line.error().code), code);
  }
};

PARLOUR_TEST(TstDigestClient)

}  // namespace tst_digestclient

#include "tst_digestclient.moc"
