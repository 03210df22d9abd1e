// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QTest>

#include "tests/gui/FitCheck.h"
#include "tests/gui/GuiTest.h"

namespace tst_textfits {

using namespace Parlour;
using namespace Parlour::Gui;

class TextFitsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void noTextIsClipped_data() {
    QTest::addColumn<Ui::TextSize>("size");
    QTest::newRow("small") << Ui::TextSize::Small;
    QTest::newRow("normal") << Ui::TextSize::Normal;
    QTest::newRow("large") << Ui::TextSize::Large;
    QTest::newRow("larger") << Ui::TextSize::Larger;
  }
  void noTextIsClipped() {
    QFETCH(Ui::TextSize, size);
    Ui::ThemeManager themes;
    themes.setScheme(Ui::ColorScheme::Light);
    themes.setTextSize(size);
    FitCheck check(themes, QString());
    check.lineSpare = 2;  // of check boxes at the small size
    for (const auto& shoot : {shootSignIn, shootMain, shootJoin, shootManage, shootPreferences, shootWire, shootFeeds})
      shoot(check);
    QVERIFY(check.looked > 200);
    for (const QString& line : std::as_const(check.clipped)) qWarning("%s", qPrintable(line));
    QCOMPARE(check.clipped.size(), 0);
  }
};

PARLOUR_GUI_TEST(TextFitsTest)

}  // namespace tst_textfits

#include "tst_textfits.moc"
