// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "protocol/sip/auth/Challenge.h"
#include "protocol/sip/auth/DigestClient.h"
#include "protocol/sip/auth/DigestVerifier.h"
#include "tests/program/TestProgram.h"
#include "tests/protocol/sip/auth/CountingRandom.h"

namespace tst_digestverifier {

using namespace Parlour;
using namespace Parlour::Sip;
using Outcome = DigestVerdict::Outcome;

namespace {

constexpr char kRealm[] = "example.com";

// Alice may sign in as "alice" and as "alice@example.com".
std::optional<DigestAccount> findAlice(const QByteArray& userName, DigestAlgorithm algorithm) {
  if (userName != "alice" && userName != "alice@example.com") return std::nullopt;
  return DigestAccount{SipUri::fromTrusted("alice@example.com"), makeHa1(algorithm, userName, kRealm, "sesame")};
}

Request registering(const QList<Header>& lines = {}) {
  Request request;
  request.method = "REGISTER";
  request.uri = "sip:example.com";
  for (const auto& line : lines) request.headers.add(line.name, line.value);
  return request;
}

struct Bench {
  FakeClock clock;
  DigestVerifier verifier{{kRealm}, clock, findAlice, countingRandom()};

  QByteArray freshNonce() { return Challenge::parse(verifier.challenges(ChallengeForm::Registrar)[0].value)->nonce; }

  Credentials credentials(const QByteArray& nonce, const QByteArray& user = "alice",
                          const QByteArray& password = "sesame") {
    Credentials result;
    result.user = user;
    result.realm = kRealm;
    result.nonce = nonce;
    result.uri = "sip:example.com";
    result.algorithm = DigestAlgorithm::Sha256;
    result.qop = "auth";
    result.nonceCount = "00000001";
    result.cnonce = "66a54fda";
    sign(&result, password);
    return result;
  }

  void sign(Credentials* item, const QByteArray& password = "sesame") {
    const auto algorithm = item->algorithm.value_or(DigestAlgorithm::Md5);
    item->response = digestResponse(item->input(makeHa1(algorithm, item->user, kRealm, password), "REGISTER"));
  }

  DigestVerdict verify(const Credentials& item) {
    return verifier.verify(registering({{"Authorization", item.toBytes()}}));
  }
};

}  // namespace

class TstDigestVerifier : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void ourClientSignsIn_data() {
    QTest::addColumn<int>("form");
    QTest::addColumn<QByteArray>("user");
    QTest::newRow("401, login") << 0 << QByteArray("alice");
    QTest::newRow("407, address") << 1 << QByteArray("alice@example.com");
  }

  void ourClientSignsIn() {
    QFETCH(int, form);
    QFETCH(QByteArray, user);
    Bench bench;
    const auto kind = static_cast<ChallengeForm>(form);
    Response response;
    response.status = DigestVerifier::status(kind);
    for (const auto& line : bench.verifier.challenges(kind)) response.headers.add(line.name, line.value);
    DigestClient client(user, "sesame", countingRandom());
    const auto line = client.answer(response, "REGISTER", "sip:example.com");
    QVERIFY(line);
    QVERIFY(line->value.contains("SHA-256"));
    const auto verdict = bench.verifier.verify(registering({*line}));
    QCOMPARE(verdict.outcome, Outcome::Accepted);
    QCOMPARE(verdict.user.bytes(), QByteArray("sip:alice@example.com"));
    QCOMPARE(verdict.userName, user);
  }

  void pidginSignsIn() {
    Bench bench;
    const auto lines = bench.verifier.challenges(ChallengeForm::Proxy);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0].name, QByteArray("Proxy-Authenticate"));
    const QByteArray nonce = Challenge::parse(lines[1].value)->nonce;
    QCOMPARE(Challenge::parse(lines[0].value)->nonce, nonce);
    const QByteArray ha1 = makeHa1(DigestAlgorithm::Md5, "alice@example.com", kRealm, "sesame");
    const QByteArray response =
        digestResponse({DigestAlgorithm::Md5, ha1, "REGISTER", "(null)", nonce, "00000001", "66a54fda"});
    const QByteArray value = "Digest username=\"alice@example.com\", realm=\"example.com\", nonce=\"" + nonce +
                             "\", uri=\"(null)\", qop=auth, nc=00000001, cnonce=\"66a54fda\", response=\"" + response +
                             "\"";
    QCOMPARE(bench.verifier.verify(registering({{"Proxy-Authorization", value}})).outcome, Outcome::Accepted);
    DigestVerifierOptions strict{kRealm};
    strict.acceptNullUri = false;
    DigestVerifier other(strict, bench.clock, findAlice, countingRandom());
    QCOMPARE(other.verify(registering({{"Proxy-Authorization", value}})).outcome, Outcome::Malformed);
  }

  void judges_data() {
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("outcome");
    const auto row = [](const char* name, const char* field, const QByteArray& value, Outcome outcome) {
      QTest::newRow(name) << QByteArray(field) << value << static_cast<int>(outcome);
    };
    row("untouched", "", "", Outcome::Accepted);
    row("other realm", "realm", "elsewhere", Outcome::Missing);
    row("other request", "uri", "sip:other.com", Outcome::Malformed);
    row("no qop", "qop", "", Outcome::Malformed);
    row("auth-int", "qop", "auth-int", Outcome::Malformed);
    row("no cnonce", "cnonce", "", Outcome::Malformed);
    row("count zero", "nc", "00000000", Outcome::Malformed);
    row("count no number", "nc", "0000000g", Outcome::Malformed);
    row("count short", "nc", "1", Outcome::Malformed);
    row("count with sign", "nc", "+0000001", Outcome::Malformed);
    row("no user", "user", "", Outcome::Malformed);
    row("long user", "user", QByteArray(300, 'a'), Outcome::Malformed);
    row("unknown user", "user", "mallory", Outcome::Refused);
    row("other spelling", "user", "Alice", Outcome::Refused);
    row("foreign nonce", "nonce", "6412f723f00b3859", Outcome::Stale);
  }

  void judges() {
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, value);
    QFETCH(int, outcome);
    Bench bench;
    Credentials item = bench.credentials(bench.freshNonce());
    if (field == "realm") item.realm = value;
    if (field == "uri") item.uri = value;
    if (field == "qop") item.qop = value;
    if (field == "cnonce") item.cnonce = value;
    if (field == "nc") item.nonceCount = value;
    if (field == "user") item.user = value;
    if (field == "nonce") item.nonce = value;
    bench.sign(&item);
    QCOMPARE(static_cast<int>(bench.verify(item).outcome), outcome);
  }

  void refusesAWrongPassword() {
    Bench bench;
    const auto verdict = bench.verify(bench.credentials(bench.freshNonce(), "alice", "guess"));
    QCOMPARE(verdict.outcome, Outcome::Refused);
    QCOMPARE(verdict.userName, QByteArray("alice"));
    QVERIFY(verdict.user.isEmpty());
    // Also with an old nonce: stale is said only to who knows the password.
    QCOMPARE(bench.verify(bench.credentials("foreign", "alice", "guess")).outcome, Outcome::Refused);
  }

  void guessesDoNotUseUpCounts() {
    Bench bench;
    const QByteArray nonce = bench.freshNonce();
    QCOMPARE(bench.verify(bench.credentials(nonce, "alice", "guess")).outcome, Outcome::Refused);
    QCOMPARE(bench.verify(bench.credentials(nonce)).outcome, Outcome::Accepted);
  }

  void refusesReplays() {
    Bench bench;
    Credentials item = bench.credentials(bench.freshNonce());
    QCOMPARE(bench.verify(item).outcome, Outcome::Accepted);
    QCOMPARE(bench.verify(item).outcome, Outcome::Stale);
    item.nonceCount = "00000002";
    QCOMPARE(bench.verify(item).outcome, Outcome::Refused);
    bench.sign(&item);
    QCOMPARE(bench.verify(item).outcome, Outcome::Accepted);
  }

  void expiresNonces() {
    Bench bench;
    Credentials item = bench.credentials(bench.freshNonce());
    bench.clock.advanceMs(5 * 60 * 1000);
    QCOMPARE(bench.verify(item).outcome, Outcome::Stale);
    const auto lines = bench.verifier.challenges(ChallengeForm::Registrar, true);
    QVERIFY(Challenge::parse(lines[0].value)->stale);
    item.nonce = Challenge::parse(lines[0].value)->nonce;
    bench.sign(&item);
    QCOMPARE(bench.verify(item).outcome, Outcome::Accepted);
  }

  void onlyOfferedAlgorithms() {
    Bench bench;
    DigestVerifierOptions options{kRealm};
    options.algorithms = {DigestAlgorithm::Sha256};
    DigestVerifier verifier(options, bench.clock, findAlice, countingRandom());
    Credentials item = bench.credentials(bench.freshNonce());
    item.algorithm = DigestAlgorithm::Md5;
    bench.sign(&item);
    QCOMPARE(verifier.verify(registering({{"Authorization", item.toBytes()}})).outcome, Outcome::Malformed);
    QCOMPARE(bench.verify(item).outcome, Outcome::Accepted);
  }

  void looksPastOtherSchemes() {
    Bench bench;
    const Credentials item = bench.credentials(bench.freshNonce());
    QCOMPARE(bench.verifier.verify(registering()).outcome, Outcome::Missing);
    const Header ntlm{"Authorization", "NTLM qop=\"auth\", gssapi-data=\"\""};
    QCOMPARE(bench.verifier.verify(registering({ntlm})).outcome, Outcome::Missing);
    QCOMPARE(bench.verifier.verify(registering({{"Authorization", "Digest username"}})).outcome, Outcome::Malformed);
    QCOMPARE(bench.verifier.verify(registering({ntlm, {"Authorization", item.toBytes()}})).outcome, Outcome::Accepted);
  }

  void anotherMethodDoesNotFit() {
    Bench bench;
    Request request = registering({{"Authorization", bench.credentials(bench.freshNonce()).toBytes()}});
    request.method = "SERVICE";
    QCOMPARE(bench.verifier.verify(request).outcome, Outcome::Refused);
  }
};

PARLOUR_TEST(TstDigestVerifier)

}  // namespace tst_digestverifier

#include "tst_digestverifier.moc"
