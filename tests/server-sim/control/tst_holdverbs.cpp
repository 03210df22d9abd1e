// SPDX-License-Identifier: Apache-2.0
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "tests/program/TestProgram.h"
#include "tests/server-sim/control/support/AdminHouse.h"

namespace tst_holdverbs {

using namespace Parlour;
using namespace Parlour::Server;
using namespace Parlour::Server::Testing;

// Legal holds, walls and the readers of a room, with parlourctl.
class TestHoldVerbs : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    house_ = std::make_unique<AdminHouse>();
    QVERIFY2(house_->problem().isEmpty(), qPrintable(house_->problem()));
  }
  void cleanup() { house_.reset(); }
  void aHeldRoomIsKept();
  void aHoldOnPersonAndTime();
  void holdsAreListedAndReleased();
  void badHolds_data();
  void badHolds();
  void walls_data();
  void walls();
  void readersWithThoseOfBefore();
  void notesNeedARecorder();

 private:
  static QJsonObject json(const char* text) {
    return QJsonDocument::fromJson(QByteArray(text).replace('\'', '"')).object();
  }
  QString refused(const char* verb, const char* arguments) { return house_->errorText(verb, json(arguments)); }
  qsizetype messages() { return house_->result("message find", json("{'room':'Tides'}")).toArray().size(); }

  std::unique_ptr<AdminHouse> house_;
};

void TestHoldVerbs::aHeldRoomIsKept() {
  house_->result("hold add", json("{'name':'Case 7','room':'Tides','reason':'court order'}"));
  const QString words = QStringLiteral("legal hold \"Case 7\"");
  QVERIFY(refused("message rm", "{'room':'Tides','id':['1']}").contains(words));
  QVERIFY(refused("message redact", "{'room':'Tides','words':'boats'}").contains(words));
  QVERIFY(refused("room purge", "{'room':'Tides','until':'2031-03-02'}").contains(words));
  QVERIFY(refused("room rm", "{'room':'Tides'}").contains(words));
  QVERIFY(!house_->ask("message rm", json("{'room':'Tides','id':['1']}"), true)[QLatin1String("ok")].toBool());
  QCOMPARE(messages(), 3);
}

void TestHoldVerbs::aHoldOnPersonAndTime() {
  house_->result("hold add", json("{'name':'Case 8','user':'ada','to':'2031-03-02'}"));
  const QString words = QStringLiteral("legal hold \"Case 8\" keeps message 1 ");
  QVERIFY(refused("message rm", "{'room':'Tides','id':['1','2']}").contains(words));
  QVERIFY(refused("room purge", "{'room':'Tides','until':'2031-03-04'}").contains(words));
  QVERIFY(refused("room rm", "{'room':'Tides'}").contains(words));
  house_->result("message rm", json("{'room':'Tides','id':['2','3']}"));
  QCOMPARE(messages(), 1);
}

void TestHoldVerbs::holdsAreListedAndReleased() {
  house_->result("hold add", json("{'name':'Case 7','room':'Tides','user':'cy','from':'2031-03-01','reason':'x'}"));
  const QJsonObject line = house_->result("hold list").toArray().at(0).toObject();
  QCOMPARE(line.value(QStringLiteral("room")).toString(), QStringLiteral("Tides"));
  QCOMPARE(line.value(QStringLiteral("user")).toString(), QStringLiteral("Cy Sorb"));
  QCOMPARE(line.value(QStringLiteral("by")).toString(), QStringLiteral("local administrator tester"));
  house_->result("hold rm", json("{'name':'case 7'}"));
  QVERIFY(house_->result("hold list").toArray().isEmpty());
  house_->result("room rm", json("{'room':'Tides'}"));
  const QString trail = QString::fromUtf8(QJsonDocument(house_->result("audit list").toArray()).toJson());
  QVERIFY(trail.contains(QStringLiteral("hold.add")) && trail.contains(QStringLiteral("hold.remove")));
}

void TestHoldVerbs::badHolds_data() {
  QTest::addColumn<QByteArray>("arguments");
  QTest::addColumn<QString>("words");
  const auto row = [](const char* name, const char* arguments, const char* words) {
    QTest::newRow(name) << QByteArray(arguments) << QString::fromLatin1(words);
  };
  row("of nothing", "{'name':'A'}", "on a room, a person or a time");
  row("no name", "{'name':' ','room':'Tides'}", "needs a name");
  row("no such room", "{'name':'A','room':'Nowhere'}", "no room \"Nowhere\"");
  row("no such user", "{'name':'A','user':'zoe'}", "zoe");
  row("ends before it begins", "{'name':'A','from':'2031-03-02','to':'2031-03-01'}", "end before it begins");
  row("twice", "{'name':'KNOWN','room':'Lobby'}", "already a hold \"Known\"");
}

void TestHoldVerbs::badHolds() {
  QFETCH(const QByteArray, arguments);
  QFETCH(const QString, words);
  house_->result("hold add", json("{'name':'Known','room':'Lobby'}"));
  const QString text = refused("hold add", arguments.constData());
  QVERIFY2(text.contains(words), qPrintable(text));
}

void TestHoldVerbs::walls_data() {
  QTest::addColumn<QByteArray>("sides");
  QTest::addColumn<int>("failed");
  QTest::addColumn<QByteArray>("found");  // parts of the answer
  const auto row = [](const char* name, const char* sides, int failed, const char* found) {
    QTest::newRow(name) << QByteArray(sides) << failed << QByteArray(found);
  };
  row("group and person", "{'a':'Crew','b':'cy'}", 5,
      "Tides: Ada Quince (member) and Cy Sorb (member)|Stage: Ada Quince (member) and Cy Sorb (presenter)|"
      "Lobby: Ada Quince (open room) and Cy Sorb (open room)|Harbour: Ada Quince and Cy Sorb are in its scope|Yard: ");
  row("an open room alone", "{'a':'bo','b':'dot'}", 2, "Lobby: |Yard: ");
  row("who is on both sides", "{'a':'Crew','b':'ada'}", 7, "Ada Quince|Loft: ");
  row("who may not chat", "{'a':'ada','b':'eve'}", 1, "Yard: ");
}

void TestHoldVerbs::walls() {
  QFETCH(const QByteArray, sides);
  QFETCH(const int, failed);
  QFETCH(const QByteArray, found);
  const QJsonObject result = house_->result("wall check", json(sides.constData())).toObject();
  const QByteArray text = QJsonDocument(result).toJson();
  QVERIFY2(result.value(QStringLiteral("failed")).toInt() == failed, text.constData());
  for (const QByteArray& part : found.split('|')) QVERIFY2(text.contains(part), text.constData());
}

void TestHoldVerbs::readersWithThoseOfBefore() {
  house_->result("room member rm", json("{'room':'Tides','principal':['cy']}"));
  QStringList lines;
  for (const auto& item : house_->result("room readers", json("{'room':'Tides'}")).toArray()) {
    const QJsonObject line = item.toObject();
    lines.append(line.value(QStringLiteral("user")).toString() + QLatin1Char(':') +
                 line.value(QStringLiteral("why")).toString().left(6));
  }
  QCOMPARE(lines, (QStringList{QStringLiteral("Ada Quince:member"), QStringLiteral("Bo Medlar:manage"),
                               QStringLiteral("Cy Sorb:until ")}));
}

void TestHoldVerbs::notesNeedARecorder() {
  const QJsonObject result = house_->result("archive note", json("{'text':'export'}")).toObject();
  QCOMPARE(result.value(QStringLiteral("recorded")).toBool(true), false);
}

PARLOUR_TEST(TestHoldVerbs)

}  // namespace tst_holdverbs

#include "tst_holdverbs.moc"
