// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "app/ui/theme/Contrast.h"
#include "app/ui/theme/StyleSheet.h"
#include "app/ui/theme/Theme.h"
#include "app/ui/theme/ThemeManager.h"
#include "tests/gui/GuiTest.h"

namespace tst_theme {

using namespace Parlour::Ui;

// Recomputes the contrast table of the design guide from the tokens.
class ThemeTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void contrast_data();
  void contrast();
  void styleSheetHasNoUnfilledToken();
  void managerSwitches();
  void highContrastDropsTints();
};

void ThemeTest::contrast_data() {
  QTest::addColumn<int>("pair");
  QTest::addColumn<bool>("dark");
  QTest::addColumn<double>("expected");
  QTest::addColumn<double>("least");
  struct Row {
    const char* name;
    double light;
    double dark;
    double least;
  };
  static const QList<Row> rows{{"text on window", 16.4, 14.3, 4.5},
                               {"text on selected", 12.7, 9.5, 4.5},
                               {"text on mention-bg", 15.0, 12.4, 4.5},
                               {"text on danger-bg", 14.6, 12.8, 4.5},
                               {"text on hit", 13.0, 6.1, 4.5},
                               {"text-2 on side", 7.2, 10.0, 4.5},
                               {"text-2 on selected", 6.2, 6.1, 4.5},
                               {"text-3 on window", 6.1, 7.1, 4.5},
                               {"text-3 on side", 5.5, 7.7, 4.5},
                               {"text-3 on selected", 4.7, 4.7, 4.5},
                               {"accent on window", 6.8, 8.5, 4.5},
                               {"accent on selected", 5.3, 5.7, 4.5},
                               {"accent on tint", 5.9, 6.8, 4.5},
                               {"on-fill on fill", 6.8, 5.1, 4.5},
                               {"mention-text on mention-bg", 7.3, 9.2, 4.5},
                               {"on-badge on badge", 5.7, 8.4, 4.5},
                               {"danger on window", 6.6, 7.8, 4.5},
                               {"danger on danger-bg", 5.8, 7.0, 4.5},
                               {"on-danger on danger-fill", 6.6, 5.7, 4.5},
                               {"ok on ok-bg", 5.1, 7.5, 4.5},
                               {"story on story-bg", 6.8, 7.9, 4.5},
                               {"indigo on window", 7.4, 8.7, 4.5},
                               {"control on window", 3.6, 4.3, 3.0},
                               {"control on side", 3.2, 4.6, 3.0},
                               {"mention-bar on mention-bg", 3.4, 6.0, 3.0},
                               {"presence-on on side", 3.3, 7.8, 3.0},
                               {"presence-away on side", 3.3, 8.7, 3.0}};
  for (int i = 0; i < rows.size(); ++i) {
    QTest::addRow("%s, light", rows.at(i).name) << i << false << rows.at(i).light << rows.at(i).least;
    QTest::addRow("%s, dark", rows.at(i).name) << i << true << rows.at(i).dark << rows.at(i).least;
  }
}

void ThemeTest::contrast() {
  using Pair = std::pair<ColorToken, ColorToken>;
  static const QList<Pair> pairs{{&Theme::text, &Theme::window},
                                 {&Theme::text, &Theme::selected},
                                 {&Theme::text, &Theme::mentionBg},
                                 {&Theme::text, &Theme::dangerBg},
                                 {&Theme::text, &Theme::hit},
                                 {&Theme::text2, &Theme::side},
                                 {&Theme::text2, &Theme::selected},
                                 {&Theme::text3, &Theme::window},
                                 {&Theme::text3, &Theme::side},
                                 {&Theme::text3, &Theme::selected},
                                 {&Theme::accent, &Theme::window},
                                 {&Theme::accent, &Theme::selected},
                                 {&Theme::accent, &Theme::tint},
                                 {&Theme::onFill, &Theme::fill},
                                 {&Theme::mentionText, &Theme::mentionBg},
                                 {&Theme::onBadge, &Theme::badge},
                                 {&Theme::danger, &Theme::window},
                                 {&Theme::danger, &Theme::dangerBg},
                                 {&Theme::onDanger, &Theme::dangerFill},
                                 {&Theme::ok, &Theme::okBg},
                                 {&Theme::story, &Theme::storyBg},
                                 {&Theme::indigo, &Theme::window},
                                 {&Theme::control, &Theme::window},
                                 {&Theme::control, &Theme::side},
                                 {&Theme::mentionBar, &Theme::mentionBg},
                                 {&Theme::presenceOn, &Theme::side},
                                 {&Theme::presenceAway, &Theme::side}};
  QFETCH(int, pair);
  QFETCH(bool, dark);
  QFETCH(double, expected);
  QFETCH(double, least);
  const Theme theme = dark ? Theme::darkTheme() : Theme::light();
  const double measured = contrastRatio(theme.*pairs.at(pair).first, theme.*pairs.at(pair).second);
  QVERIFY2(std::abs(measured - expected) <= 0.1, qPrintable(QStringLiteral("measured %1").arg(measured)));
  QVERIFY(measured >= least);
}

void ThemeTest::styleSheetHasNoUnfilledToken() {
  const QString sheet = styleSheet(Theme::light(), Typography());
  QVERIFY(!sheet.contains(QLatin1Char('@')));
  QVERIFY2(!sheet.contains(QLatin1String(": ;")), "a token of the style sheet has no value");
  QVERIFY(sheet.contains(Theme::light().accent.name()));
}

void ThemeTest::managerSwitches() {
  ThemeManager themes;
  themes.setScheme(ColorScheme::Light);
  int changes = 0;
  connect(&themes, &ThemeManager::themeChanged, this, [&changes] { ++changes; });
  const int revision = themes.revision();
  themes.setScheme(ColorScheme::Dark);
  QCOMPARE(changes, 1);
  QVERIFY(themes.theme().dark);
  QVERIFY(themes.revision() > revision);
  QCOMPARE(QApplication::palette().color(QPalette::Window), Theme::darkTheme().window);
  themes.setTextSize(TextSize::Larger);
  QCOMPARE(changes, 2);
  QCOMPARE(QApplication::font().pixelSize(), 17);
  themes.setTextSize(TextSize::Larger);
  QCOMPARE(changes, 2);
  themes.setTextSize(TextSize::Normal);
}

void ThemeTest::highContrastDropsTints() {
  QPalette system;
  system.setColor(QPalette::Window, Qt::black);
  system.setColor(QPalette::Base, Qt::black);
  system.setColor(QPalette::WindowText, Qt::white);
  const Theme theme = Theme::fromSystem(system);
  QCOMPARE(theme.mentionBg, QColor(Qt::black));
  QCOMPARE(theme.tint, theme.window);
  QVERIFY(theme.dark);
  QVERIFY(contrastRatio(theme.text3, theme.window) > 20);
}

PARLOUR_GUI_TEST(ThemeTest)

}  // namespace tst_theme

#include "tst_theme.moc"
