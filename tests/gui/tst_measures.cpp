// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "app/ui/composer/Composer.h"
#include "app/ui/join/JoinDialog.h"
#include "app/ui/manage/ManageFoot.h"
#include "app/ui/signin/SignInWindow.h"
#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Badge.h"
#include "app/ui/widgets/Button.h"
#include "app/ui/widgets/Chip.h"
#include "app/ui/widgets/ConnectionBar.h"
#include "app/ui/widgets/IconButton.h"
#include "app/ui/widgets/SearchField.h"
#include "app/ui/widgets/SegmentedControl.h"
#include "app/ui/widgets/Toast.h"
#include "tests/gui/GuiTest.h"
#include "tests/gui/Measures.h"

namespace tst_measures {

using namespace Parlour;
using namespace Parlour::Gui;

constexpr int kTolerance = 2;

// The lengths of the design's measured picture on the laid-out window, and those its text gives for controls.
class MeasuresTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void mainWindow_data();
  void mainWindow();
  void controls_data();
  void controls();
  void iconButtonsAreLargeEnough();
};

void MeasuresTest::mainWindow_data() {
  QTest::addColumn<bool>("dark");
  QTest::newRow("light") << false;
  QTest::newRow("dark") << true;
}

void MeasuresTest::mainWindow() {
  QFETCH(bool, dark);
  Ui::ThemeManager themes;
  themes.setScheme(dark ? Ui::ColorScheme::Dark : Ui::ColorScheme::Light);
  SampleWindow sample(themes);
  sample.arrange();
  QCOMPARE(sample.window().size(), QSize(1280, 800));
  const QList<Measure> measures = measuresOf(sample, themes);
  QVERIFY(measures.size() >= 24);
  QStringList wrong;
  for (const Measure& measure : measures) {
    if (qAbs(measure.found - measure.wanted) <= kTolerance) continue;
    wrong.append(QStringLiteral("%1 is %2 instead of %3").arg(measure.name).arg(measure.found).arg(measure.wanted));
  }
  QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QStringLiteral("; "))));
}

void MeasuresTest::controls_data() {
  QTest::addColumn<int>("found");
  QTest::addColumn<int>("wanted");
  Ui::ThemeManager themes;
  themes.setScheme(Ui::ColorScheme::Light);
  Ui::Button button(themes, QStringLiteral("Open"));
  QTest::newRow("button") << button.sizeHint().height() << 32;
  button.setSize(Ui::ButtonSize::Small);
  QTest::newRow("button in a row") << button.sizeHint().height() << 26;
  button.setSize(Ui::ButtonSize::SignIn);
  QTest::newRow("button of the sign-in") << button.sizeHint().height() << 36;
  Ui::SearchField field(themes, QStringLiteral("Words"));
  QTest::newRow("field") << field.sizeHint().height() << 32;
  field.setTall(true);
  QTest::newRow("search field") << field.sizeHint().height() << 36;
  Ui::Chip chip(themes, {QStringLiteral("Closed"), Ui::ChipKind::Neutral, Ui::Icon::Lock});
  QTest::newRow("chip") << chip.sizeHint().height() << 20;
  QTest::newRow("round badge") << Ui::badgeWidth(Ui::BadgeKind::Urgent, 1, themes.type()) << 18;
  QTest::newRow("badge") << themes.type().scaled(Ui::Metrics::kBadgeHeight) << 18;
  Ui::ConnectionBar bar(themes);
  bar.showState(Ui::BarKind::Trouble, QStringLiteral("Connection lost."), QString(), QStringLiteral("Try now"));
  QTest::newRow("connection bar") << bar.height() << 36;
  Ui::SignInWindow signIn(themes);
  QTest::newRow("sign-in, width") << signIn.width() << 520;
  QTest::newRow("sign-in, height") << signIn.height() << 640;
}

void MeasuresTest::controls() {
  QFETCH(int, found);
  QFETCH(int, wanted);
  QVERIFY2(qAbs(found - wanted) <= kTolerance, qPrintable(QStringLiteral("%1 instead of %2").arg(found).arg(wanted)));
}

// Pointer target at least 26 x 26.
void MeasuresTest::iconButtonsAreLargeEnough() {
  Ui::ThemeManager themes;
  SampleWindow sample(themes);
  sample.arrange();
  const auto buttons = sample.window().findChildren<Ui::IconButton*>();
  QVERIFY(buttons.size() > 10);
  for (const Ui::IconButton* button : buttons) {
    if (!button->isVisible()) continue;
    QVERIFY2(
        button->width() >= 26 && button->height() >= 26,
        qPrintable(
            QStringLiteral("%1 is %2 x %3").arg(button->accessibleName()).arg(button->width()).arg(button->height())));
  }
}

PARLOUR_GUI_TEST(MeasuresTest)

}  // namespace tst_measures

#include "tst_measures.moc"
