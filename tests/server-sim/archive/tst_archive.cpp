// SPDX-License-Identifier: Apache-2.0
#include "server-sim/archive/Archive.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

#include "server-sim/archive/ArchiveReader.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/archive/ArchiveRig.h"

namespace tst_archive {

using namespace Parlour;
using namespace Parlour::Server;

struct Killed {};

class TestArchive : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void keepsWhatItTook();
  void aRepeatedBatchIsPassedOver();
  void segmentsEndWithTheirSizeAndTheDay();
  void theKeyIsPrivate();
  void endsBetweenStepsLeaveEachEventOnce_data();
  void endsBetweenStepsLeaveEachEventOnce();
  void whatWasNotAcknowledgedIsCutOff();
  void goesNotOnAfterDamage_data();
  void goesNotOnAfterDamage();
  void batchesComeBackAsTheyWere();
};

std::vector<qint64> numbersIn(const ArchiveRig& rig) {
  std::vector<qint64> numbers;
  const Status read = ArchiveReader(rig.directory()).events({}, [&](const ComplianceEvent& event) {
    numbers.push_back(event.eventId);
    return true;
  });
  if (!read) numbers.push_back(-1);
  return numbers;
}

void TestArchive::keepsWhatItTook() {
  const ArchiveRig rig;
  Archive archive = rig.open();
  QCOMPARE(archive.position().value(), 0);
  const EventBatch batch = rig.batch(1, 1, 5);
  QVERIFY(archive.take(batch));
  QCOMPARE(archive.position().value(), 5);
  QCOMPARE(rig.open().position().value(), 5);
  std::vector<ComplianceEvent> events;
  QVERIFY(ArchiveReader(rig.directory()).events({}, [&](const ComplianceEvent& event) {
    events.push_back(event);
    return true;
  }));
  QVERIFY(events == batch.events);
  QVERIFY(rig.verify().damages.empty());
}

void TestArchive::aRepeatedBatchIsPassedOver() {
  const ArchiveRig rig;
  Archive archive = rig.open();
  QVERIFY(archive.take(rig.batch(1, 1, 3)));
  QVERIFY(archive.take(rig.batch(1, 1, 3)));
  QVERIFY(archive.take(rig.batch(2, 2, 5)));
  QVERIFY(numbersIn(rig) == (std::vector<qint64>{1, 2, 3, 4, 5}));
}

void TestArchive::segmentsEndWithTheirSizeAndTheDay() {
  ArchiveRig rig;
  {
    Archive archive = rig.open({600, true});
    QVERIFY(archive.take(rig.batch(1, 1, 3)));  // longer than 600 bytes
    QVERIFY(archive.take(rig.batch(2, 4, 6)));
  }
  QCOMPARE(segmentsIn(rig.directory()), (QList<qint64>{1, 2}));
  rig.clock.advanceMs(86'400'000);
  Archive archive = rig.open();
  QVERIFY(archive.take(rig.batch(3, 7, 9)));
  QVERIFY(archive.take(rig.batch(4, 10, 12)));
  QCOMPARE(segmentsIn(rig.directory()), (QList<qint64>{1, 2, 3}));
  rig.clock.advanceMs(86'400'000);
  QVERIFY(archive.take(rig.batch(5, 13, 15)));
  QCOMPARE(segmentsIn(rig.directory()), (QList<qint64>{1, 2, 3, 4}));
  QVERIFY(QFileInfo::exists(sealPath(rig.directory(), 3)) && !QFileInfo::exists(sealPath(rig.directory(), 4)));
  const ArchiveReport report = rig.verify();
  QVERIFY(report.damages.empty());
  QCOMPARE(report.events, 15);
}

void TestArchive::theKeyIsPrivate() {
  const ArchiveRig rig;
  QVERIFY(rig.fill());
  const QFileInfo key(rig.directory() + QStringLiteral("/signing.key"));
  QCOMPARE(key.permissions() & 0x0fff, QFile::ReadUser | QFile::WriteUser);
  QVERIFY(QFileInfo(rig.directory()).permissions().testFlag(QFile::ReadOther) == false);
  QVERIFY(QFile::remove(key.filePath()));
  const auto position = rig.open().position();
  QVERIFY(!position);
  QVERIFY(position.error().text.contains(QStringLiteral("signing.key")));
}

void TestArchive::endsBetweenStepsLeaveEachEventOnce_data() {
  QTest::addColumn<QByteArray>("step");
  for (const char* step : {"archive appended", "archive acknowledged", "archive segment closed"}) {
    QTest::newRow(step) << QByteArray(step);
  }
}

void TestArchive::endsBetweenStepsLeaveEachEventOnce() {
  QFETCH(const QByteArray, step);
  const ArchiveRig rig;
  int ends = 0;
  for (qint64 number = 1; number <= 4; ++number) {
    const EventBatch batch = rig.batch(number, number * 3 - 2, number * 3);
    try {
      Archive archive = rig.open({1, true}, [&](const char* at) {
        if (at == step) throw Killed{};
      });
      QVERIFY(archive.take(batch));
    } catch (const Killed&) {
      ++ends;
    }
    QVERIFY(rig.open({1, true}).take(batch));
  }
  QVERIFY(ends >= 3);
  QVERIFY(numbersIn(rig) == (std::vector<qint64>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}));
  QVERIFY(rig.verify().damages.empty());
}

void TestArchive::whatWasNotAcknowledgedIsCutOff() {
  const ArchiveRig rig;
  QVERIFY(rig.open().take(rig.batch(1, 1, 3)));
  const QString path = segmentPath(rig.directory(), 1);
  const QByteArray whole = ArchiveRig::read(path);
  const QByteArray torn = "6 100 00";
  QVERIFY(ArchiveRig::write(path, whole + torn));
  const ArchiveReport report = rig.verify();
  QVERIFY(report.damages.empty());
  QCOMPARE(report.unacknowledged, torn.size());
  QCOMPARE(rig.open().position().value(), 3);
  QCOMPARE(ArchiveRig::read(path), whole);
}

void TestArchive::goesNotOnAfterDamage_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<int>("keep");  // of the file's bytes; -1: it is removed
  QTest::newRow("segment too short") << QStringLiteral("segment-00000003.log") << 300;
  QTest::newRow("segment missing") << QStringLiteral("segment-00000003.log") << -1;
  QTest::newRow("head missing") << QStringLiteral("head") << -1;
  QTest::newRow("head cut") << QStringLiteral("head") << 40;
  QTest::newRow("key missing") << QStringLiteral("signing.key") << -1;
}

void TestArchive::goesNotOnAfterDamage() {
  QFETCH(const QString, name);
  QFETCH(const int, keep);
  const ArchiveRig rig;
  QVERIFY(rig.fill());
  const QString path = rig.directory() + QLatin1Char('/') + name;
  const QByteArray whole = ArchiveRig::read(path);
  QVERIFY(keep < 0 ? QFile::remove(path) : ArchiveRig::write(path, whole.left(keep)));
  Archive archive = rig.open();
  QVERIFY(!archive.position());
  QVERIFY(!archive.take(rig.batch(7, 19, 21)));
  if (name == QLatin1String("signing.key")) return;
  QVERIFY(ArchiveRig::write(path, whole));
  QVERIFY(archive.take(rig.batch(7, 19, 21)));
}

void TestArchive::batchesComeBackAsTheyWere() {
  const ArchiveRig rig;
  QVERIFY(rig.fill());
  std::vector<qint64> numbers;
  const auto visit = [&](const EventBatch& batch) -> Status {
    numbers.push_back(batch.number);
    const EventBatch then = rig.batch(batch.number, batch.number * 3 - 2, batch.number * 3);
    const bool same = batch.firstEvent == then.firstEvent && batch.lastEvent == then.lastEvent &&
                      batch.formedOn == then.formedOn && batch.storeId == then.storeId && batch.events == then.events &&
                      batch.details == then.details;
    return same ? success() : Status(Error::make(ErrorCode::Internal, QStringLiteral("not the same")));
  };
  const ArchiveReader reader(rig.directory());
  QVERIFY(reader.batches({}, {}, visit));
  QVERIFY(numbers == (std::vector<qint64>{1, 2, 3, 4, 5, 6}));
  numbers.clear();
  QVERIFY(reader.batches(rig.batch(2, 1, 1).formedOn, rig.batch(5, 1, 1).formedOn, visit));
  QVERIFY(numbers == (std::vector<qint64>{2, 3, 4, 5}));
}

PARLOUR_TEST(TestArchive)

}  // namespace tst_archive

#include "tst_archive.moc"
