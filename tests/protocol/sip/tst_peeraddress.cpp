// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "protocol/sip/PeerAddress.h"
#include "tests/program/TestProgram.h"

namespace tst_peeraddress {

using namespace Parlour::Sip;

class TestPeerAddress : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void groups_data() {
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("group");
    QTest::addColumn<bool>("loopback");
    const auto row = [](const char* host, const char* group, bool loopback) {
      QTest::newRow(host) << QByteArray(host) << QByteArray(group) << loopback;
    };
    row("192.0.2.7", "192.0.2.7", false);
    row("127.0.0.1", "127.0.0.1", true);
    row("127.8.9.1", "127.8.9.1", true);
    row("128.0.0.1", "128.0.0.1", false);
    row("::1", "::/64", true);
    row("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64", false);
    row("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64", false);
    row("2001:db8:1:3::1", "2001:db8:1:3::/64", false);
    row("::ffff:192.0.2.7", "192.0.2.7", false);
    row("", "", false);
    row("orchard.example", "orchard.example", false);
  }
  void groups() {
    QFETCH(QByteArray, host);
    QTEST(addressGroup(host), "group");
    QTEST(isLoopbackAddress(host), "loopback");
  }
};

PARLOUR_TEST(TestPeerAddress)

}  // namespace tst_peeraddress

#include "tst_peeraddress.moc"
