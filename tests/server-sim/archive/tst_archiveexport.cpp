// SPDX-License-Identifier: Apache-2.0
#include "server-sim/archive/ArchiveExport.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "tests/program/TestProgram.h"
#include "tests/server-sim/archive/ArchiveRig.h"

namespace tst_archiveexport {

using namespace Parlour;
using namespace Parlour::Server;

class TestArchiveExport : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void filters_data();
  void filters();
  void formats();
  void nothingFound();
  void damageIsSaid();

 private:
  static QByteArray exported(const ArchiveRig& rig, ArchiveFormat format, const ArchiveFilter& filter = {}) {
    QBuffer out;
    out.open(QBuffer::WriteOnly);
    return exportArchive(ArchiveReader(rig.directory()), filter, format, out) ? out.data() : QByteArray("failed");
  }
};

void TestArchiveExport::filters_data() {
  QTest::addColumn<ArchiveFilter>("filter");
  QTest::addColumn<int>("events");
  const ArchiveRig rig;
  const auto row = [](const char* name, const ArchiveFilter& filter, int events) {
    QTest::newRow(name) << filter << events;
  };
  const auto time = [&](qint64 id) { return rig.batch(1, id, id).events.front().time; };
  row("all", {}, 18);
  row("words", {{QStringLiteral("NO. 1"), QStringLiteral("quay")}, {}, {}, {}, {}}, 10);
  row("a word that is missing", {{QStringLiteral("no. 1"), QStringLiteral("kelp")}, {}, {}, {}, {}}, 0);
  row("person by name", {{}, QStringLiteral("ada quill"), {}, {}, {}}, 9);
  row("person by address", {{}, QStringLiteral("sip:ada@orchard.example"), {}, {}, {}}, 9);
  row("person in short", {{}, QStringLiteral("bo"), {}, {}, {}}, 9);
  row("another room", {{}, {}, QStringLiteral("Tide"), {}, {}}, 0);
  row("room", {{}, {}, QStringLiteral("tide tables"), {}, {}}, 18);
  row("times", {{}, {}, {}, time(3), time(7)}, 5);
}

void TestArchiveExport::filters() {
  QFETCH(const ArchiveFilter, filter);
  QFETCH(const int, events);
  const ArchiveRig rig;
  QVERIFY(rig.fill());
  const QJsonDocument document = QJsonDocument::fromJson(exported(rig, ArchiveFormat::Json, filter));
  QVERIFY(document.isArray());
  QCOMPARE(document.array().size(), events);
}

void TestArchiveExport::formats() {
  const ArchiveRig rig;
  QVERIFY(rig.fill());
  const QByteArray html = exported(rig, ArchiveFormat::Html);
  QVERIFY(!html.contains("<quay>") && html.contains("at the &lt;quay&gt;"));
  QCOMPARE(html.count("<tr>"), 19);
  const QByteArray csv = exported(rig, ArchiveFormat::Csv);
  QVERIFY(csv.contains("\"High water \"\"no. 4\"\"\nat the <quay>"));
  QVERIFY(csv.contains("\"'=1+1 "));
  const QByteArray text = exported(rig, ArchiveFormat::Text);
  QVERIFY(text.contains("  post  [Tide tables] Bo Fen <sip:bo@orchard.example> #1: High water \"no. 1\"\n    at the"));
}

void TestArchiveExport::nothingFound() {
  const ArchiveRig rig;
  QVERIFY(rig.fill());
  ArchiveFilter nobody;
  nobody.person = QStringLiteral("zoe");
  QCOMPARE(exported(rig, ArchiveFormat::Json, nobody), QByteArray("[]\n"));
  QCOMPARE(exported(rig, ArchiveFormat::Text, nobody), QByteArray());
}

void TestArchiveExport::damageIsSaid() {
  const ArchiveRig rig;
  QVERIFY(rig.fill());
  const QString path = segmentPath(rig.directory(), 2);
  QByteArray content = ArchiveRig::read(path);
  content.replace("High", "Low ");
  QVERIFY(ArchiveRig::write(path, content));
  QCOMPARE(exported(rig, ArchiveFormat::Json), QByteArray("failed"));
}

PARLOUR_TEST(TestArchiveExport)

}  // namespace tst_archiveexport

#include "tst_archiveexport.moc"
