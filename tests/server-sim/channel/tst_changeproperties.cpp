// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "server-sim/channel/changes/ChangeService.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/channel/support/RandomTown.h"

namespace tst_changeproperties {

using namespace Parlour::Server;
using namespace Parlour::Server::Testing;

// What must hold whatever people do and however it interleaves with the store's answers: nobody is told of a room that
// he may not know at that moment, or of what is said where he may not read; and memory is what a fresh load would give.
class TestChangeProperties : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void nothingIsRevealedAndNothingDrifts_data();
  void nothingIsRevealedAndNothingDrifts();
};

void TestChangeProperties::nothingIsRevealedAndNothingDrifts_data() {
  QTest::addColumn<quint32>("seed");
  for (const quint32 seed : {1U, 2U, 3U}) QTest::addRow("seed %u", seed) << seed;
}

void TestChangeProperties::nothingIsRevealedAndNothingDrifts() {
  QFETCH(quint32, seed);
  RandomTown town(seed);
  constexpr int kSteps = 5'000;
  for (int step = 1; step <= kSteps; ++step) {
    town.step();
    QVERIFY2(town.watch.findings().isEmpty(),
             qPrintable(QStringLiteral("step %1: %2").arg(step).arg(town.watch.findings().join(u'\n'))));
    if (step % 100 != 0) continue;
    const QString difference = town.settle();
    QVERIFY2(difference.isEmpty(), qPrintable(QStringLiteral("step %1: %2").arg(step).arg(difference)));
    if (step % 400 == 0) town.repair();
  }
  // The story was one: changes were made, much was told, and the watch recognised what it was to watch.
  const size_t written = town.store.changes().size();
  qInfo("%zu sets written, %lld envelopes, %lld marks", written, town.watch.envelopes(), town.watch.marksSeen());
  QVERIFY(written > 300);
  QVERIFY(town.watch.marksSeen() > 5'000);
}

PARLOUR_TEST(TestChangeProperties)

}  // namespace tst_changeproperties

#include "tst_changeproperties.moc"
