// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "protocol/signin/Provisioning.h"
#include "tests/program/TestProgram.h"
#include "tests/protocol/signin/Transcript.h"

namespace tst_provisioning {

using namespace Parlour;
using namespace Parlour::Signin;

namespace {

QByteArray chatGroup(const QByteArray& properties) {
  return "<provisionGroupList><provisionGroup name=\"persistentChatConfiguration\"><propertyEntryList>" + properties +
         "</propertyEntryList></provisionGroup></provisionGroupList>";
}

}  // namespace

class TstProvisioning : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void readsRequests_data() {
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<QString>("subnet");
    QTest::addColumn<qsizetype>("count");
    QTest::newRow("nine groups") << transcriptBody("provisioning-subscribe.sip") << QStringLiteral("192.0.2.0")
                                 << qsizetype{9};
    QTest::newRow("pidgin-sipe") << readTranscript("pidgin-provisioning-request.xml") << QString() << qsizetype{4};
    QTest::newRow("foreign parts")
        << QByteArray(
               "<p:provisioningGroupList xmlns:p=\"u\" p:x=\"1\"><y:z xmlns:y=\"v\"/>"
               "<p:provisioningGroup name=\"persistentChatConfiguration\" opaque=\"7\"/></p:provisioningGroupList>")
        << QString() << qsizetype{1};
  }

  void readsRequests() {
    QFETCH(QByteArray, xml);
    QFETCH(QString, subnet);
    QFETCH(qsizetype, count);
    const auto request = ProvisioningRequest::parse(xml);
    QVERIFY(request);
    QCOMPARE(request->subnet, subnet);
    QCOMPARE(request->groups.size(), count);
    QVERIFY(request->wants(QStringLiteral("PersistentChatConfiguration")));
    QVERIFY(!request->wants(QStringLiteral("publicProviders")));
    const auto again = ProvisioningRequest::parse(request->toXml());
    QVERIFY(again);
    QCOMPARE(again->groups, request->groups);
    QCOMPARE(again->subnet, request->subnet);
  }

  void refusesRequests_data() {
    QTest::addColumn<QByteArray>("xml");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("other document") << QByteArray("<provisionGroupList/>");
    QTest::newRow("group without name") << QByteArray(
        "<provisioningGroupList><provisioningGroup/></provisioningGroupList>");
    QTest::newRow("too many") << "<provisioningGroupList>" +
                                     QByteArray("<provisioningGroup name=\"a\"/>").repeated(101) +
                                     "</provisioningGroupList>";
    QTest::newRow("doctype") << QByteArray("<!DOCTYPE x><provisioningGroupList/>");
  }

  void refusesRequests() {
    QFETCH(QByteArray, xml);
    QVERIFY(!ProvisioningRequest::parse(xml));
  }

  void readsTheWholeAnswer() {
    const auto document = ProvisioningDocument::parse(transcriptBody("provisioning-ok.sip"));
    QVERIFY(document);
    QCOMPARE(document->groups.size(), 5);
    const auto* server = document->group(QStringLiteral("serverconfiguration"));
    QVERIFY(server != nullptr);
    QCOMPARE(server->shape, ProvisioningShape::Elements);
    QCOMPARE(server->value(QStringLiteral("poolUri")), QStringLiteral("lyncpool.example.com"));
    QCOMPARE(server->values.size(), 17);
    const auto* meeting = document->group(QStringLiteral("meetingPolicy"));
    QVERIFY(meeting != nullptr);
    QCOMPARE(meeting->shape, ProvisioningShape::Instance);
    QCOMPARE(meeting->values.value(0), (ProvisioningValue{QStringLiteral("Name"), QStringLiteral("Default")}));
    const auto chat = document->persistentChat();
    QVERIFY(chat);
    QCOMPARE(chat->enabled, true);
    QCOMPARE(chat->defaultPoolUri, QByteArray("sip:GC-1-PersistentChatService-1@example.com"));
    QCOMPARE(chat->poolsInOrder(), (QList<QByteArray>{"sip:GC-1-PersistentChatService-1@example.com",
                                                      "sip:GC-2-PersistentChatService-4@example.com"}));
    QCOMPARE(chat->webManagerUriInt, QStringLiteral("https://lyncpool.example.com:443/PersistentChat/RM"));
    QCOMPARE(chat->webManagerUriExt, QStringLiteral("https://lyncext.example.com:443/PersistentChat/RM"));
    const auto again = ProvisioningDocument::parse(document->toXml());
    QVERIFY(again);
    QCOMPARE(again->groups, document->groups);
  }

  void readsTheRefusal() {
    const auto document = ProvisioningDocument::parse(transcriptBody("provisioning-notify.sip"));
    QVERIFY(document);
    QCOMPARE(document->persistentChat()->enabled, false);
  }

  void toldApartWhenMissing() {
    const auto document = ProvisioningDocument::parse("<provisionGroupList/>");
    QVERIFY(document);
    QVERIFY(!document->persistentChat());
  }

  void readsPersistentChat_data() {
    QTest::addColumn<QByteArray>("properties");
    QTest::addColumn<int>("enabled");  // -1: not said
    QTest::addColumn<QList<QByteArray>>("pools");
    using Pools = QList<QByteArray>;
    QTest::newRow("nothing") << QByteArray() << -1 << Pools{};
    QTest::newRow("no scheme, white space")
        << QByteArray(
               "<property name=\"EnablePersistentChat\"> TRUE\n</property>"
               "<property name=\"DefaultPersistentChatPoolUri\">\n  pool@example.com </property>")
        << 1 << Pools{"sip:pool@example.com"};
    QTest::newRow("scheme in capitals")
        << QByteArray("<property name=\"DefaultPersistentChatPoolUri\">SIP:Pool@example.com</property>") << -1
        << Pools{"sip:Pool@example.com"};
    QTest::newRow("default listed again")
        << QByteArray(
               "<property name=\"PersistentChatPoolUris\">sip:b@x  a@x sip:A@x</property>"
               "<property name=\"DefaultPersistentChatPoolUri\">sip:a@x</property>")
        << -1 << Pools{"sip:a@x", "sip:b@x"};
    QTest::newRow("not addresses")
        << QByteArray("<property name=\"PersistentChatPoolUris\">nobody @x x@ &lt;a@b&gt; ok@x</property>") << -1
        << Pools{"sip:ok@x"};
    QTest::newRow("neither true nor false")
        << QByteArray("<property name=\"EnablePersistentChat\">maybe</property>") << -1 << Pools{};
    QTest::newRow("names in another case")
        << QByteArray("<property name=\"enablepersistentchat\">false</property>") << 0 << Pools{};
    QTest::newRow("header injection")
        << QByteArray("<property name=\"DefaultPersistentChatPoolUri\">a@x&#13;&#10;Evil: 1</property>") << -1
        << Pools{};
  }

  void readsPersistentChat() {
    QFETCH(QByteArray, properties);
    QFETCH(int, enabled);
    QFETCH(QList<QByteArray>, pools);
    const auto document = ProvisioningDocument::parse(chatGroup(properties));
    QVERIFY(document);
    const auto chat = document->persistentChat();
    QVERIFY(chat);
    QCOMPARE(chat->enabled.has_value() ? int{*chat->enabled} : -1, enabled);
    QCOMPARE(chat->poolsInOrder(), pools);
  }

  void keepsUnknownProperties() {
    const auto document = ProvisioningDocument::parse(
        chatGroup("<property name=\"New\">a &lt; b</property><property name=\"EnablePersistentChat\">true</property>"
                  "<property name=\"Newer\"/>"));
    QVERIFY(document);
    const auto chat = *document->persistentChat();
    QCOMPARE(chat.otherProperties.size(), 2);
    QCOMPARE(PersistentChatConfiguration::fromGroup(chat.toGroup()), chat);
    QCOMPARE(chat.otherProperties[0].value, QStringLiteral("a < b"));
  }

  void answersWhatPidginUnderstands() {
    ProvisioningOffer offer;
    offer.persistentChat.enabled = true;
    offer.persistentChat.defaultPoolUri = "sip:pchat@example.com";
    offer.otherGroups = {{QStringLiteral("ServerConfiguration"),
                          ProvisioningShape::Elements,
                          {{QStringLiteral("organization"), QStringLiteral("Example Org")}}}};
    const auto request = ProvisioningRequest::parse(readTranscript("pidgin-provisioning-request.xml"));
    QVERIFY(request);
    const QByteArray recorded = readTranscript("pidgin-provisioning-answer.xml").trimmed();
    QCOMPARE(answerProvisioning(*request, offer).toXml(), recorded);
  }

  void answersOnlyWhatIsAsked() {
    ProvisioningOffer offer;
    offer.persistentChat.enabled = false;
    offer.sendServerConfiguration = true;
    offer.otherGroups = {
        {QStringLiteral("ServerConfiguration"),
         ProvisioningShape::Elements,
         {{QStringLiteral("organization"), QStringLiteral("A & B")}, {QStringLiteral("no name"), QStringLiteral("x")}}},
        {QStringLiteral("ucPolicy"), ProvisioningShape::Instance, {}}};
    ProvisioningRequest request;
    request.groups = {QStringLiteral("presencePolicyV2"), QStringLiteral("serverConfiguration"),
                      QStringLiteral("ServerConfiguration")};
    const auto answer = answerProvisioning(request, offer);
    QCOMPARE(answer.groups.size(), 1);
    const auto read = ProvisioningDocument::parse(answer.toXml());
    QVERIFY(read);
    QCOMPARE(read->groups.size(), 1);
    QCOMPARE(read->groups[0].values,
             (QList<ProvisioningValue>{{QStringLiteral("organization"), QStringLiteral("A & B")}}));
    QVERIFY(!read->persistentChat());
  }

  void refusesAnswers_data() {
    QTest::addColumn<QByteArray>("xml");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("request instead") << transcriptBody("provisioning-subscribe.sip");
    QTest::newRow("cut off") << transcriptBody("provisioning-ok.sip").chopped(30);
    QTest::newRow("too large") << chatGroup("<property name=\"a\">" + QByteArray(600'000, 'x') + "</property>");
    QTest::newRow("doctype") << QByteArray("<!DOCTYPE x [<!ENTITY a \"b\">]><provisionGroupList/>");
  }

  void refusesAnswers() {
    QFETCH(QByteArray, xml);
    QVERIFY(!ProvisioningDocument::parse(xml));
  }
};

PARLOUR_TEST(TstProvisioning)

}  // namespace tst_provisioning

#include "tst_provisioning.moc"
