// SPDX-License-Identifier: Apache-2.0
#include "app/ui/wire/WireFonts.h"

namespace Parlour::Ui {

namespace {
constexpr int kWireFontPixels = 12;
constexpr int kWireStretch = 96;
}  // namespace

QFont wireRowFont(const Typography& type, bool strong) {
  QFont font = type.font(strong ? TextRole::SecondaryStrong : TextRole::Secondary);
  font.setStretch(kWireStretch);
  return font;
}

QFont wireCodeFont(const Typography& type) {
  QFont font = type.font(TextRole::Code);
  font.setPixelSize(type.scaled(kWireFontPixels));
  font.setStretch(kWireStretch);
  font.setStyleStrategy(static_cast<QFont::StyleStrategy>(QFont::PreferAntialias | QFont::PreferNoShaping));
  return font;
}

}  // namespace Parlour::Ui
