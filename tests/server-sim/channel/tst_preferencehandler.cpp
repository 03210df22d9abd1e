// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "tests/program/TestProgram.h"
#include "tests/server-sim/channel/support/Harbour.h"

namespace tst_preferencehandler {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;

namespace {

Xccos::PrefBlock prefOf(const QString& label, quint32 seqId, std::optional<QByteArray> content = std::nullopt) {
  return Xccos::PrefBlock{label, seqId, content.has_value() ? false : true, std::move(content)};
}

}  // namespace

class TestPreferenceHandler : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void nothingStored();
  void storedAndReadBack();
  void perUser();
  void badLabels_data();
  void badLabels();
  void storeFailure();
};

void TestPreferenceHandler::nothingStored() {
  Harbour harbour;
  const auto reply = harbour.ask<Xccos::GetPreferenceReply>(harbour.open("ada"),
                                                            Xccos::GetPreference{prefOf(QStringLiteral("rooms"), 0)});
  QCOMPARE(reply.header.code, 200);
  QVERIFY(!reply.pref);
}

void TestPreferenceHandler::storedAndReadBack() {
  Harbour harbour;
  const SessionId ada = harbour.open("ada");
  const QString label = QStringLiteral("orchard.rooms");
  const auto first = harbour.ask<Xccos::SetPreferenceReply>(ada, Xccos::SetPreference{prefOf(label, 0, "Tide")});
  QCOMPARE(first.pref->seqId, 1U);
  const auto second = harbour.ask<Xccos::SetPreferenceReply>(ada, Xccos::SetPreference{prefOf(label, 1, "Tide;Crew")});
  QCOMPARE(second.pref->label, label);
  QCOMPARE(second.pref->seqId, 2U);
  const auto older = harbour.ask<Xccos::GetPreferenceReply>(ada, Xccos::GetPreference{prefOf(label, 1)});
  QCOMPARE(older.pref->seqId, 2U);
  QCOMPARE(*older.pref->content, QByteArray("Tide;Crew"));
  const auto same = harbour.ask<Xccos::GetPreferenceReply>(ada, Xccos::GetPreference{prefOf(label, 2)});
  QCOMPARE(same.header.code, 200);
  QVERIFY(!same.pref);
}

void TestPreferenceHandler::perUser() {
  Harbour harbour;
  const QString label = QStringLiteral("rooms");
  harbour.ask<Xccos::SetPreferenceReply>(harbour.open("ada"), Xccos::SetPreference{prefOf(label, 0, "Ada's")});
  const auto other = harbour.ask<Xccos::GetPreferenceReply>(harbour.open("bo"), Xccos::GetPreference{prefOf(label, 0)});
  QVERIFY(!other.pref);
}

void TestPreferenceHandler::badLabels_data() {
  QTest::addColumn<QString>("label");
  QTest::addColumn<bool>("accepted");
  QTest::newRow("255 characters") << QString(255, QLatin1Char('x')) << true;
  QTest::newRow("256 characters") << QString(256, QLatin1Char('x')) << false;
}

void TestPreferenceHandler::badLabels() {
  QFETCH(QString, label);
  QFETCH(bool, accepted);
  Harbour harbour;
  const SessionId ada = harbour.open("ada");
  const int code = accepted ? 200 : 400;
  QCOMPARE(harbour.ask<Xccos::SetPreferenceReply>(ada, Xccos::SetPreference{prefOf(label, 0, "x")}).header.code, code);
  QCOMPARE(harbour.ask<Xccos::GetPreferenceReply>(ada, Xccos::GetPreference{prefOf(label, 0)}).header.code, code);
}

void TestPreferenceHandler::storeFailure() {
  Harbour harbour;
  const SessionId ada = harbour.open("ada");
  harbour.store.failWith(Error::make(ErrorCode::Storage, QStringLiteral("no")));
  const QString label = QStringLiteral("rooms");
  QCOMPARE(harbour.ask<Xccos::SetPreferenceReply>(ada, Xccos::SetPreference{prefOf(label, 0, "x")}).header.code, 502);
  QCOMPARE(harbour.ask<Xccos::GetPreferenceReply>(ada, Xccos::GetPreference{prefOf(label, 0)}).header.code, 502);
}

PARLOUR_TEST(TestPreferenceHandler)

}  // namespace tst_preferencehandler

#include "tst_preferencehandler.moc"
