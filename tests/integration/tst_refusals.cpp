// SPDX-License-Identifier: Apache-2.0
#include <QTcpSocket>
#include <QTest>

#include "tests/integration/host/Await.h"
#include "tests/integration/host/ServerHost.h"
#include "tests/integration/host/Team.h"
#include "tests/program/TestProgram.h"

namespace tst_refusals {

using namespace Parlour;
using namespace Parlour::Tests;

// What is refused, how the person is told, and that nobody else notices.
class TestRefusals : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<ServerHost> server_;

  void signIn(ClientHost& host, const char* user) {
    host.signIn(QByteArray("sip:") + user + "@orchard.example", server_->port(),
                QString::fromLatin1("pw-") + QLatin1String(user));
    QTRY_VERIFY(host.isSignedIn());
  }

 private Q_SLOTS:
  void init() {
    server_ = std::make_unique<ServerHost>(teamOrganisation());
    QVERIFY(server_->start().ok());
  }
  void cleanup() { server_.reset(); }

  void signInIsRefusedInWords_data() {
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QString>("password");
    QTest::newRow("wrong password") << QByteArray("sip:ada@orchard.example") << QStringLiteral("nonsense");
    QTest::newRow("unknown user") << QByteArray("sip:nobody@orchard.example") << QStringLiteral("pw-ada");
    QTest::newRow("unknown domain") << QByteArray("sip:ada@elsewhere.example") << QStringLiteral("pw-ada");
    QTest::newRow("disabled user") << QByteArray("sip:gone@orchard.example") << QStringLiteral("pw-gone");
    QTest::newRow("policy off") << QByteArray("sip:off@orchard.example") << QStringLiteral("pw-off");
  }

  void signInIsRefusedInWords() {
    QFETCH(QByteArray, address);
    QFETCH(QString, password);
    ClientHost host("desk");
    host.signIn(address, server_->port(), password);
    QTRY_VERIFY(host->status().error.has_value());
    const auto& status = host->status();
    QVERIFY(status.state == Core::ConnectionState::Refused || status.state == Core::ConnectionState::SignedOut);
    QVERIFY(!status.error->text.isEmpty());
    QVERIFY2(!status.advice.isEmpty(), qPrintable(status.error->text));
    QVERIFY(!status.error->text.contains(password) && !status.error->detail.contains(password));
    QCOMPARE(server_->sessionCount(), size_t{0});
  }

  void unknownUserAndWrongPasswordLookTheSame() {
    QStringList words;
    for (const char* user : {"ada", "nobody"}) {
      ClientHost host("desk");
      host.signIn(QByteArray("sip:") + user + "@orchard.example", server_->port(), QStringLiteral("nonsense"));
      QTRY_VERIFY(host->status().error.has_value());
      words.append(host->status().error->text);
    }
    QCOMPARE(words[0].replace(QStringLiteral("ada"), QStringLiteral("X")),
             words[1].replace(QStringLiteral("nobody"), QStringLiteral("X")));
  }

  void roomsThatMayNotBeEntered() {
    ClientHost ada("desk");
    ClientHost bo("laptop");
    ClientHost cy("tablet");
    signIn(ada, "ada");
    signIn(bo, "bo");
    signIn(cy, "cy");
    const RoomUri secret = findRoom(bo, QStringLiteral("Harbour board"));
    QVERIFY(!secret.isEmpty());
    QVERIFY(findRoom(ada, QStringLiteral("Harbour board")).isEmpty());
    const auto hidden = await(ada->open(secret));
    const auto absent =
        await(ada->open(*RoomUri::parse("ma-chan://orchard.example/00000000-0000-4000-8000-000000000000")));
    QVERIFY(!hidden.ok() && !absent.ok());
    QCOMPARE(hidden.error().code, ErrorCode::NotFound);
    QCOMPARE(hidden.error().text, absent.error().text);
    QVERIFY(!await(ada->roomInfo(secret)).ok());
    const RoomUri closed = findRoom(cy, QStringLiteral("Crew rota"));
    QVERIFY(!closed.isEmpty());
    const auto refused = await(cy->open(closed));
    QCOMPARE(refused.error().code, ErrorCode::PermissionDenied);
    QVERIFY(findRoom(ada, QStringLiteral("Old pier")).isEmpty());
  }

  void postsThatAreRefused() {
    ClientHost ada("desk");
    ClientHost bo("laptop");
    signIn(ada, "ada");
    signIn(bo, "bo");
    const RoomUri hall = findRoom(ada, QStringLiteral("Town hall"));
    QVERIFY(await(ada->open(hall)).ok());
    QVERIFY(await(bo->open(hall)).ok());
    QVERIFY(!ada->room(hall)->mayPost());
    QVERIFY(bo->room(hall)->mayPost());
    const quint64 id = ada->post(hall, QStringLiteral("may I?"));
    auto& timeline = ada->room(hall)->timeline();
    QTRY_VERIFY(timeline.rowOfLocal(id) >= 0 &&
                timeline.at(timeline.rowOfLocal(id)).state == Core::MessageState::Failed);
    QVERIFY(!timeline.at(timeline.rowOfLocal(id)).failure->text.isEmpty());
    bo->post(hall, QStringLiteral("I may"));
    QTRY_COMPARE(ada.texts(QStringLiteral("Town hall")).filter(QStringLiteral("I may")).size(), 1);
    QVERIFY(!bo.texts(QStringLiteral("Town hall")).contains(QStringLiteral("may I?")));

    const RoomUri tides = findRoom(ada, QStringLiteral("Tide tables"));
    QVERIFY(await(ada->open(tides)).ok());
    const quint64 longId = ada->post(tides, QString(8'001, QLatin1Char('x')));
    auto& lines = ada->room(tides)->timeline();
    QTRY_VERIFY(lines.rowOfLocal(longId) >= 0 &&
                lines.at(lines.rowOfLocal(longId)).state == Core::MessageState::Failed);
    ada->discardPost(tides, longId);
    QCOMPARE(lines.rowOfLocal(longId), -1);
    ada->post(tides, QString(8'000, QLatin1Char('x')));
    QTRY_COMPARE(lines.newestChatId(), ChatId{1});
  }

  void garbageOnThePort_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("noise") << QByteArray("\x00\xff\x17garbage\r\n\r\n", 14);
    QTest::newRow("http") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    QTest::newRow("no headers") << QByteArray("INFO sip:x SIP/2.0\r\n\r\n");
    QTest::newRow("wrong length") << QByteArray(
        "OPTIONS sip:x SIP/2.0\r\nVia: SIP/2.0/TCP h\r\nContent-Length: 99999999999\r\n\r\n");
    QTest::newRow("long line") << QByteArray("REGISTER sip:") + QByteArray(300'000, 'a');
  }

  void garbageOnThePort() {
    QFETCH(QByteArray, bytes);
    ClientHost ada("desk");
    signIn(ada, "ada");
    const RoomUri tides = findRoom(ada, QStringLiteral("Tide tables"));
    QVERIFY(await(ada->open(tides)).ok());
    QTcpSocket noise;
    noise.connectToHost(QStringLiteral("127.0.0.1"), server_->port());
    QVERIFY(noise.waitForConnected());
    noise.write(bytes);
    noise.flush();
    ada->post(tides, QStringLiteral("undisturbed"));
    QTRY_COMPARE(ada->room(tides)->timeline().newestChatId(), ChatId{1});
    QVERIFY(ada.isSignedIn());
  }
};

PARLOUR_TEST(TestRefusals)

}  // namespace tst_refusals

#include "tst_refusals.moc"
