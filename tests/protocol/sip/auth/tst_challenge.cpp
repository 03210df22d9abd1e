// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "protocol/sip/auth/Challenge.h"
#include "tests/program/TestProgram.h"

namespace tst_challenge {

using namespace Parlour;
using namespace Parlour::Sip;

class TstChallenge : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void reads_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("realm");
    QTest::addColumn<QByteArray>("nonce");
    QTest::addColumn<int>("algorithm");  // -1: unknown
    QTest::addColumn<bool>("usable");
    QTest::addColumn<bool>("stale");
    QTest::newRow("recorded")
        << QByteArray("Digest realm=\"example.com\", nonce=\"6412f723f00b3859\", qop=\"auth\", algorithm=MD5")
        << QByteArray("example.com") << QByteArray("6412f723f00b3859") << 0 << true << false;
    QTest::newRow("RFC 7616")
        << QByteArray("Digest realm=\"a\",qop=\"auth, auth-int\",algorithm=SHA-256,nonce=\"n\",opaque=\"o\"")
        << QByteArray("a") << QByteArray("n") << 1 << true << false;
    QTest::newRow("case and blanks") << QByteArray(" digest\tREALM = \"a b\" , Nonce=n ,QOP=AUTH, Stale=TRUE ")
                                     << QByteArray("a b") << QByteArray("n") << 0 << true << true;
    QTest::newRow("quotes inside") << QByteArray("Digest realm=\"a\\\"b,c\\\\\", nonce=\"n\", qop=\"auth\"")
                                   << QByteArray("a\"b,c\\") << QByteArray("n") << 0 << true << false;
    QTest::newRow("unknown algorithm") << QByteArray(
                                              "Digest realm=\"a\", nonce=\"n\", qop=\"auth\", algorithm=MD5-sess")
                                       << QByteArray("a") << QByteArray("n") << -1 << false << false;
    QTest::newRow("no qop") << QByteArray("Digest realm=\"a\", nonce=\"n\"") << QByteArray("a") << QByteArray("n") << 0
                            << false << false;
    QTest::newRow("auth-int only") << QByteArray("Digest realm=\"\", nonce=\"n\", qop=\"auth-int\"") << QByteArray("")
                                   << QByteArray("n") << 0 << false << false;
  }

  void reads() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, realm);
    QFETCH(QByteArray, nonce);
    QFETCH(int, algorithm);
    QFETCH(bool, usable);
    QFETCH(bool, stale);
    const auto challenge = Challenge::parse(text);
    QVERIFY(challenge);
    QCOMPARE(challenge->realm, realm);
    QCOMPARE(challenge->nonce, nonce);
    QCOMPARE(challenge->algorithm ? static_cast<int>(*challenge->algorithm) : -1, algorithm);
    QCOMPARE(challenge->isUsable(), usable);
    QCOMPARE(challenge->stale, stale);
    const auto again = Challenge::parse(challenge->toBytes());
    QVERIFY(again);
    QCOMPARE(again->realm, realm);
    QCOMPARE(again->qop, challenge->qop);
    QCOMPARE(again->opaque, challenge->opaque);
    QCOMPARE(again->stale, stale);
  }

  void refuses_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const QByteArray& text, ErrorCode code) {
      QTest::newRow(name) << text << static_cast<int>(code);
    };
    row("empty", "", ErrorCode::NotSupported);
    row("NTLM", "NTLM realm=\"a\", targetname=\"b\", version=4", ErrorCode::NotSupported);
    row("word that begins alike", "Digestive realm=\"a\", nonce=\"n\"", ErrorCode::NotSupported);
    row("no nonce", "Digest realm=\"a\"", ErrorCode::ParseFailed);
    row("empty nonce", "Digest realm=\"a\", nonce=\"\"", ErrorCode::ParseFailed);
    row("no realm", "Digest nonce=\"n\"", ErrorCode::ParseFailed);
    row("open quote", "Digest realm=\"a, nonce=\"n", ErrorCode::ParseFailed);
    row("twice", "Digest realm=\"a\", nonce=\"n\", nonce=\"m\"", ErrorCode::ParseFailed);
    row("no equals sign", "Digest realm", ErrorCode::ParseFailed);
    row("rubbish behind a value", "Digest realm=\"a\" b, nonce=\"n\"", ErrorCode::ParseFailed);
    row("too long", "Digest realm=\"" + QByteArray(5000, 'a') + "\", nonce=\"n\"", ErrorCode::LimitExceeded);
    QByteArray many = "Digest realm=\"a\", nonce=\"n\"";
    for (int i = 0; i < 40; ++i) many += ", p" + QByteArray::number(i) + "=1";
    row("too many", many, ErrorCode::ParseFailed);
  }

  void refuses() {
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    const auto challenge = Challenge::parse(text);
    QVERIFY(!challenge);
    QCOMPARE(static_cast<int>(challenge.error().code), code);
  }

  void writesOneLine() {
    Challenge challenge;
    challenge.realm = "a\r\nEvil: 1";
    challenge.nonce = "n";
    QVERIFY(!challenge.toBytes().contains('\n'));
  }
};

PARLOUR_TEST(TstChallenge)

}  // namespace tst_challenge

#include "tst_challenge.moc"
