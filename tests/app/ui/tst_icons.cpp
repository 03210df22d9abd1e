// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QTest>

#include "app/ui/theme/Icons.h"
#include "app/ui/theme/Theme.h"
#include "resources/Resources.h"
#include "tests/gui/GuiTest.h"

namespace tst_icons {

using namespace Parlour::Ui;

namespace {

struct Ink {
  int opaque = 0;
  bool onlyColor = true;
};

Ink inkOf(const QPixmap& pixmap, const QColor& color) {
  const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
  Ink ink;
  for (int y = 0; y < image.height(); ++y) {
    for (int x = 0; x < image.width(); ++x) {
      const QColor pixel = image.pixelColor(x, y);
      if (pixel.alpha() > 200) {
        ++ink.opaque;
        ink.onlyColor = ink.onlyColor && std::abs(pixel.red() - color.red()) < 4 &&
                        std::abs(pixel.green() - color.green()) < 4 && std::abs(pixel.blue() - color.blue()) < 4;
      }
    }
  }
  return ink;
}

}  // namespace

class IconsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { Parlour::registerResources(); }
  void everyIconDrawsInTheAskedColor();
  void pixelsFollowTheScreen();
  void doorAndEmoticons();
};

void IconsTest::everyIconDrawsInTheAskedColor() {
  const QColor color = Theme::light().danger;
  for (int i = 0; i < kIconCount; ++i) {
    const auto icon = static_cast<Icon>(i);
    QVERIFY2(QFile::exists(iconPath(icon)), qPrintable(iconPath(icon)));
    const Ink ink = inkOf(iconPixmap(icon, 32, color, 1.0), color);
    QVERIFY2(ink.opaque > 10, qPrintable(iconPath(icon)));
    QVERIFY2(ink.onlyColor, qPrintable(iconPath(icon)));
  }
}

void IconsTest::pixelsFollowTheScreen() {
  const QPixmap pixmap = iconPixmap(Icon::Search, 16, Qt::black, 1.5);
  QCOMPARE(pixmap.width(), 24);
  QCOMPARE(pixmap.devicePixelRatio(), 1.5);
}

void IconsTest::doorAndEmoticons() {
  QVERIFY(!welcomeDoor(64, Theme::darkTheme(), 2.0).isNull());
  QVERIFY(!emoticonPixmap(QStringLiteral("smile"), 18, 1.0).isNull());
  QVERIFY(emoticonPixmap(QStringLiteral("no-such-drawing"), 18, 1.0).isNull());
}

PARLOUR_GUI_TEST(IconsTest)

}  // namespace tst_icons

#include "tst_icons.moc"
