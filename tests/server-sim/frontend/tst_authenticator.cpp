// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "protocol/sip/auth/Challenge.h"
#include "protocol/sip/auth/Credentials.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/frontend/support/FrontDesk.h"

namespace tst_authenticator {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;

class TestAuthenticator : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void challengeForms_data();
  void challengeForms();
  void people_data();
  void people();
  void openSignIn_data();
  void openSignIn();
  void unknownUserLooksLikeAWrongPassword();
  void otherUsersPasswordDoesNotCount();
  void sipeSignsInWithMd5();
  void oldNonceIsChallengedAgain();
  void foreignRealmIsChallenged();
  void lockOutEndsWithTime();
  void lockOutIsPerUser();
  void strangersLockNobodyOut();
  void addressThatGuessesIsLockedOut();
  void successForgetsFailures();
  void storeFailureAsksToComeBack();
};

void TestAuthenticator::challengeForms_data() {
  QTest::addColumn<ChallengeForm>("form");
  QTest::addColumn<QByteArray>("agent");
  QTest::addColumn<int>("status");
  QTest::addColumn<QByteArrayList>("algorithms");
  const QByteArray sipe = "Purple/2.14.12 Sipe/1.25.0 (linux-x86_64; RTC/5.0)";
  QTest::newRow("auto, ours") << ChallengeForm::Auto << QByteArray("Parlour/0.1") << 401
                              << QByteArrayList{"SHA-256", "MD5"};
  QTest::newRow("auto, no agent") << ChallengeForm::Auto << QByteArray() << 401 << QByteArrayList{"SHA-256", "MD5"};
  QTest::newRow("auto, pidgin-sipe") << ChallengeForm::Auto << sipe << 407 << QByteArrayList{"MD5"};
  QTest::newRow("always 401") << ChallengeForm::Unauthorized401 << sipe << 401 << QByteArrayList{"MD5"};
  QTest::newRow("always 407") << ChallengeForm::ProxyAuthentication407 << QByteArray("Parlour/0.1") << 407
                              << QByteArrayList{"SHA-256", "MD5"};
}

void TestAuthenticator::challengeForms() {
  QFETCH(ChallengeForm, form);
  QFETCH(QByteArray, agent);
  QFETCH(int, status);
  QFETCH(QByteArrayList, algorithms);
  auto settings = deskSettings();
  settings.challenge = form;
  FrontDesk desk(settings);
  Caller ada(desk, "ada");
  auto request = ada.registration();
  request.headers.remove("User-Agent");
  if (!agent.isEmpty()) request.headers.add("User-Agent", agent);
  const auto response = ada.ask(request);
  QCOMPARE(response.status, status);
  QByteArrayList offered;
  for (const auto& line : response.headers.values(status == 401 ? "WWW-Authenticate" : "Proxy-Authenticate")) {
    const auto challenge = Sip::Challenge::parse(line);
    QVERIFY(challenge);
    QCOMPARE(challenge->realm, "orchard.example");
    QVERIFY(!challenge->stale);
    QVERIFY(challenge->isUsable());
    offered.append(Sip::digestAlgorithmName(*challenge->algorithm));
  }
  QCOMPARE(offered, algorithms);
  QCOMPARE(desk.frontEnd.endpointCount(), size_t{0});
  QCOMPARE(ada.ask(ada.answering(response, request, ada.password())).status, 200);
}

void TestAuthenticator::people_data() {
  QTest::addColumn<QByteArray>("name");
  QTest::addColumn<QByteArray>("password");
  QTest::addColumn<int>("status");
  QTest::addColumn<QByteArray>("reason");
  const QByteArray wrong = "The sign-in address or the password is wrong.";
  QTest::newRow("right password") << QByteArray("ada") << QByteArray("ada-pw") << 200 << QByteArray();
  QTest::newRow("without the policy") << QByteArray("fin") << QByteArray("fin-pw") << 200 << QByteArray();
  QTest::newRow("wrong password") << QByteArray("ada") << QByteArray("ada-p") << 403 << wrong;
  QTest::newRow("empty password") << QByteArray("ada") << QByteArray() << 403 << wrong;
  QTest::newRow("nobody") << QByteArray("mallory") << QByteArray("guess-1") << 403 << wrong;
  QTest::newRow("disabled") << QByteArray("gus") << QByteArray("gus-pw") << 403 << QByteArray("*4141");
  QTest::newRow("disabled, wrong password") << QByteArray("gus") << QByteArray("guess-1") << 403 << wrong;
}

void TestAuthenticator::people() {
  QFETCH(QByteArray, name);
  QFETCH(QByteArray, password);
  QFETCH(int, status);
  QFETCH(QByteArray, reason);
  FrontDesk desk;
  Caller caller(desk, name);
  const auto response = caller.signIn(caller.registration(), password);
  QCOMPARE(response.status, status);
  QCOMPARE(desk.frontEnd.endpointCount(), size_t{status == 200});
  if (reason.startsWith('*')) {
    QVERIFY(response.headers.value("ms-diagnostics-public").startsWith(reason.mid(1) + ';'));
  } else {
    QCOMPARE(response.diagnosticsReason(), reason);
  }
  QVERIFY(response.headers.values("WWW-Authenticate").isEmpty());
  if (!password.isEmpty()) QVERIFY(!Sip::toWire(response).contains(password));
}

void TestAuthenticator::openSignIn_data() {
  QTest::addColumn<QByteArray>("name");
  QTest::addColumn<int>("status");
  QTest::newRow("known") << QByteArray("ada") << 200;
  QTest::newRow("nobody") << QByteArray("mallory") << 404;
  QTest::newRow("disabled") << QByteArray("gus") << 403;
}

void TestAuthenticator::openSignIn() {
  QFETCH(QByteArray, name);
  QFETCH(int, status);
  auto settings = deskSettings();
  settings.openSignIn = true;
  FrontDesk desk(settings);
  Caller caller(desk, name);
  QCOMPARE(caller.ask(caller.registration()).status, status);
  QCOMPARE(desk.store.waiting(), size_t{0});
}

void TestAuthenticator::unknownUserLooksLikeAWrongPassword() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  Caller nobody(desk, "mallory");
  const auto known = ada.signIn(ada.registration(), "wrong");
  const auto unknown = nobody.signIn(nobody.registration(), "wrong");
  QCOMPARE(unknown.status, known.status);
  QCOMPARE(unknown.phrase, known.phrase);
  QCOMPARE(unknown.headers.value("ms-diagnostics"), known.headers.value("ms-diagnostics"));
  QCOMPARE(unknown.headers.size(), known.headers.size());
}

void TestAuthenticator::otherUsersPasswordDoesNotCount() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  Caller bo(desk, "bo");
  // Bo proves to be Bo and claims to be Ada.
  const auto request = ada.registration();
  const auto response = ada.ask(bo.answering(ada.ask(request), request, bo.password()));
  QCOMPARE(response.status, 403);
  QCOMPARE(desk.frontEnd.endpointCount(), size_t{0});
}

void TestAuthenticator::sipeSignsInWithMd5() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  auto request = ada.registration();
  request.headers.set("User-Agent", "Purple/2.14.12 Sipe/1.25.0");
  const auto challenge = Sip::Challenge::parse(ada.ask(request).headers.value("Proxy-Authenticate"));
  QVERIFY(challenge);
  // As the real client answers: the same request, an address that is no address, the login alone (pidgin-sipe 2.3).
  Sip::Credentials credentials;
  credentials.user = "ada";
  credentials.realm = challenge->realm;
  credentials.nonce = challenge->nonce;
  credentials.uri = "(null)";
  credentials.qop = "auth";
  credentials.nonceCount = "00000001";
  credentials.cnonce = "4afd0b52";
  const auto ha1 = Sip::makeHa1(Sip::DigestAlgorithm::Md5, "ada", "orchard.example", "ada-pw");
  credentials.response = Sip::digestResponse(credentials.input(ha1, "REGISTER"));
  request.headers.add("Proxy-Authorization", credentials.toBytes());
  QCOMPARE(ada.ask(request).status, 200);
}

void TestAuthenticator::oldNonceIsChallengedAgain() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  const auto request = ada.registration();
  const auto challenge = ada.ask(request);
  desk.clock.advanceMs(6 * 60 * 1000);
  const auto response = ada.ask(ada.answering(challenge, request, ada.password()));
  QCOMPARE(response.status, 401);
  const auto again = Sip::Challenge::parse(response.headers.value("WWW-Authenticate"));
  QVERIFY(again);
  QVERIFY(again->stale);
  QVERIFY(again->nonce != Sip::Challenge::parse(challenge.headers.value("WWW-Authenticate"))->nonce);
  QCOMPARE(ada.ask(ada.answering(response, request, ada.password())).status, 200);
}

void TestAuthenticator::foreignRealmIsChallenged() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  auto request = ada.registration();
  request.headers.add("Authorization",
                      "Digest username=\"ada\", realm=\"other\", nonce=\"1\", uri=\"x\", response=\"0\"");
  QCOMPARE(ada.ask(request).status, 401);
  request = ada.registration();
  request.headers.add("Authorization", "NTLM qop=\"auth\", realm=\"orchard.example\", gssapi-data=\"\"");
  QCOMPARE(ada.ask(request).status, 401);
}

void TestAuthenticator::lockOutEndsWithTime() {
  auto settings = deskSettings();
  settings.lockOutFailures = 3;
  settings.lockOutSeconds = 60;
  FrontDesk desk(settings);
  Caller ada(desk, "ada");
  for (int i = 0; i < 3; ++i) QCOMPARE(ada.signIn(ada.registration(), "wrong").status, 403);
  const auto locked = ada.signIn();
  QCOMPARE(locked.status, 403);
  QCOMPARE(locked.retryAfterSeconds(), 60);
  QCOMPARE(locked.diagnosticsReason(), "Too many wrong passwords. Try again in 60 s.");
  desk.clock.advanceMs(59'000);
  QCOMPARE(ada.signIn().status, 403);
  desk.clock.advanceMs(1'000);
  QCOMPARE(ada.signIn().status, 200);
}

void TestAuthenticator::lockOutIsPerUser() {
  auto settings = deskSettings();
  settings.lockOutFailures = 2;
  FrontDesk desk(settings);
  Caller ada(desk, "ada");
  Caller bo(desk, "bo");
  for (int i = 0; i < 2; ++i) ada.signIn(ada.registration(), "wrong");
  QCOMPARE(ada.signIn().status, 403);
  QCOMPARE(bo.signIn().status, 200);
}

void TestAuthenticator::strangersLockNobodyOut() {
  auto settings = deskSettings();
  settings.lockOutFailures = 2;
  FrontDesk desk(settings);
  desk.transport.addresses = {{1, "192.0.2.1"}, {2, "198.51.100.7"}, {3, "2001:db8::1"}, {4, "2001:db8::2"}};
  Caller ada(desk, "ada", 1);
  Caller stranger(desk, "ada", 2, "0badc0ffee");
  for (int i = 0; i < 5; ++i) QCOMPARE(stranger.signIn(stranger.registration(), "guess").status, 403);
  QCOMPARE(ada.signIn().status, 200);
  QCOMPARE(stranger.signIn().status, 403);  // even with the right password
  // One network of IPv6 is one sender.
  Caller third(desk, "ada", 3, "0badc0ff01");
  for (int i = 0; i < 2; ++i) third.signIn(third.registration(), "guess");
  Caller neighbour(desk, "ada", 4, "0badc0ff02");
  QCOMPARE(neighbour.signIn().status, 403);
  QVERIFY(desk.frontEnd.counters().lockedOut.value() > 0);
  QCOMPARE(desk.frontEnd.counters().refusedUsers.value(), quint64{4});
}

void TestAuthenticator::addressThatGuessesIsLockedOut() {
  auto settings = deskSettings();
  settings.lockOutFailures = 100;
  settings.lockOutFailuresPerAddress = 3;
  FrontDesk desk(settings);
  desk.transport.addresses = {{1, "192.0.2.1"}, {2, "192.0.2.1"}, {3, "192.0.2.2"}};
  Caller ada(desk, "ada", 1);
  for (int i = 0; i < 3; ++i) QCOMPARE(ada.signIn(ada.registration(), "guess").status, 403);
  QCOMPARE(Caller(desk, "bo", 2).signIn().status, 403);
  QCOMPARE(Caller(desk, "bo", 3).signIn().status, 200);
}

void TestAuthenticator::successForgetsFailures() {
  auto settings = deskSettings();
  settings.lockOutFailures = 2;
  FrontDesk desk(settings);
  Caller ada(desk, "ada");
  for (int i = 0; i < 3; ++i) {
    QCOMPARE(ada.signIn(ada.registration(), "wrong").status, 403);
    QCOMPARE(ada.signIn().status, 200);
    ada.signOut();
  }
}

void TestAuthenticator::storeFailureAsksToComeBack() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  desk.store.failWith(Error::make(ErrorCode::Storage, QStringLiteral("disk"), QStringLiteral("disk I/O error")));
  const auto response = ada.signIn();
  QCOMPARE(response.status, 503);
  QCOMPARE(response.retryAfterSeconds(), 5);
  desk.store.failWith({});
  QCOMPARE(ada.signIn().status, 200);
}

PARLOUR_TEST(TestAuthenticator)

}  // namespace tst_authenticator

#include "tst_authenticator.moc"
