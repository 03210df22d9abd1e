// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "protocol/signin/RoamingSelf.h"
#include "tests/program/TestProgram.h"
#include "tests/protocol/signin/Transcript.h"

namespace tst_roamingself {

using namespace Parlour;
using namespace Parlour::Signin;

namespace {

QByteArray categories(const QByteArray& content) {
  return "<roamingData><categories uri=\"sip:a@b\">" + content + "</categories></roamingData>";
}

}  // namespace

class TstRoamingSelf : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void readsScopes_data() {
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<QList<bool>>("parts");
    QTest::newRow("all") << transcriptBody("roaming-subscribe.sip") << QList<bool>{true, true, true, true};
    QTest::newRow("pidgin-sipe") << readTranscript("pidgin-roaming-request.xml")
                                 << QList<bool>{true, true, true, false};
    QTest::newRow("none") << QByteArray("<roamingList/>") << QList<bool>{false, false, false, false};
    QTest::newRow("unknown") << QByteArray("<roamingList><roaming type=\"news\"/><roaming/></roamingList>")
                             << QList<bool>{false, false, false, false};
  }

  void readsScopes() {
    QFETCH(QByteArray, xml);
    QFETCH(QList<bool>, parts);
    const auto scope = RoamingScope::parse(xml);
    QVERIFY(scope);
    QCOMPARE((QList<bool>{scope->categories, scope->containers, scope->subscribers, scope->delegates}), parts);
    const auto again = RoamingScope::parse(scope->toXml());
    QVERIFY(again);
    QCOMPARE(*again, *scope);
  }

  void readsTheFirstNotification() {
    const auto data = RoamingData::parse(transcriptBody("roaming-ok.sip"));
    QVERIFY(data);
    QCOMPARE(data->user, QStringLiteral("sip:alice@example.com"));
    QVERIFY(data->categories);
    QCOMPARE(data->categories->size(), 4);
    const CategoryInstance& properties = data->categories->at(0);
    QCOMPARE(properties.fragment,
             QByteArray("<userProperties xmlns=\"http://schemas.microsoft.com/2006/09/sip/categories\"/>"));
    QCOMPARE(properties.version, 7u);
    const CategoryInstance& state = data->categories->at(1);
    QCOMPARE(state.expireType, ExpireType::User);
    QVERIFY(
        state.fragment.startsWith("<state xmlns=\"http://schemas.microsoft.com/2006/09/sip/state\" "
                                  "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type="));
    const CategoryInstance& room = data->categories->at(2);
    QCOMPARE(room.key(), (CategoryKey{QStringLiteral("roomSetting"), 1, 1189430273}));
    QCOMPARE(room.publishTime.toPublishTime(), QByteArray("2014-02-20T16:41:52.697"));
    QVERIFY(data->containers && data->subscribers && data->delegates);
    QCOMPARE(data->containers->size(), 3);
    QCOMPARE(data->containers->at(0), (Container{200, 1, {{QStringLiteral("sameEnterprise"), {}}}}));
    QCOMPARE(data->subscribers->at(0), (Subscriber{QStringLiteral("bob@example.com"), QStringLiteral("Bob"), true,
                                                   QStringLiteral("sameEnterprise")}));
    QCOMPARE(*data->delegates, (Delegates{1, {}}));
  }

  void roundTrips_data() {
    QTest::addColumn<QByteArray>("xml");
    QTest::newRow("first") << transcriptBody("roaming-ok.sip");
    QTest::newRow("later") << transcriptBody("roaming-benotify.sip");
    QTest::newRow("answer") << transcriptBody("publish-ok.sip");
    QTest::newRow("markers") << categories("<category name=\"a\"/><category name=\"b\" container=\"1\"/>");
    QTest::newRow("timed") << categories(
        "<category name=\"a\" container=\"1\" instance=\"2\" version=\"3\" expireType=\"time\" expires=\"60\"/>");
    QTest::newRow("delegates") << QByteArray(
        "<roamingData><delegates version=\"4\"><delegate uri=\"sip:b@x\"/></delegates></roamingData>");
    QTest::newRow("nothing") << QByteArray("<roamingData/>");
  }

  void roundTrips() {
    QFETCH(QByteArray, xml);
    const auto data = RoamingData::parse(xml);
    QVERIFY(data);
    const QByteArray written = data->toXml();
    const auto again = RoamingData::parse(written);
    QVERIFY(again);
    QCOMPARE(again->user, data->user);
    QCOMPARE(again->categories, data->categories);
    QCOMPARE(again->containers, data->containers);
    QCOMPARE(again->subscribers, data->subscribers);
    QCOMPARE(again->delegates, data->delegates);
    QCOMPARE(again->toXml(), written);
  }

  void namesOnlyPartsThatChanged() {
    const auto data = RoamingData::parse(transcriptBody("roaming-benotify.sip"));
    QVERIFY(data);
    QVERIFY(data->categories);
    QVERIFY(!data->containers && !data->subscribers && !data->delegates);
  }

  void readsMarkers() {
    const auto data =
        RoamingData::parse(categories("<category name=\"a\" version=\"3\"/><category name=\"b\" container=\"1\"/>"));
    QVERIFY(data);
    QCOMPARE(*data->categories, (QList<CategoryInstance>{CategoryInstance::emptied(QStringLiteral("a")),
                                                         CategoryInstance::emptied(QStringLiteral("b"), 1)}));
  }

  void refuses_data() {
    QTest::addColumn<QByteArray>("xml");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("other document") << QByteArray("<roamingList/>");
    QTest::newRow("category without name") << categories("<category instance=\"1\"/>");
    QTest::newRow("instance too large") << categories("<category name=\"a\" instance=\"4294967296\"/>");
    QTest::newRow("instance negative") << categories("<category name=\"a\" instance=\"-1\"/>");
    QTest::newRow("container too large") << categories("<category name=\"a\" container=\"32768\"/>");
    QTest::newRow("version no number") << categories("<category name=\"a\" instance=\"1\" version=\"new\"/>");
    QTest::newRow("container without id")
        << QByteArray("<roamingData><containers><container/></containers></roamingData>");
    QTest::newRow("cut off") << transcriptBody("roaming-ok.sip").chopped(20);
    QTest::newRow("too many") << categories(QByteArray("<category name=\"a\" instance=\"1\"/>").repeated(20'001));
  }

  void refuses() {
    QFETCH(QByteArray, xml);
    QVERIFY(!RoamingData::parse(xml));
  }

  void refusesBadScopes() {
    QVERIFY(!RoamingScope::parse("<roamingData/>"));
    QVERIFY(!RoamingScope::parse("<roamingList>"));
  }
};

PARLOUR_TEST(TstRoamingSelf)

}  // namespace tst_roamingself

#include "tst_roamingself.moc"
