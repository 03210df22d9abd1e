// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "protocol/signin/Category.h"
#include "protocol/signin/Publication.h"
#include "protocol/signin/RoomSetting.h"
#include "tests/program/TestProgram.h"
#include "tests/protocol/signin/Transcript.h"

namespace tst_roomsetting {

using namespace Parlour;
using namespace Parlour::Signin;

namespace {

constexpr char kSample[] =
    "<list xmlns=\"urn:x\" xmlns:p=\"http://schemas.microsoft.com/2010/12/sip/propertyList\">"
    "<p:property name=\"popUp\"><p:rule level=\"2\">on</p:rule></p:property>"
    "<group><p:property name=\"url\"><value>MA-CHAN://Example.com/6F8C</value></p:property></group>"
    "<p:property name=\"sound\"/><p:property name=\"name\">Kitchen &amp; bar</p:property></list>";

}  // namespace

class TstRoomSetting : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void readsTheTranscript() {
    const auto request = PublishRequest::parse(transcriptBody("publish.sip"));
    QVERIFY(request);
    const auto setting = RoomSetting::parse(request->publications[0].fragment);
    QVERIFY(setting);
    QCOMPARE(setting->room().bytes(), QByteArray("ma-chan://example.com/0d9c8b7a-6f5e-4d3c-8b2a-190817263544"));
    QCOMPARE(setting->name(), QStringLiteral("Kitchen"));
    QVERIFY(!setting->readChatId());
  }

  void writesWhatItReads() {
    RoomSetting setting(*RoomUri::parse("ma-chan://example.com/6f8c"), QStringLiteral("A <b> & \"c\""));
    setting.setReadChatId(4711);
    const auto again = RoomSetting::parse(setting.toFragment());
    QVERIFY(again);
    QCOMPARE(again->room(), setting.room());
    QCOMPARE(again->name(), setting.name());
    QCOMPARE(again->readChatId(), std::optional<ChatId>(4711));
    QCOMPARE(again->toFragment(), setting.toFragment());
  }

  void keepsUnknownProperties() {
    auto setting = RoomSetting::parse(kSample);
    QVERIFY(setting);
    QCOMPARE(setting->room().bytes(), QByteArray("ma-chan://example.com/6f8c"));
    QCOMPARE(setting->name(), QStringLiteral("Kitchen & bar"));
    setting->setReadChatId(9);
    setting->setName(QStringLiteral("Bar"));
    const QByteArray fragment = setting->toFragment();
    QVERIFY2(fragment.contains("<p:rule level=\"2\">on</p:rule>"), fragment.constData());
    const auto again = RoomSetting::parse(fragment);
    QVERIFY(again);
    const QStringList order{QStringLiteral("popUp"), QStringLiteral("url"), QStringLiteral("sound"),
                            QStringLiteral("name"), QStringLiteral("parlour.readChatId")};
    QCOMPARE(again->propertyNames(), order);
    QCOMPARE(again->value(QStringLiteral("popUp")), QStringLiteral("on"));
    QCOMPARE(again->name(), QStringLiteral("Bar"));
    QCOMPARE(again->toFragment(), fragment);
  }

  void untouchedValuesKeepTheirMarkup() {
    auto setting = RoomSetting::parse(kSample);
    QVERIFY(setting);
    setting->setName(setting->name());
    setting->setValue(QStringLiteral("popUp"), QStringLiteral("on"));
    QVERIFY(setting->toFragment().contains("<p:rule level=\"2\">on</p:rule>"));
    setting->setValue(QStringLiteral("popUp"), QStringLiteral("off"));
    QVERIFY(!setting->toFragment().contains("rule"));
  }

  void survivesManyRounds() {
    QByteArray fragment = RoomSetting::parse(kSample)->toFragment();
    const QByteArray first = fragment;
    for (int i = 0; i < 5; ++i) fragment = RoomSetting::parse(fragment)->toFragment();
    QCOMPARE(fragment, first);
  }

  void readsThePosition_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("expected");  // -1: none
    QTest::newRow("number") << QByteArray("17") << qint64{17};
    QTest::newRow("blanks") << QByteArray(" 17 ") << qint64{17};
    QTest::newRow("negative") << QByteArray("-1") << qint64{-1};
    QTest::newRow("text") << QByteArray("all") << qint64{-1};
    QTest::newRow("empty") << QByteArray() << qint64{-1};
    QTest::newRow("too large") << QByteArray("99999999999999999999999") << qint64{-1};
  }

  void readsThePosition() {
    QFETCH(QByteArray, text);
    QFETCH(qint64, expected);
    const auto setting =
        RoomSetting::parse("<l><property name=\"url\">ma-chan://a/b</property><property name=\"parlour.readChatId\">" +
                           text + "</property></l>");
    QVERIFY(setting);
    const auto read = setting->readChatId();
    QCOMPARE(read ? static_cast<qint64>(*read) : qint64{-1}, expected);
  }

  void refuses_data() {
    QTest::addColumn<QByteArray>("fragment");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no url") << QByteArray("<l><property name=\"name\">a</property></l>");
    QTest::newRow("other address") << QByteArray("<l><property name=\"url\">https://a/b</property></l>");
    QTest::newRow("url outside property") << QByteArray("<l><url>ma-chan://a/b</url></l>");
    QTest::newRow("doctype") << QByteArray("<!DOCTYPE l><l><property name=\"url\">ma-chan://a/b</property></l>");
  }

  void refuses() {
    QFETCH(QByteArray, fragment);
    QVERIFY(!RoomSetting::parse(fragment));
  }

  void derivesTheInstance() {
    const RoomUri room = *RoomUri::parse("ma-chan://example.com/0d9c8b7a-6f5e-4d3c-8b2a-190817263544");
    const RoomUri spelled = *RoomUri::parse("MA-CHAN://EXAMPLE.com/0D9C8B7A-6f5e-4d3c-8b2a-190817263544");
    const quint32 number = instanceForRoom(room, {});
    QCOMPARE(number, 449148891u);
    QCOMPARE(instanceForRoom(spelled, {}), number);
    QCOMPARE(instanceForRoom(room, {number, number + 1, number + 3}), number + 2);
  }

  void instancesStayInRange() {
    for (int i = 0; i < 1000; ++i) {
      const auto room = RoomUri::fromParts("example.com", QByteArray::number(i));
      QVERIFY(room);
      QVERIFY(instanceForRoom(*room, {}) <= kMaxInstance);
    }
  }
};

PARLOUR_TEST(TstRoomSetting)

}  // namespace tst_roomsetting

#include "tst_roomsetting.moc"
