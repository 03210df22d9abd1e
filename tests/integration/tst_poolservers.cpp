// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/ctl/Pool.h"
#include "tests/integration/host/Await.h"
#include "tests/integration/host/ServerHost.h"
#include "tests/integration/host/Team.h"
#include "tests/program/TestProgram.h"

namespace tst_poolservers {

using namespace Parlour;
using namespace Parlour::Tests;

// A server is put on standby with parlourctl while people are in its rooms.
class TestPoolServers : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<ServerHost> server_;

  bool ctl(const char* verb) {
    auto pool = Ctl::openPool(server_->dataDir());
    if (!pool) return false;
    const auto answer = (*pool)->ask({{QStringLiteral("verb"), QLatin1String(verb)}});
    return answer && answer->value(QStringLiteral("ok")).toBool();
  }
  void start(ClientHost& host, const char* user) {
    host.signIn(QByteArray("sip:") + user + "@orchard.example", server_->port(),
                QString::fromLatin1("pw-") + QLatin1String(user));
  }

 private Q_SLOTS:
  void init() {
    server_ = std::make_unique<ServerHost>(teamOrganisation());
    QVERIFY(server_->start().ok());
  }
  void cleanup() { server_.reset(); }
  void standbyKeepsWhoIsThereAndLetsNobodyIn();
};

void TestPoolServers::standbyKeepsWhoIsThereAndLetsNobodyIn() {
  ClientHost ada("desk");
  start(ada, "ada");
  QTRY_VERIFY(ada.isSignedIn());
  QVERIFY(ctl("pool active set"));

  ClientHost bo("laptop");
  start(bo, "bo");
  QTRY_VERIFY(bo->status().error.has_value());
  QVERIFY(!bo.isSignedIn());
  QVERIFY(ada.isSignedIn());
  QVERIFY(!findRoom(ada, QStringLiteral("Tide tables")).isEmpty());
  QCOMPARE(server_->sessionCount(), size_t{1});

  QVERIFY(ctl("pool active swap"));
  ClientHost cy("tablet");
  start(cy, "cy");
  QTRY_VERIFY(cy.isSignedIn());
}

PARLOUR_TEST(TestPoolServers)

}  // namespace tst_poolservers

#include "tst_poolservers.moc"
