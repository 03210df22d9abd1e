// SPDX-License-Identifier: Apache-2.0
#include "app/ui/theme/Typography.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QScreen>
#include <cmath>

namespace Parlour::Ui {

namespace {

struct RoleMeasure {
  double size;
  int line;
  QFont::Weight weight;
};

RoleMeasure measureOf(TextRole role) {
  switch (role) {
    case TextRole::Body:
      return {13, 19, QFont::Normal};
    case TextRole::Button:
      return {13, 19, QFont::Medium};
    case TextRole::LargeButton:
      return {14, 20, QFont::Medium};
    case TextRole::Strong:
      return {13, 18, QFont::DemiBold};
    case TextRole::Secondary:
      return {12, 17, QFont::Normal};
    case TextRole::Label:
      return {12, 17, QFont::Medium};
    case TextRole::SecondaryStrong:
      return {12, 17, QFont::DemiBold};
    case TextRole::Small:
      return {11, 15, QFont::Normal};
    case TextRole::Chip:
      return {11, 15, QFont::Medium};
    case TextRole::Badge:
      return {11, 15, QFont::DemiBold};
    case TextRole::StoryTitle:
      return {14, 20, QFont::DemiBold};
    case TextRole::RoomTitle:
      return {15, 20, QFont::DemiBold};
    case TextRole::PageTitle:
      return {17, 24, QFont::DemiBold};
    case TextRole::SignInTitle:
      return {22, 28, QFont::DemiBold};
    case TextRole::Code:
      return {11.5, 17, QFont::Normal};
  }
  Q_UNREACHABLE();
}

double ratioOf(TextSize size) {
  constexpr double kNormal = 13.0;
  switch (size) {
    case TextSize::Small:
      return 12 / kNormal;
    case TextSize::Normal:
      return 1.0;
    case TextSize::Large:
      return 15 / kNormal;
    case TextSize::Larger:
      return 17 / kNormal;
  }
  Q_UNREACHABLE();
}

// Whole sizes are set as pixels; 11.5 has to go by points, which QFont keeps as a fraction.
void applyPixelSize(QFont& font, double pixels) {
  const double rounded = std::round(pixels);
  const QScreen* screen = QGuiApplication::primaryScreen();
  if (std::abs(pixels - rounded) < 0.25 || !screen) {
    font.setPixelSize(static_cast<int>(rounded));
    return;
  }
  font.setPointSizeF(pixels * 72.0 / screen->logicalDotsPerInch());
}

QString familyOr(const QString& wanted, QFontDatabase::SystemFont fallback) {
  return QFontDatabase::hasFamily(wanted) ? wanted : QFontDatabase::systemFont(fallback).family();
}

}  // namespace

Typography::Typography(TextSize size)
    : size_(size),
      ratio_(ratioOf(size)),
      family_(familyOr(QStringLiteral("Inter"), QFontDatabase::GeneralFont)),
      codeFamily_(familyOr(QStringLiteral("JetBrains Mono"), QFontDatabase::FixedFont)) {}

QFont Typography::font(TextRole role) const {
  const RoleMeasure measure = measureOf(role);
  QFont font(role == TextRole::Code ? codeFamily_ : family_);
  applyPixelSize(font, measure.size * ratio_);
  font.setWeight(measure.weight);
  // Hinted advances are whole pixels and would make text wider than the layouts allow.
  font.setHintingPreference(QFont::PreferNoHinting);
  font.setStyleStrategy(QFont::PreferAntialias);
  if (role == TextRole::SignInTitle) {
    constexpr double kTighter = -0.01;  // of the size
    font.setLetterSpacing(QFont::AbsoluteSpacing, kTighter * measure.size * ratio_);
  }
  font.setKerning(role != TextRole::Code);
  return font;
}

int Typography::lineHeight(TextRole role) const { return scaled(measureOf(role).line); }

int Typography::scaled(int pixels) const { return qRound(pixels * ratio_); }

}  // namespace Parlour::Ui
