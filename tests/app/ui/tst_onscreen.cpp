// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "app/ui/widgets/OnScreen.h"
#include "tests/gui/GuiTest.h"

namespace tst_onscreen {

using namespace Parlour;

class TestOnScreen : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void placement_data();
  void placement();
};

void TestOnScreen::placement_data() {
  QTest::addColumn<QRect>("window");
  QTest::addColumn<QRect>("placed");
  const QRect within(100, 100, 1280, 800);
  QTest::newRow("within") << within << within;
  const QRect second(2100, 50, 1280, 800);
  QTest::newRow("on the second screen") << second << second;
  const QRect across(1800, 60, 1280, 800);
  QTest::newRow("across both") << across << across;
  QTest::newRow("on a screen that is gone") << QRect(5000, 100, 1280, 800) << QRect(320, 140, 1280, 800);
  QTest::newRow("title above the edge") << QRect(100, -60, 1280, 800) << QRect(320, 140, 1280, 800);
  QTest::newRow("only a corner left") << QRect(-1250, 100, 1280, 800) << QRect(320, 140, 1280, 800);
  QTest::newRow("too large and gone") << QRect(9000, 0, 4000, 3000) << QRect(0, 0, 1920, 1080);
}

void TestOnScreen::placement() {
  QFETCH(const QRect, window);
  const QList<QRect> screens{QRect(0, 0, 1920, 1080), QRect(1920, 0, 1600, 900)};
  QTEST(Ui::placedOnScreen(window, screens), "placed");
}

PARLOUR_GUI_TEST(TestOnScreen)

}  // namespace tst_onscreen

#include "tst_onscreen.moc"
