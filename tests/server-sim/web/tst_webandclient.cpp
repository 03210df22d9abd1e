// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/org/Organisation.h"
#include "tests/integration/host/WireUser.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/web/support/WebTown.h"

namespace tst_webandclient {

using namespace Parlour;
using namespace Parlour::Tests;

// What is done on the page reaches those who are signed in with a client.
class TestWebAndClient : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<WebTown> town_;
  std::unique_ptr<WireUser> client_;

  std::optional<RoomUri> found(const QString& name) {
    Xccos::ChannelSearch search;
    search.filter.criteria = name;
    const auto reply = client_->ask(search);
    const auto* answer = reply ? std::get_if<Xccos::ChannelSearchReply>(&*reply) : nullptr;
    if (!answer || !answer->header.ok() || answer->rooms.empty()) return std::nullopt;
    return answer->rooms.front().uri;
  }

 private Q_SLOTS:
  void init() {
    town_ = std::make_unique<WebTown>();
    town_->host.config().frontEnd.openSignIn = true;
    QVERIFY(town_->start());
    client_ = std::make_unique<WireUser>("sip:cy@orchard.example");
    QVERIFY(client_->signIn(town_->host.port()));
  }
  void cleanup() {
    client_.reset();
    town_.reset();
  }

  void clientsAreToldWhereThePageIs() {
    const auto reply = client_->ask(Xccos::GetServerInfo{});
    const auto* info = reply ? std::get_if<Xccos::ServerInfoReply>(&*reply) : nullptr;
    QVERIFY(info);
    QCOMPARE(info->info.roomManagementUrl, QStringLiteral("http://127.0.0.1:%1/").arg(town_->host.webPort()));
  }

  void newRoomsAreFoundAndDisabledOnesAreNot() {
    const QString name = QStringLiteral("Sail loft");
    QVERIFY(!found(name));
    Browser browser = town_->browser();
    QVERIFY(browser.signIn(QStringLiteral("dee"), QString()));
    browser.get(QStringLiteral("/rooms/new"));
    const QString category =
        QString::fromLatin1(Server::derivedGuid("category", "orchard.example", QStringLiteral("Harbour")));
    const WebAnswer created =
        browser.post(QStringLiteral("/rooms/new"), {{QStringLiteral("name"), name},
                                                    {QStringLiteral("category"), category},
                                                    {QStringLiteral("privacy"), QStringLiteral("secret")},
                                                    {QStringLiteral("type"), QStringLiteral("normal")},
                                                    {QStringLiteral("members"), QStringLiteral("cy")}});
    QCOMPARE(created.status, 303);
    const auto room = found(name);
    QVERIFY(room);
    QCOMPARE(client_->codeOf(Xccos::Join{{0, *room}}), 200);
    const QString path = QStringLiteral("/rooms/") + QString::fromUtf8(room->key());
    browser.get(path);
    const QList<std::pair<QString, QString>> disable{{QStringLiteral("state"), QStringLiteral("disabled")}};
    QCOMPARE(browser.post(path + QStringLiteral("/state"), disable).status, 303);
    QVERIFY(!found(name));
    QVERIFY(client_->post(*room, "Anybody there?") != 200);
  }
};

PARLOUR_TEST(TestWebAndClient)

}  // namespace tst_webandclient

#include "tst_webandclient.moc"
