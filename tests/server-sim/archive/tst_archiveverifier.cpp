// SPDX-License-Identifier: Apache-2.0
#include "server-sim/archive/ArchiveVerifier.h"

#include <QDir>
#include <QTest>
#include <algorithm>

#include "tests/program/TestProgram.h"
#include "tests/server-sim/archive/ArchiveRig.h"

namespace tst_archiveverifier {

using namespace Parlour;
using namespace Parlour::Server;
using Kind = ArchiveDamage::Kind;

class TestArchiveVerifier : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void anArchiveIsWhole();
  void everyChangedByteIsFound_data();
  void everyChangedByteIsFound();
  void everyChangedSealByteIsFound_data();
  void everyChangedSealByteIsFound();
  void linesThatAreMoved_data();
  void linesThatAreMoved();
  void everyCutIsFound();
  void filesThatAreMoved();
  void aForgedChainDoesNotFitItsSeal_data();
  void aForgedChainDoesNotFitItsSeal();
  void anotherKeyIsNotBelieved();
  void anOldStateIsNoticed();
};

bool names(const ArchiveReport& report, Kind kind, qint64 segment, qint64 record) {
  return std::any_of(report.damages.begin(), report.damages.end(), [&](const ArchiveDamage& damage) {
    return damage.kind == kind && damage.segment == segment && damage.record == record;
  });
}

QByteArrayList linesIn(const QByteArray& content) {
  QByteArrayList lines;
  for (qsizetype at = 0; at < content.size();) {
    const qsizetype end = content.indexOf('\n', at) + 1;
    lines.append(content.mid(at, end - at));
    at = end;
  }
  return lines;
}

void TestArchiveVerifier::anArchiveIsWhole() {
  const ArchiveRig rig;
  QVERIFY(rig.fill());
  const ArchiveReport report = rig.verify();
  QVERIFY(report.damages.empty());
  QCOMPARE(report.segments, 3);
  QCOMPARE(report.events, 18);
  QCOMPARE(report.records, 3 + 6 + 18);
  QCOMPARE(report.lastEvent, 18);
  QVERIFY(rig.verify(report.head).damages.empty());
}

void TestArchiveVerifier::everyChangedByteIsFound_data() {
  QTest::addColumn<qint64>("segment");
  QTest::newRow("closed") << qint64(2);
  QTest::newRow("open") << qint64(3);
}

void TestArchiveVerifier::everyChangedByteIsFound() {
  QFETCH(const qint64, segment);
  const ArchiveRig rig;
  QVERIFY(rig.fill());
  const QString path = segmentPath(rig.directory(), segment);
  const QByteArray whole = ArchiveRig::read(path);
  const QByteArrayList lines = linesIn(whole);
  const qint64 firstRecord = segment == 2 ? 10 : 19;
  qsizetype at = 0;
  for (qsizetype line = 0; line < lines.size(); ++line) {
    // The number, length and line's end byte by byte, of the hash and the JSON some.
    for (qsizetype column = 0; column < lines.at(line).size(); ++column) {
      const bool inside = column > 8 && column + 2 < lines.at(line).size();
      if (inside && column % (column < 80 ? 7 : 37) != 0) continue;
      QByteArray changed = whole;
      changed[at + column] = changed.at(at + column) == '7' ? '8' : '7';
      QVERIFY(ArchiveRig::write(path, changed));
      const ArchiveReport report = rig.verify();
      const auto where = QStringLiteral("record %1 column %2").arg(firstRecord + line).arg(column);
      QVERIFY2(names(report, Kind::Changed, segment, firstRecord + line), qPrintable(where));
      QVERIFY2(report.damages.size() == 1, qPrintable(where + report.damages.back().what));
    }
    at += lines.at(line).size();
  }
}

void TestArchiveVerifier::everyChangedSealByteIsFound_data() {
  QTest::addColumn<QString>("name");
  QTest::newRow("seal") << QStringLiteral("segment-00000001.seal");
  QTest::newRow("head") << QStringLiteral("head");
}

void TestArchiveVerifier::everyChangedSealByteIsFound() {
  QFETCH(const QString, name);
  const ArchiveRig rig;
  QVERIFY(rig.fill());
  const QString path = rig.directory() + QLatin1Char('/') + name;
  const QByteArray whole = ArchiveRig::read(path);
  for (qsizetype at = 0; at < whole.size(); ++at) {
    QByteArray changed = whole;
    changed[at] = static_cast<char>(changed.at(at) ^ 1);
    QVERIFY(ArchiveRig::write(path, changed));
    QVERIFY2(!rig.verify().damages.empty(), qPrintable(QString::number(at)));
  }
}

void TestArchiveVerifier::linesThatAreMoved_data() {
  QTest::addColumn<QList<int>>("order");  // lines of segment 2, whose first record is 10
  QTest::addColumn<int>("kind");
  QTest::addColumn<qint64>("record");
  const auto row = [](const char* name, const QList<int>& order, Kind kind, qint64 record) {
    QTest::newRow(name) << order << static_cast<int>(kind) << record;
  };
  row("first dropped", {1, 2, 3, 4, 5, 6, 7, 8}, Kind::Dropped, 10);
  row("one dropped", {0, 1, 2, 4, 5, 6, 7, 8}, Kind::Dropped, 13);
  row("two dropped", {0, 1, 2, 5, 6, 7, 8}, Kind::Dropped, 13);
  row("last dropped", {0, 1, 2, 3, 4, 5, 6, 7}, Kind::Truncated, 18);
  row("a batch dropped", {0, 1, 2, 3, 4}, Kind::Truncated, 15);
  row("neighbours exchanged", {0, 1, 3, 2, 4, 5, 6, 7, 8}, Kind::Reordered, 13);
  row("distant ones exchanged", {0, 1, 7, 3, 4, 5, 6, 2, 8}, Kind::Reordered, 17);
  row("the first behind", {1, 0, 2, 3, 4, 5, 6, 7, 8}, Kind::Reordered, 11);
  row("one twice", {0, 1, 2, 3, 3, 4, 5, 6, 7, 8}, Kind::Added, 13);
  row("one twice at the end", {0, 1, 2, 3, 4, 5, 6, 7, 8, 2}, Kind::Added, 12);
  row("nothing left", {}, Kind::Truncated, 10);
}

void TestArchiveVerifier::linesThatAreMoved() {
  QFETCH(const QList<int>, order);
  QFETCH(const int, kind);
  QFETCH(const qint64, record);
  const ArchiveRig rig;
  QVERIFY(rig.fill());
  const QString path = segmentPath(rig.directory(), 2);
  const QByteArrayList lines = linesIn(ArchiveRig::read(path));
  QCOMPARE(lines.size(), 9);
  QByteArray moved;
  for (const int line : order) moved += lines.at(line);
  QVERIFY(ArchiveRig::write(path, moved));
  const ArchiveReport report = rig.verify();
  QVERIFY(names(report, static_cast<Kind>(kind), 2, record));
  const bool inside = std::all_of(report.damages.begin(), report.damages.end(),
                                  [](const ArchiveDamage& damage) { return damage.segment == 2; });
  QVERIFY(inside);
}

void TestArchiveVerifier::everyCutIsFound() {
  const ArchiveRig rig;
  QVERIFY(rig.fill());
  for (const qint64 segment : {2, 3}) {
    const QString path = segmentPath(rig.directory(), segment);
    const QByteArray whole = ArchiveRig::read(path);
    for (qsizetype kept = 0; kept < whole.size(); kept += 41) {
      QVERIFY(ArchiveRig::write(path, whole.left(kept)));
      const ArchiveReport report = rig.verify();
      const bool truncated = std::any_of(
          report.damages.begin(), report.damages.end(),
          [&](const ArchiveDamage& damage) { return damage.kind == Kind::Truncated && damage.segment == segment; });
      QVERIFY2(truncated, qPrintable(QString::number(kept)));
    }
    QVERIFY(ArchiveRig::write(path, whole));
  }
}

void TestArchiveVerifier::filesThatAreMoved() {
  const ArchiveRig rig;
  QVERIFY(rig.fill());
  const QString one = segmentPath(rig.directory(), 1);
  const QString two = segmentPath(rig.directory(), 2);
  const QByteArray first = ArchiveRig::read(one);
  const QByteArray second = ArchiveRig::read(two);
  QVERIFY(ArchiveRig::write(one, second) && ArchiveRig::write(two, first));
  QVERIFY(names(rig.verify(), Kind::Reordered, 1, 0) && names(rig.verify(), Kind::Reordered, 2, 0));
  QVERIFY(ArchiveRig::write(one, first) && QFile::remove(two));
  QVERIFY(names(rig.verify(), Kind::Dropped, 2, 0));
  QCOMPARE(rig.verify().damages.size(), size_t(1));
  QVERIFY(ArchiveRig::write(two, second) && QFile::remove(sealPath(rig.directory(), 2)));
  QVERIFY(names(rig.verify(), Kind::Dropped, 2, 0));
  QVERIFY(QFile::copy(sealPath(rig.directory(), 1), sealPath(rig.directory(), 2)));
  QVERIFY(names(rig.verify(), Kind::Changed, 2, 0));
}

void TestArchiveVerifier::aForgedChainDoesNotFitItsSeal_data() { everyChangedByteIsFound_data(); }

// Who writes every hash anew is found by the signature.
void TestArchiveVerifier::aForgedChainDoesNotFitItsSeal() {
  QFETCH(const qint64, segment);
  const ArchiveRig rig;
  QVERIFY(rig.fill());
  const QString path = segmentPath(rig.directory(), segment);
  QByteArray hash = parseArchiveLine(linesIn(ArchiveRig::read(segmentPath(rig.directory(), segment - 1))).last())->hash;
  QByteArray forged;
  for (const QByteArray& text : linesIn(ArchiveRig::read(path))) {
    ArchiveLine line = *parseArchiveLine(text);
    line.json.replace("High water", "Low water ");
    hash = line.hash = archiveHash(hash, line.number, line.json);
    forged += archiveLine(line);
  }
  QVERIFY(ArchiveRig::write(path, forged));
  QVERIFY(names(rig.verify(), Kind::Changed, segment, 0));
}

void TestArchiveVerifier::anotherKeyIsNotBelieved() {
  const ArchiveRig rig;
  const ArchiveRig other;
  QVERIFY(rig.fill() && other.fill());
  const auto key = ArchiveKey::readPublic(other.directory() + QStringLiteral("/signing.pub"));
  QVERIFY(key);
  const auto report = verifyArchive(rig.directory(), *key);
  QVERIFY(report);
  QVERIFY(names(*report, Kind::Changed, 0, 0) && names(*report, Kind::Changed, 1, 0));
  QVERIFY(!ArchiveKey::readPublic(rig.directory() + QStringLiteral("/head")));
}

void TestArchiveVerifier::anOldStateIsNoticed() {
  const ArchiveRig rig;
  QVERIFY(rig.open({1, false}).take(rig.batch(1, 1, 3)));
  const QByteArray oldHead = ArchiveRig::read(headPath(rig.directory()));
  QVERIFY(rig.open({1, false}).take(rig.batch(2, 4, 6)));
  QVERIFY(rig.open({1, false}).take(rig.batch(3, 7, 9)));
  const QByteArray known = rig.verify().head;
  QVERIFY(ArchiveRig::write(headPath(rig.directory()), oldHead));
  QVERIFY(names(rig.verify(), Kind::Changed, 2, 0));
  QVERIFY(!rig.open().position());
  // With all that is newer away as well it looks whole, but not to who wrote the hash down.
  for (const qint64 segment : {2, 3}) QVERIFY(QFile::remove(segmentPath(rig.directory(), segment)));
  for (const qint64 segment : {1, 2}) QVERIFY(QFile::remove(sealPath(rig.directory(), segment)));
  QVERIFY(rig.verify().damages.empty());
  QVERIFY(names(rig.verify(known), Kind::Truncated, 1, 0));
}

PARLOUR_TEST(TestArchiveVerifier)

}  // namespace tst_archiveverifier

#include "tst_archiveverifier.moc"
