// SPDX-License-Identifier: Apache-2.0
#include "app/ui/theme/Theme.h"

namespace Parlour::Ui {

namespace {

constexpr int kDarkLightness = 128;

QColor translucent(QRgb rgb, double opacity) {
  QColor color(rgb);
  color.setAlphaF(static_cast<float>(opacity));
  return color;
}

}  // namespace

Theme Theme::light() {
  Theme t;
  t.window = QColor(0xFFFFFF);
  t.side = QColor(0xF1F4F5);
  t.panel = QColor(0xF8FAFA);
  t.raised = QColor(0xFFFFFF);
  t.hover = QColor(0xE6ECEE);
  t.line = QColor(0xDDE4E6);
  t.control = QColor(0x7B8A91);
  t.controlSoft = QColor(0xC3CDD1);
  t.text = QColor(0x162126);
  t.text2 = QColor(0x44535A);
  t.text3 = QColor(0x56656B);
  t.accent = QColor(0x0B6379);
  t.fill = QColor(0x0B6379);
  t.onFill = QColor(0xFFFFFF);
  t.tint = QColor(0xE3F0F3);
  t.selected = QColor(0xD2E6EB);
  t.mentionBg = QColor(0xFFF4DA);
  t.mentionBar = QColor(0xB87800);
  t.mentionText = QColor(0x744700);
  t.badge = QColor(0x965800);
  t.onBadge = QColor(0xFFFFFF);
  t.danger = QColor(0xB42318);
  t.dangerFill = QColor(0xB42318);
  t.onDanger = QColor(0xFFFFFF);
  t.dangerBg = QColor(0xFDEEEC);
  t.dangerLine = QColor(0xE9B5AF);
  t.ok = QColor(0x1A7440);
  t.okBg = QColor(0xE6F4EA);
  t.story = QColor(0x74407F);
  t.storyBg = QColor(0xF7F0F9);
  t.indigo = QColor(0x444DA3);
  t.presenceOn = QColor(0x2E9A50);
  t.presenceAway = QColor(0xB87800);
  t.hit = QColor(0xFFE38A);
  t.scrim = translucent(0x162126, 0.42);
  t.progress = t.fill;
  return t;
}

Theme Theme::darkTheme() {
  Theme t;
  t.dark = true;
  t.window = QColor(0x171D1F);
  t.side = QColor(0x101516);
  t.panel = QColor(0x1B2224);
  t.raised = QColor(0x20282B);
  t.hover = QColor(0x252F32);
  t.line = QColor(0x2C3639);
  t.control = QColor(0x71828A);
  t.controlSoft = QColor(0x435157);
  t.text = QColor(0xE6ECEE);
  t.text2 = QColor(0xB4C1C6);
  t.text3 = QColor(0x9BAAB0);
  t.accent = QColor(0x63C5D9);
  t.fill = QColor(0x1A788F);
  t.onFill = QColor(0xFFFFFF);
  t.tint = QColor(0x17313A);
  t.selected = QColor(0x1D3F4A);
  t.mentionBg = QColor(0x302711);
  t.mentionBar = QColor(0xD99A2B);
  t.mentionText = QColor(0xF3C677);
  t.badge = QColor(0xE3A83F);
  t.onBadge = QColor(0x221700);
  t.danger = QColor(0xFF9188);
  t.dangerFill = QColor(0xB93A30);
  t.onDanger = QColor(0xFFFFFF);
  t.dangerBg = QColor(0x391E1C);
  t.dangerLine = QColor(0x6B3530);
  t.ok = QColor(0x6FCF93);
  t.okBg = QColor(0x17301F);
  t.story = QColor(0xD9A9E2);
  t.storyBg = QColor(0x2B2130);
  t.indigo = QColor(0xAEB5F5);
  t.presenceOn = QColor(0x3FBF6B);
  t.presenceAway = QColor(0xE3A83F);
  t.hit = QColor(0x6A5413);
  t.scrim = translucent(0x000000, 0.55);
  t.progress = t.accent;
  return t;
}

Theme Theme::fromSystem(const QPalette& system) {
  const QColor background = system.color(QPalette::Window);
  const QColor base = system.color(QPalette::Base);
  const QColor foreground = system.color(QPalette::WindowText);
  const QColor highlight = system.color(QPalette::Highlight);
  const QColor onHighlight = system.color(QPalette::HighlightedText);
  Theme t;
  t.dark = background.lightness() < kDarkLightness;
  t.highContrast = true;
  t.side = t.panel = background;
  t.window = t.raised = t.hover = t.tint = t.mentionBg = t.dangerBg = t.okBg = t.storyBg = t.selected = base;
  t.line = t.control = t.controlSoft = t.dangerLine = foreground;
  t.text = t.text2 = t.text3 = t.mentionText = foreground;
  t.danger = t.ok = t.story = t.indigo = t.mentionBar = t.presenceOn = t.presenceAway = foreground;
  t.accent = system.color(QPalette::Link);
  t.fill = t.badge = t.dangerFill = t.progress = highlight;
  t.onFill = t.onBadge = t.onDanger = onHighlight;
  t.hit = system.color(QPalette::AlternateBase);
  t.scrim = translucent(background.rgb(), 0.55);
  return t;
}

QPalette Theme::palette() const {
  QPalette p;
  p.setColor(QPalette::Window, window);
  p.setColor(QPalette::WindowText, text);
  p.setColor(QPalette::Base, raised);
  p.setColor(QPalette::AlternateBase, panel);
  p.setColor(QPalette::Text, text);
  p.setColor(QPalette::PlaceholderText, text3);
  p.setColor(QPalette::Button, raised);
  p.setColor(QPalette::ButtonText, text);
  p.setColor(QPalette::BrightText, danger);
  p.setColor(QPalette::Highlight, fill);
  p.setColor(QPalette::HighlightedText, onFill);
  p.setColor(QPalette::Link, accent);
  p.setColor(QPalette::LinkVisited, accent);
  p.setColor(QPalette::ToolTipBase, raised);
  p.setColor(QPalette::ToolTipText, text);
  p.setColor(QPalette::Light, raised);
  p.setColor(QPalette::Midlight, hover);
  p.setColor(QPalette::Mid, line);
  p.setColor(QPalette::Dark, control);
  p.setColor(QPalette::Shadow, controlSoft);
  for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
    p.setColor(QPalette::Disabled, role, text3);
  }
  p.setColor(QPalette::Disabled, QPalette::Base, panel);
  p.setColor(QPalette::Disabled, QPalette::Button, panel);
  return p;
}

}  // namespace Parlour::Ui
