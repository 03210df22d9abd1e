// SPDX-License-Identifier: Apache-2.0
#include <QLineEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include "app/ui/quickswitch/QuickSwitch.h"
#include "tests/gui/GuiTest.h"

namespace tst_quickswitch {

using namespace Parlour::Ui;

namespace {

QList<QuickEntry> findRooms(const QString& words) {
  QList<QuickEntry> found{{QuickEntry::Kind::Title, QStringLiteral("Rooms"), {}, {}, Icon::Door, 0, false}};
  for (const QString& name :
       {QStringLiteral("Settlement breaks"), QStringLiteral("Settlement cut-offs"), QStringLiteral("Project Larch")}) {
    if (name.contains(words, Qt::CaseInsensitive)) {
      found.append({QuickEntry::Kind::Room, name, {}, name.toLower(), Icon::Lock, 0, false});
    }
  }
  return found;
}

}  // namespace

class QuickSwitchTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void typingNarrowsAndEnterChooses();
  void titlesAreSkipped();
  void escapeChoosesNothing();
};

void QuickSwitchTest::typingNarrowsAndEnterChooses() {
  ThemeManager themes;
  QWidget window;
  window.resize(1000, 700);
  window.show();
  auto* popup = new QuickSwitch(themes, findRooms, &window);
  QSignalSpy chosen(popup, &QuickSwitch::chosen);
  popup->popUp();
  auto* field = popup->findChild<QLineEdit*>();
  QTest::keyClicks(field, QStringLiteral("larch"));
  QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
  QCOMPARE(chosen.size(), 1);
  QCOMPARE(chosen.first().first().value<QuickEntry>().text, QStringLiteral("Project Larch"));
  QVERIFY(chosen.first().at(1).toBool());
}

void QuickSwitchTest::titlesAreSkipped() {
  ThemeManager themes;
  QWidget window;
  window.resize(1000, 700);
  window.show();
  auto* popup = new QuickSwitch(themes, findRooms, &window);
  QSignalSpy chosen(popup, &QuickSwitch::chosen);
  popup->popUp();
  auto* field = popup->findChild<QLineEdit*>();
  QTest::keyClick(field, Qt::Key_Down);
  QTest::keyClick(field, Qt::Key_Up);
  QTest::keyClick(field, Qt::Key_Up);
  QTest::keyClick(field, Qt::Key_Return);
  QCOMPARE(chosen.first().first().value<QuickEntry>().text, QStringLiteral("Settlement breaks"));
}

void QuickSwitchTest::escapeChoosesNothing() {
  ThemeManager themes;
  QWidget window;
  window.resize(1000, 700);
  window.show();
  QPointer<QuickSwitch> popup = new QuickSwitch(themes, findRooms, &window);
  QSignalSpy chosen(popup, &QuickSwitch::chosen);
  popup->popUp();
  QTest::keyClick(popup->findChild<QLineEdit*>(), Qt::Key_Escape);
  QTRY_VERIFY(!popup);
  QCOMPARE(chosen.size(), 0);
}

PARLOUR_GUI_TEST(QuickSwitchTest)

}  // namespace tst_quickswitch

#include "tst_quickswitch.moc"
