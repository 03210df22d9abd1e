// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "protocol/sip/auth/Digest.h"
#include "tests/program/TestProgram.h"

namespace tst_digest {

using namespace Parlour::Sip;

class TstDigest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // The worked examples of RFC 2617 3.5 and RFC 7616 3.9.1.
  void knownResponses_data() {
    QTest::addColumn<int>("algorithm");
    QTest::addColumn<QByteArray>("realm");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QByteArray>("nonce");
    QTest::addColumn<QByteArray>("cnonce");
    QTest::addColumn<QByteArray>("response");
    QTest::newRow("RFC 2617") << 0 << QByteArray("testrealm@host.com") << QByteArray("Circle Of Life")
                              << QByteArray("dcd98b7102dd2f0e8b11d0f600bfb0c093") << QByteArray("0a4f113b")
                              << QByteArray("6629fae49393a05397450978507c4ef1");
    const QByteArray realm = "http-auth@example.org";
    const QByteArray nonce = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v";
    const QByteArray cnonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";
    QTest::newRow("RFC 7616 MD5") << 0 << realm << QByteArray("Circle of Life") << nonce << cnonce
                                  << QByteArray("8ca523f5e9506fed4657c9700eebdbec");
    QTest::newRow("RFC 7616 SHA-256") << 1 << realm << QByteArray("Circle of Life") << nonce << cnonce
                                      << QByteArray("753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1");
  }

  void knownResponses() {
    QFETCH(int, algorithm);
    QFETCH(QByteArray, realm);
    QFETCH(QByteArray, password);
    QFETCH(QByteArray, nonce);
    QFETCH(QByteArray, cnonce);
    QFETCH(QByteArray, response);
    const auto kind = static_cast<DigestAlgorithm>(algorithm);
    const QByteArray ha1 = makeHa1(kind, "Mufasa", realm, password);
    QCOMPARE(digestResponse({kind, ha1, "GET", "/dir/index.html", nonce, "00000001", cnonce}), response);
    const QByteArray wrong = makeHa1(kind, "Mufasa", realm, password + ' ');
    QVERIFY(digestResponse({kind, wrong, "GET", "/dir/index.html", nonce, "00000001", cnonce}) != response);
  }

  void knownHa1() {
    QCOMPARE(makeHa1(DigestAlgorithm::Md5, "Mufasa", "testrealm@host.com", "Circle Of Life"),
             QByteArray("939e7578ed9e3c518a452acee763bce9"));
  }

  void namesRoundTrip() {
    for (const auto algorithm : {DigestAlgorithm::Md5, DigestAlgorithm::Sha256}) {
      QCOMPARE(digestAlgorithmFromName(digestAlgorithmName(algorithm).toLower()), algorithm);
    }
    QVERIFY(!digestAlgorithmFromName("MD5-sess"));
    QVERIFY(!digestAlgorithmFromName("SHA-512-256"));
    QVERIFY(DigestAlgorithm::Md5 < DigestAlgorithm::Sha256);
  }

  void comparesWhole() {
    QVERIFY(equalInConstantTime("", ""));
    QVERIFY(equalInConstantTime("abc", "abc"));
    QVERIFY(!equalInConstantTime("abc", "abd"));
    QVERIFY(!equalInConstantTime("abc", "xbc"));
    QVERIFY(!equalInConstantTime("abc", "abcd"));
    QVERIFY(!equalInConstantTime("", "a"));
  }

  void randomBytesDiffer() {
    QCOMPARE(systemRandomBytes(32).size(), 32);
    QVERIFY(systemRandomBytes(32) != systemRandomBytes(32));
  }
};

PARLOUR_TEST(TstDigest)

}  // namespace tst_digest

#include "tst_digest.moc"
