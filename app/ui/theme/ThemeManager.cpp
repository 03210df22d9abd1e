// SPDX-License-Identifier: Apache-2.0
#include "app/ui/theme/ThemeManager.h"

#include <QApplication>
#include <QEvent>
#include <QScopedValueRollback>

#include "app/ui/theme/ParlourStyle.h"
#include "app/ui/theme/StyleSheet.h"
#include "app/ui/widgets/AccessibleRoles.h"
#include "app/ui/widgets/KeyboardManners.h"
#include "resources/Resources.h"

namespace Parlour::Ui {

ThemeManager::ThemeManager(QObject* parent) : QObject(parent), systemPalette_(QApplication::palette()) {
  registerResources();
  installAccessibleRoles();
  // The application owns its style; the style only reads the theme while this manager lives.
  QApplication::setStyle(new ParlourStyle(*this));
  qApp->installEventFilter(this);
  new KeyboardManners(this);
  apply();
}

ThemeManager::~ThemeManager() {
  if (qApp) {
    qApp->setStyleSheet(QString());
    QApplication::setStyle(QStringLiteral("Fusion"));
  }
}

Theme ThemeManager::chosenTheme() const {
  switch (scheme_) {
    case ColorScheme::Light:
      return Theme::light();
    case ColorScheme::Dark:
      return Theme::darkTheme();
    case ColorScheme::HighContrast:
      return Theme::fromSystem(systemPalette_);
    case ColorScheme::System:
      break;
  }
  constexpr int kMiddle = 128;
  return systemPalette_.color(QPalette::Window).lightness() < kMiddle ? Theme::darkTheme() : Theme::light();
}

void ThemeManager::setScheme(ColorScheme scheme) {
  if (scheme_ != scheme) {
    Q_EMIT themeAboutToChange();
    scheme_ = scheme;
    apply();
  }
}

void ThemeManager::setTextSize(TextSize size) {
  if (type_.size() != size) {
    Q_EMIT themeAboutToChange();
    type_ = Typography(size);
    apply();
  }
}

void ThemeManager::apply() {
  const QScopedValueRollback<bool> guard(applying_, true);
  theme_ = chosenTheme();
  ++revision_;
  QApplication::setPalette(theme_.palette());
  QApplication::setFont(type_.font(TextRole::Body));
  qApp->setStyleSheet(styleSheet(theme_, type_));
  Q_EMIT themeChanged();
}

bool ThemeManager::eventFilter(QObject* watched, QEvent* event) {
  if (watched == qApp && event->type() == QEvent::ApplicationPaletteChange && !applying_) {
    Q_EMIT themeAboutToChange();
    systemPalette_ = QApplication::palette();
    apply();
  }
  return QObject::eventFilter(watched, event);
}

}  // namespace Parlour::Ui
