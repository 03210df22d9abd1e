// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "protocol/signin/PresenceDocument.h"
#include "tests/program/TestProgram.h"
#include "tests/protocol/signin/Transcript.h"

namespace tst_presencedocument {

using namespace Parlour;
using namespace Parlour::Signin;

namespace {

RoamingData roaming(const QByteArray& content) {
  return *RoamingData::parse("<roamingData><categories uri=\"sip:a@b\">" + content + "</categories></roamingData>");
}

QByteArray instance(const char* name, int container, int number, int version = 1) {
  return QByteArray("<category name=\"") + name + "\" container=\"" + QByteArray::number(container) + "\" instance=\"" +
         QByteArray::number(number) + "\" version=\"" + QByteArray::number(version) + "\"/>";
}

// "name/container/instance/version" of each instance, in order.
QByteArrayList contents(const PresenceDocument& document) {
  QByteArrayList list;
  for (const auto& item : document.all()) {
    list.append(item.name.toUtf8() + '/' + QByteArray::number(*item.container) + '/' +
                QByteArray::number(*item.instance) + '/' + QByteArray::number(item.version));
  }
  return list;
}

Publication publication(const char* name, quint32 number, quint32 version) {
  Publication item;
  item.categoryName = QString::fromUtf8(name);
  item.instance = number;
  item.version = version;
  item.fragment = "<x xmlns=\"\"/>";
  return item;
}

PublishRequest publishing(const QList<Publication>& items) { return {SipUri::fromTrusted("a@b"), items}; }

}  // namespace

class TstPresenceDocument : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void applies_data() {
    QTest::addColumn<QByteArray>("update");
    QTest::addColumn<QByteArrayList>("after");
    QTest::addColumn<QStringList>("changed");
    const QStringList room{QStringLiteral("room")};
    QTest::newRow("nothing") << QByteArray() << QByteArrayList{"note/1/7/1", "room/1/1/1", "room/1/2/1", "room/2/3/1"}
                             << QStringList();
    QTest::newRow("a name lists all its instances")
        << instance("room", 1, 2) << QByteArrayList{"note/1/7/1", "room/1/2/1"} << room;
    QTest::newRow("new version") << instance("room", 1, 1, 2) + instance("room", 1, 2) + instance("room", 2, 3)
                                 << QByteArrayList{"note/1/7/1", "room/1/1/2", "room/1/2/1", "room/2/3/1"} << room;
    QTest::newRow("same again in another order")
        << instance("room", 2, 3) + instance("room", 1, 2) + instance("room", 1, 1)
        << QByteArrayList{"note/1/7/1", "room/1/1/1", "room/1/2/1", "room/2/3/1"} << QStringList();
    QTest::newRow("container emptied") << QByteArray("<category name=\"room\" container=\"1\"/>")
                                       << QByteArrayList{"note/1/7/1", "room/2/3/1"} << room;
    QTest::newRow("name emptied") << QByteArray("<category name=\"room\"/>") << QByteArrayList{"note/1/7/1"} << room;
    QTest::newRow("unknown name emptied")
        << QByteArray("<category name=\"other\"/>")
        << QByteArrayList{"note/1/7/1", "room/1/1/1", "room/1/2/1", "room/2/3/1"} << QStringList();
    QTest::newRow("marker next to the rest")
        << QByteArray("<category name=\"room\" container=\"1\"/>") + instance("room", 2, 3)
        << QByteArrayList{"note/1/7/1", "room/2/3/1"} << room;
    QTest::newRow("new name") << instance("aaa", 0, 0)
                              << QByteArrayList{"aaa/0/0/1", "note/1/7/1", "room/1/1/1", "room/1/2/1", "room/2/3/1"}
                              << QStringList{QStringLiteral("aaa")};
    QTest::newRow("one key twice") << instance("note", 1, 7, 4) + instance("note", 1, 7, 5)
                                   << QByteArrayList{"note/1/7/5", "room/1/1/1", "room/1/2/1", "room/2/3/1"}
                                   << QStringList{QStringLiteral("note")};
  }

  void applies() {
    QFETCH(QByteArray, update);
    QFETCH(QByteArrayList, after);
    QFETCH(QStringList, changed);
    PresenceDocument document;
    document.apply(
        roaming(instance("room", 1, 1) + instance("room", 1, 2) + instance("room", 2, 3) + instance("note", 1, 7)));
    const RoamingData data = roaming(update);
    QCOMPARE(document.apply(data), changed);
    QCOMPARE(contents(document), after);
    QCOMPARE(document.apply(data), QStringList());
    QCOMPARE(contents(document), after);
  }

  void followsTheTranscript() {
    const QString room = QStringLiteral("roomSetting");
    PresenceDocument document;
    QCOMPARE(document.apply(*RoamingData::parse(transcriptBody("roaming-ok.sip"))).size(), 3);
    QCOMPARE(document.count(room), 2);
    QCOMPARE(document.apply(*RoamingData::parse(transcriptBody("roaming-benotify.sip"))), QStringList{room});
    QCOMPARE(document.count(room), 1);
    QCOMPARE(document.apply(*RoamingData::parse(transcriptBody("publish-ok.sip"))), QStringList{room});
    QCOMPARE(document.count(room), 2);
    QVERIFY(document.find({room, 1, 771290145}) != nullptr);
    QCOMPARE(document.names(), (QStringList{room, QStringLiteral("state"), QStringLiteral("userProperties")}));
  }

  void servesTheTranscript() {
    PresenceDocument document;
    document.apply(*RoamingData::parse(transcriptBody("roaming-benotify.sip")));
    const auto request = PublishRequest::parse(transcriptBody("publish.sip"));
    QVERIFY(request);
    QVERIFY(document.conflicts(*request).isEmpty());
    const QStringList touched = document.publish(*request, *Timestamp::parse("2014-03-03T09:21:40.877"));
    QCOMPARE(touched, QStringList{QStringLiteral("roomSetting")});
    const auto expected = RoamingData::parse(transcriptBody("publish-ok.sip"));
    QCOMPARE(document.report(touched), *expected->categories);
    QCOMPARE(document.conflicts(*request), (QList<VersionConflict>{{1, 0, 1}}));
    const auto removal = PublishRequest::parse(readTranscript("delete.xml"));
    QVERIFY(removal);
    QVERIFY(document.conflicts(*removal).isEmpty());
    document.publish(*removal, Timestamp());
    QCOMPARE(document.count(QStringLiteral("roomSetting")), 1);
    QVERIFY(document.conflicts(*removal).isEmpty());
    QCOMPARE(document.publish(*removal, Timestamp()), QStringList{QStringLiteral("roomSetting")});
    QCOMPARE(document.count(QStringLiteral("roomSetting")), 1);
  }

  void findsEveryConflict() {
    PresenceDocument document;
    document.publish(publishing({publication("a", 1, 0), publication("a", 2, 0)}), Timestamp::fromMs(5));
    Publication removal = publication("a", 2, 9);
    removal.expires = 0;
    const auto found = document.conflicts(
        publishing({publication("a", 1, 0), publication("a", 3, 0), removal, publication("a", 4, 2)}));
    QCOMPARE(found, (QList<VersionConflict>{{1, 0, 1}, {3, 9, 1}, {4, 2, 0}}));
  }

  void reportsEmptiedNames() {
    PresenceDocument document;
    QCOMPARE(document.report({QStringLiteral("a")}),
             QList<CategoryInstance>{CategoryInstance::emptied(QStringLiteral("a"))});
  }

  void dropsWhatEnds() {
    PresenceDocument document;
    Publication lasting = publication("a", 1, 0);
    Publication passing = publication("a", 2, 0);
    passing.expireType = ExpireType::Endpoint;
    document.publish(publishing({lasting, passing}), Timestamp());
    const auto ends = [](const CategoryInstance& item) { return item.expireType == ExpireType::Endpoint; };
    QCOMPARE(document.removeIf(ends), 1);
    QCOMPARE(contents(document), QByteArrayList{"a/1/1/1"});
  }

  void ignoresInsertedMarkers() {
    PresenceDocument document;
    document.insert(CategoryInstance::emptied(QStringLiteral("a")));
    QVERIFY(document.all().isEmpty());
  }
};

PARLOUR_TEST(TstPresenceDocument)

}  // namespace tst_presencedocument

#include "tst_presencedocument.moc"
