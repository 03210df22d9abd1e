// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QTest>

#include "app/ui/mainwindow/DraftStore.h"
#include "tests/program/TestProgram.h"

namespace tst_draftstore {

using namespace Parlour;
using namespace Parlour::Ui;

class DraftStoreTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void survivesARestart();
  void dropsEmptyAndForeignEntries();
};

void DraftStoreTest::survivesARestart() {
  const QTemporaryDir folder;
  const QString file = folder.filePath(QStringLiteral("ui.ini"));
  const RoomUri room = RoomUri::parse("ma-chan://orchard.example/r1").value();
  {
    QSettings settings(file, QSettings::IniFormat);
    Draft draft;
    draft.text = QStringLiteral("half a\nsentence, with “quotes”");
    draft.rtf = "{\\rtf1\\ansi {\\b half} a\\par sentence, with \\u8220?quotes\\u8221?}";
    draft.storyTitle = QStringLiteral("Title");
    draft.story = draft.alert = true;
    storeDrafts(settings, {{room, draft}});
  }
  QSettings settings(file, QSettings::IniFormat);
  const auto drafts = loadDrafts(settings);
  QCOMPARE(drafts.size(), 1);
  QCOMPARE(drafts.value(room).text, QStringLiteral("half a\nsentence, with “quotes”"));
  QCOMPARE(drafts.value(room).rtf,
           QByteArray("{\\rtf1\\ansi {\\b half} a\\par sentence, with \\u8220?quotes\\u8221?}"));
  QCOMPARE(drafts.value(room).storyTitle, QStringLiteral("Title"));
  QVERIFY(drafts.value(room).story && drafts.value(room).alert);
  storeDrafts(settings, {});
  QVERIFY(loadDrafts(settings).isEmpty());
}

void DraftStoreTest::dropsEmptyAndForeignEntries() {
  const QTemporaryDir folder;
  QSettings settings(folder.filePath(QStringLiteral("ui.ini")), QSettings::IniFormat);
  settings.beginWriteArray(QStringLiteral("drafts"), 2);
  settings.setArrayIndex(0);
  settings.setValue(QStringLiteral("room"), QByteArray("no address"));
  settings.setValue(QStringLiteral("text"), QStringLiteral("x"));
  settings.setArrayIndex(1);
  settings.setValue(QStringLiteral("room"), QByteArray("ma-chan://orchard.example/r1"));
  settings.endArray();
  QVERIFY(loadDrafts(settings).isEmpty());
}

PARLOUR_TEST(DraftStoreTest)

}  // namespace tst_draftstore

#include "tst_draftstore.moc"
