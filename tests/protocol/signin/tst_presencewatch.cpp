// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "protocol/signin/PresenceWatch.h"
#include "protocol/signin/StateCategory.h"
#include "tests/program/TestProgram.h"

namespace tst_presencewatch {

using namespace Parlour;
using namespace Parlour::Signin;

class TestPresenceWatch : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void statesComeBack_data();
  void statesComeBack();
  void foreignStates_data();
  void foreignStates();
  void queriesComeBack();
  void queriesOfOthers();
  void refusedQueries_data();
  void refusedQueries();
  void bodiesComeBack_data();
  void bodiesComeBack();
  void bodiesOfOthers_data();
  void bodiesOfOthers();

 private:
  const SipUri ada_ = SipUri::fromTrusted("sip:ada@orchard.example");
  const SipUri bo_ = SipUri::fromTrusted("sip:bo@orchard.example");
};

void TestPresenceWatch::statesComeBack_data() {
  QTest::addColumn<StateKind>("kind");
  QTest::newRow("machine") << StateKind::Machine;
  QTest::newRow("user") << StateKind::User;
  QTest::newRow("aggregate") << StateKind::Aggregate;
}

void TestPresenceWatch::statesComeBack() {
  QFETCH(StateKind, kind);
  const StateCategory state{kind, Availability::kAway};
  QCOMPARE(*StateCategory::parse(state.toFragment()), state);
}

void TestPresenceWatch::foreignStates_data() {
  QTest::addColumn<QByteArray>("xml");
  QTest::addColumn<int>("availability");  // -1: unreadable
  // As in signin 3.3.
  QTest::newRow("example") << QByteArray(
                                  "<state xmlns=\"http://schemas.microsoft.com/2006/09/sip/state\" "
                                  "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
                                  "xsi:type=\"aggregateState\"><availability>3500</availability></state>")
                           << 3500;
  QTest::newRow("more inside") << QByteArray(
                                      "<s:state xmlns:s=\"urn:x\" manual=\"true\" xmlns:xsi=\"urn:y\" "
                                      "xsi:type=\"s:userState\"><s:availability> 6500 </s:availability>"
                                      "<s:activity token=\"busy\"/></s:state>")
                               << 6500;
  QTest::newRow("nothing said") << QByteArray("<state/>") << 0;
  QTest::newRow("another element") << QByteArray("<note/>") << -1;
  QTest::newRow("no number") << QByteArray("<state><availability>here</availability></state>") << -1;
  QTest::newRow("negative") << QByteArray("<state><availability>-1</availability></state>") << -1;
  QTest::newRow("no XML") << QByteArray("available") << -1;
}

void TestPresenceWatch::foreignStates() {
  QFETCH(QByteArray, xml);
  QFETCH(int, availability);
  const auto state = StateCategory::parse(xml);
  QCOMPARE(state ? static_cast<int>(state->availability) : -1, availability);
}

void TestPresenceWatch::queriesComeBack() {
  const PresenceQuery query{ada_, {bo_, SipUri::fromTrusted("sip:o'neill&co@orchard.example")}};
  QCOMPARE(*PresenceQuery::parse(query.toXml(), 2), query);
  QCOMPARE(*PresenceQuery::parse(PresenceQuery{ada_, {}}.toXml(), 2), (PresenceQuery{ada_, {}}));
}

void TestPresenceWatch::queriesOfOthers() {
  const auto query = PresenceQuery::parse(
      "<batchSub xmlns=\"http://schemas.microsoft.com/2006/01/sip/batch-subscribe\" uri=\"sip:ada@orchard.example\" "
      "name=\"\">\n<action name=\"subscribe\" id=\"77\">\n<adhocList>\n"
      "<resource uri=\"SIP:Bo@Orchard.example\"><context/></resource>\n<resource uri=\"sip:bo@orchard.example\"/>"
      "<resource uri=\"tel:+44\"/><group "
      "uri=\"sip:cy@orchard.example\"/>\n</adhocList>\n<categoryList/></action></batchSub>",
      1);
  QCOMPARE(*query, (PresenceQuery{ada_, {bo_}}));
}

void TestPresenceWatch::refusedQueries_data() {
  QTest::addColumn<QByteArray>("xml");
  QTest::addColumn<ErrorCode>("code");
  QTest::newRow("empty") << QByteArray() << ErrorCode::ParseFailed;
  QTest::newRow("another document") << QByteArray("<publish><action><adhocList/></action></publish>")
                                    << ErrorCode::ParseFailed;
  QTest::newRow("no list") << QByteArray("<batchSub><action/></batchSub>") << ErrorCode::ParseFailed;
  QTest::newRow("too many") << PresenceQuery{ada_, {ada_, bo_, SipUri::fromTrusted("sip:cy@orchard.example")}}.toXml()
                            << ErrorCode::LimitExceeded;
}

void TestPresenceWatch::refusedQueries() {
  QFETCH(QByteArray, xml);
  const auto query = PresenceQuery::parse(xml, 2);
  QVERIFY(!query.ok());
  QTEST(query.error().code, "code");
}

void TestPresenceWatch::bodiesComeBack_data() {
  QTest::addColumn<int>("people");
  QTest::newRow("nobody") << 0;
  QTest::newRow("one") << 1;
  QTest::newRow("many") << 250;
}

void TestPresenceWatch::bodiesComeBack() {
  QFETCH(int, people);
  QList<PresenceReport> reports;
  for (int i = 0; i < people; ++i) {
    reports.append({SipUri::fromTrusted("sip:p" + QByteArray::number(i) + "@orchard.example"), 3500U + 500U * i});
  }
  const QByteArray body = PresenceReport::toBody(ada_, reports);
  QCOMPARE(*PresenceReport::parseBody(body), reports);
  // Each part has its own head; the first one is the list.
  QCOMPARE(body.count("Content-Type: "), people + 1);
  QVERIFY(QByteArray(kPresenceBodyType).contains("boundary=" + body.mid(2, 12)));
}

void TestPresenceWatch::bodiesOfOthers_data() {
  QTest::addColumn<QByteArray>("body");
  QTest::addColumn<QByteArray>("read");  // "3500", empty for nothing, "-" when unreadable
  const auto document = [](const QByteArray& inside) {
    return "<categories xmlns=\"http://schemas.microsoft.com/2006/09/sip/categories\" uri=\"sip:bo@orchard.example\">" +
           inside + "</categories>";
  };
  const auto state = [](const QByteArray& type, const QByteArray& availability) {
    return "<category name=\"state\" instance=\"1\"><state xmlns=\"urn:s\" xmlns:xsi=\"urn:x\" xsi:type=\"" + type +
           "\"><availability>" + availability + "</availability></state></category>";
  };
  QTest::newRow("one document") << document(state("aggregateState", "3500")) << QByteArray("3500");
  QTest::newRow("aggregate wins") << document(state("aggregateState", "6500") + state("machineState", "3500"))
                                  << QByteArray("6500");
  QTest::newRow("aggregate wins, last") << document(state("userState", "3500") + state("aggregateState", "6500"))
                                        << QByteArray("6500");
  QTest::newRow("no state") << document("<category name=\"note\"><note/></category><category name=\"state\"/>")
                            << QByteArray();
  QTest::newRow("bad state") << document(state("aggregateState", "soon")) << QByteArray();
  QTest::newRow("nobody's") << QByteArray("<categories uri=\"tel:1\"/>") << QByteArray();
  QTest::newRow("no XML") << QByteArray("available") << QByteArray("-");
  const QByteArray part = "Content-type: Application/msrtc-event-categories+XML\n\n" + document(state("x", "3500"));
  QTest::newRow("plain line ends") << QByteArray("--b\n" + part + "\n--b--\n") << QByteArray("3500");
  QTest::newRow("no end") << QByteArray("--b\n" + part) << QByteArray();
  QTest::newRow("other parts") << QByteArray("--b\nContent-Type: application/rlmi+xml\n\n<list/>\n--b\n" + part +
                                             "\n--b\nContent-Type: text/plain\n\nhello\n--b\nnothing\n--b--")
                               << QByteArray("3500");
  QTest::newRow("bad part")
      << QByteArray("--b\r\nContent-Type: application/msrtc-event-categories+xml\r\n\r\n<categories\r\n--b--")
      << QByteArray("-");
  QTest::newRow("only dashes") << QByteArray("--") << QByteArray();
}

void TestPresenceWatch::bodiesOfOthers() {
  QFETCH(QByteArray, body);
  QFETCH(QByteArray, read);
  const auto reports = PresenceReport::parseBody(body);
  QCOMPARE(reports.ok(), read != "-");
  if (!reports) return;
  QCOMPARE(*reports, read.isEmpty() ? QList<PresenceReport>() : (QList<PresenceReport>{{bo_, read.toUInt()}}));
}

PARLOUR_TEST(TestPresenceWatch)

}  // namespace tst_presencewatch

#include "tst_presencewatch.moc"
