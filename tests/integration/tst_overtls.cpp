// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "tests/integration/host/Await.h"
#include "tests/integration/host/ClientHost.h"
#include "tests/integration/host/ServerHost.h"
#include "tests/integration/host/Team.h"
#include "tests/program/TestProgram.h"

namespace tst_overtls {

using namespace Parlour;
using namespace Parlour::Tests;

// The whole way over TLS with the server's own certificate: refused unless the person accepts it, then remembered.
class TestOverTls : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void overTlsWithAPinnedCertificate() {
    ServerHost server(teamOrganisation());
    server.config().listen = {QStringLiteral("tls:127.0.0.1:0")};
    QVERIFY(server.start().ok());
    ClientHost ada("desk");
    ada.signIn("sip:ada@orchard.example", server.tlsPort(), QStringLiteral("pw-ada"), true);
    QTRY_VERIFY(ada->status().error.has_value());
    QVERIFY2(ada->status().error->text.contains(QStringLiteral("not trusted")), qPrintable(ada->status().error->text));
    QVERIFY(!ada->status().advice.isEmpty());
    QCOMPARE(server.sessionCount(), size_t{0});
    ada.setAcceptCertificates(true);
    ada.signIn("sip:ada@orchard.example", server.tlsPort(), QStringLiteral("pw-ada"), true);
    QTRY_VERIFY(ada.isSignedIn());
    // Asked once: the accepted certificate is remembered on this computer.
    ada.restart();
    ada.setAcceptCertificates(false);
    ada.signIn("sip:ada@orchard.example", server.tlsPort(), QStringLiteral("pw-ada"), true);
    QTRY_VERIFY(ada.isSignedIn());
    const RoomUri room = findRoom(ada, QStringLiteral("Tide tables"));
    QVERIFY(await(ada->open(room)).ok());
    ada->post(room, QStringLiteral("over TLS"));
    QTRY_COMPARE(ada->room(room)->timeline().newestChatId(), ChatId{1});
  }
};

PARLOUR_TEST(TestOverTls)

}  // namespace tst_overtls

#include "tst_overtls.moc"
