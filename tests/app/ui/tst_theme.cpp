// SPDX-License-Identifier: Apache-2.0
#include <QLineEdit>
#include <QTest>

#include "app/ui/theme/AvatarIdentity.h"
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
  void tokens_data();
  void tokens();
  void scrims();
  void contrast_data();
  void contrast();
  void everyTextIsReadable_data();
  void everyTextIsReadable();
  void avatars();
  void styleSheetHasNoUnfilledToken();
  void placeholdersAreReadable();
  void managerSwitches();
  void highContrastDropsTints();
};

// The design's colours, light and dark.
void ThemeTest::tokens_data() {
  QTest::addColumn<QColor>("found");
  QTest::addColumn<QColor>("wanted");
  struct Token {
    const char* name;
    ColorToken color;
    QRgb light;
    QRgb dark;
  };
  static const QList<Token> tokens{{"window", &Theme::window, 0xFFFFFF, 0x171D1F},
                                   {"side", &Theme::side, 0xF1F4F5, 0x101516},
                                   {"panel", &Theme::panel, 0xF8FAFA, 0x1B2224},
                                   {"raised", &Theme::raised, 0xFFFFFF, 0x20282B},
                                   {"hover", &Theme::hover, 0xE6ECEE, 0x252F32},
                                   {"line", &Theme::line, 0xDDE4E6, 0x2C3639},
                                   {"control", &Theme::control, 0x7B8A91, 0x71828A},
                                   {"controlSoft", &Theme::controlSoft, 0xC3CDD1, 0x435157},
                                   {"text", &Theme::text, 0x162126, 0xE6ECEE},
                                   {"text2", &Theme::text2, 0x44535A, 0xB4C1C6},
                                   {"text3", &Theme::text3, 0x56656B, 0x9BAAB0},
                                   {"accent", &Theme::accent, 0x0B6379, 0x63C5D9},
                                   {"fill", &Theme::fill, 0x0B6379, 0x1A788F},
                                   {"onFill", &Theme::onFill, 0xFFFFFF, 0xFFFFFF},
                                   {"tint", &Theme::tint, 0xE3F0F3, 0x17313A},
                                   {"selected", &Theme::selected, 0xD2E6EB, 0x1D3F4A},
                                   {"mentionBg", &Theme::mentionBg, 0xFFF4DA, 0x302711},
                                   {"mentionBar", &Theme::mentionBar, 0xB87800, 0xD99A2B},
                                   {"mentionText", &Theme::mentionText, 0x744700, 0xF3C677},
                                   {"badge", &Theme::badge, 0x965800, 0xE3A83F},
                                   {"onBadge", &Theme::onBadge, 0xFFFFFF, 0x221700},
                                   {"danger", &Theme::danger, 0xB42318, 0xFF9188},
                                   {"dangerFill", &Theme::dangerFill, 0xB42318, 0xB93A30},
                                   {"onDanger", &Theme::onDanger, 0xFFFFFF, 0xFFFFFF},
                                   {"dangerBg", &Theme::dangerBg, 0xFDEEEC, 0x391E1C},
                                   {"dangerLine", &Theme::dangerLine, 0xE9B5AF, 0x6B3530},
                                   {"ok", &Theme::ok, 0x1A7440, 0x6FCF93},
                                   {"okBg", &Theme::okBg, 0xE6F4EA, 0x17301F},
                                   {"story", &Theme::story, 0x74407F, 0xD9A9E2},
                                   {"storyBg", &Theme::storyBg, 0xF7F0F9, 0x2B2130},
                                   {"indigo", &Theme::indigo, 0x444DA3, 0xAEB5F5},
                                   {"presenceOn", &Theme::presenceOn, 0x2E9A50, 0x3FBF6B},
                                   {"presenceAway", &Theme::presenceAway, 0xB87800, 0xE3A83F},
                                   {"hit", &Theme::hit, 0xFFE38A, 0x6A5413},
                                   {"progress", &Theme::progress, 0x0B6379, 0x63C5D9}};
  for (const Token& token : tokens) {
    QTest::addRow("%s, light", token.name) << Theme::light().*token.color << QColor(token.light);
    QTest::addRow("%s, dark", token.name) << Theme::darkTheme().*token.color << QColor(token.dark);
  }
}

void ThemeTest::tokens() {
  QFETCH(QColor, found);
  QFETCH(QColor, wanted);
  QCOMPARE(found.name(), wanted.name());
}

void ThemeTest::scrims() {
  QCOMPARE(Theme::light().scrim.name(), QStringLiteral("#162126"));
  QCOMPARE(qRound(100 * Theme::light().scrim.alphaF()), 42);
  QCOMPARE(Theme::darkTheme().scrim.name(), QStringLiteral("#000000"));
  QCOMPARE(qRound(100 * Theme::darkTheme().scrim.alphaF()), 55);
}

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

// Beyond the pairs of the design's table: each colour of words on each ground where such words stand.
void ThemeTest::everyTextIsReadable_data() {
  QTest::addColumn<double>("measured");
  struct Words {
    const char* name;
    ColorToken color;
    QList<std::pair<const char*, ColorToken>> grounds;
  };
  using T = Theme;
  const QList<std::pair<const char*, ColorToken>> plain{
      {"window", &T::window}, {"side", &T::side}, {"panel", &T::panel}, {"raised", &T::raised}};
  auto rows = plain;
  rows << std::pair{"hover", &T::hover} << std::pair{"selected", &T::selected} << std::pair{"tint", &T::tint};
  const QList<Words> all{
      {"text", &T::text, rows + decltype(rows){{"hit", &T::hit}, {"mention", &T::mentionBg}, {"danger", &T::dangerBg}}},
      {"text-2", &T::text2, rows},
      {"text-3", &T::text3, plain + decltype(rows){{"selected", &T::selected}, {"tint", &T::tint}}},
      {"accent", &T::accent, rows},
      {"danger", &T::danger, plain + decltype(rows){{"danger", &T::dangerBg}, {"hover", &T::hover}}},
      {"mention-text", &T::mentionText, plain + decltype(rows){{"mention", &T::mentionBg}}},
      {"ok", &T::ok, plain + decltype(rows){{"ok", &T::okBg}}},
      {"story", &T::story, plain + decltype(rows){{"story", &T::storyBg}}},
      {"on-fill", &T::onFill, {{"fill", &T::fill}}},
      {"on-badge", &T::onBadge, {{"badge", &T::badge}}},
      {"on-danger", &T::onDanger, {{"danger-fill", &T::dangerFill}}}};
  for (const Words& words : all) {
    for (const auto& [ground, color] : words.grounds) {
      for (const bool dark : {false, true}) {
        const Theme theme = dark ? Theme::darkTheme() : Theme::light();
        QTest::addRow("%s on %s, %s", words.name, ground, dark ? "dark" : "light")
            << contrastRatio(theme.*words.color, theme.*color);
      }
    }
  }
}

void ThemeTest::everyTextIsReadable() {
  QFETCH(double, measured);
  QVERIFY2(measured >= 4.5, qPrintable(QString::number(measured)));
}

// White initials on every fill.
void ThemeTest::avatars() {
  QCOMPARE(avatarFills().size(), 9);
  for (const QColor& fill : avatarFills()) QVERIFY2(contrastRatio(Qt::white, fill) >= 5.95, qPrintable(fill.name()));
}

void ThemeTest::styleSheetHasNoUnfilledToken() {
  const QString sheet = styleSheet(Theme::light(), Typography());
  QVERIFY(!sheet.contains(QLatin1Char('@')));
  QVERIFY2(!sheet.contains(QLatin1String(": ;")), "a token of the style sheet has no value");
  QVERIFY(sheet.contains(Theme::light().accent.name()));
}

void ThemeTest::placeholdersAreReadable() {
  ThemeManager themes;
  themes.setScheme(ColorScheme::Light);
  QLineEdit field;
  field.setPlaceholderText(QStringLiteral("Words to find"));
  field.ensurePolished();
  QCOMPARE(field.palette().color(QPalette::PlaceholderText), Theme::light().text3);
  QCOMPARE(field.palette().color(QPalette::Text), Theme::light().text);
  field.setEnabled(false);
  QCOMPARE(field.palette().color(QPalette::Text), Theme::light().text3);
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
