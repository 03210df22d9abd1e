// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include "app/platform/notify/TrayIcon.h"
#include "tests/program/TestProgram.h"

namespace tst_trayicon {

using namespace Parlour::Platform;

class TestTrayIcon : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // A desktop without a tray: nothing may hide behind an icon that is not there.
  void withoutATrayNothingIsShown() {
    if (QSystemTrayIcon::isSystemTrayAvailable()) QSKIP("this desktop has a tray");
    TrayIcon tray([](bool) { return QIcon(); });
    tray.setWanted(true);
    tray.setCount(3);
    QVERIFY(!tray.isShown());
    tray.setWanted(false);
    QVERIFY(!tray.isShown());
  }

  void theMenuOpensAndQuits() {
    TrayIcon tray([](bool) { return QIcon(); });
    QSignalSpy opened(&tray, &TrayIcon::openRequested);
    QSignalSpy quit(&tray, &TrayIcon::quitRequested);
    tray.menu().actions().first()->trigger();
    tray.menu().actions().last()->trigger();
    QCOMPARE(opened.size(), 1);
    QCOMPARE(quit.size(), 1);
  }
};

PARLOUR_TEST_ON(TestTrayIcon, QApplication)

}  // namespace tst_trayicon

#include "tst_trayicon.moc"
