// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "tests/program/TestProgram.h"
#include "tests/server-sim/frontend/support/FrontDesk.h"

namespace tst_frontend {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;

class TestFrontEnd : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void beforeRegistration_data();
  void beforeRegistration();
  void afterRegistration_data();
  void afterRegistration();
  void onlyForTheRegisteredEndpoint_data();
  void onlyForTheRegisteredEndpoint();
  void acknowledgementsAreNotAnswered();
  void everythingIsAnsweredOnce();
};

void TestFrontEnd::beforeRegistration_data() {
  QTest::addColumn<QByteArray>("method");
  QTest::addColumn<int>("status");
  for (const char* method : {"SUBSCRIBE", "SERVICE", "INVITE", "MESSAGE", "PUBLISH"}) {
    QTest::newRow(method) << QByteArray(method) << 403;
  }
  for (const char* method : {"INFO", "UPDATE", "BYE"}) QTest::newRow(method) << QByteArray(method) << 481;
  QTest::newRow("OPTIONS") << QByteArray("OPTIONS") << 200;
}

void TestFrontEnd::beforeRegistration() {
  QFETCH(QByteArray, method);
  QFETCH(int, status);
  FrontDesk desk;
  Caller ada(desk, "ada");
  const auto response = ada.ask(ada.make(method));
  QCOMPARE(response.status, status);
  QCOMPARE(response.phrase, Sip::standardPhrase(status));
  if (status == 403) QVERIFY(response.headers.value("ms-diagnostics-public").startsWith("4004;"));
}

void TestFrontEnd::afterRegistration_data() {
  QTest::addColumn<QByteArray>("method");
  QTest::addColumn<int>("status");
  QTest::newRow("OPTIONS") << QByteArray("OPTIONS") << 200;
  QTest::newRow("MESSAGE") << QByteArray("MESSAGE") << 501;
  QTest::newRow("REFER") << QByteArray("REFER") << 501;
  QTest::newRow("lower case") << QByteArray("invite") << 501;
  QTest::newRow("SUBSCRIBE without event") << QByteArray("SUBSCRIBE") << 489;
}

void TestFrontEnd::afterRegistration() {
  QFETCH(QByteArray, method);
  QFETCH(int, status);
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  const auto response = ada.ask(ada.make(method));
  QCOMPARE(response.status, status);
  if (status != 489) {
    QCOMPARE(response.headers.value("Allow"), "REGISTER, SUBSCRIBE, SERVICE, INVITE, ACK, BYE, INFO, UPDATE, OPTIONS");
  }
}

void TestFrontEnd::onlyForTheRegisteredEndpoint_data() {
  QTest::addColumn<QByteArray>("from");
  QTest::addColumn<int>("connection");
  QTest::addColumn<int>("status");
  const QByteArray own = "<sip:ada@orchard.example>;tag=1;epid=5f1c2ab390";
  QTest::newRow("its own") << own << 1 << 415;
  QTest::newRow("capitals and a name") << QByteArray("\"Ada\" <sip:ADA@orchard.example>;tag=1;epid=5f1c2ab390") << 1
                                       << 415;
  QTest::newRow("another user") << QByteArray("<sip:bo@orchard.example>;tag=1;epid=5f1c2ab390") << 1 << 403;
  QTest::newRow("another epid") << QByteArray("<sip:ada@orchard.example>;tag=1;epid=7be04d21c8") << 1 << 403;
  QTest::newRow("no epid") << QByteArray("<sip:ada@orchard.example>;tag=1") << 1 << 403;
  QTest::newRow("another connection") << own << 2 << 403;
  QTest::newRow("no address") << QByteArray("anonymous") << 1 << 403;
}

void TestFrontEnd::onlyForTheRegisteredEndpoint() {
  QFETCH(QByteArray, from);
  QFETCH(int, connection);
  QFETCH(int, status);
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  auto request = ada.make("SERVICE");
  request.headers.set("From", from);
  QCOMPARE(desk.ask(Sip::ConnectionId(connection), request).status, status);
}

void TestFrontEnd::acknowledgementsAreNotAnswered() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  desk.transport.order.clear();
  desk.transport.receive(1, ada.make("ACK"));
  QVERIFY(desk.transport.order.isEmpty());
}

void TestFrontEnd::everythingIsAnsweredOnce() {
  FrontDesk desk;
  Caller ada(desk, "ada");
  ada.signIn();
  QCOMPARE(ada.invite().status, 200);
  const char* const methods[] = {"REGISTER", "OPTIONS", "SUBSCRIBE", "SERVICE", "INVITE",
                                 "INFO",     "UPDATE",  "BYE",       "PRACK"};
  for (const char* method : methods) {
    auto request = ada.make(method);
    QVERIFY2(ada.ask(request).status >= 200, method);
    request.headers.set("To", request.headers.value("To") + ";tag=stale");
    QVERIFY2(ada.ask(request).status >= 200, method);
  }
  QVERIFY(!desk.transport.answeredTwice());
}

PARLOUR_TEST(TestFrontEnd)

}  // namespace tst_frontend

#include "tst_frontend.moc"
