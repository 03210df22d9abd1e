// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/Screenshots.h"

#include <QApplication>
#include <QPixmap>
#include <QTextStream>

namespace Parlour::Gui {

void Screenshots::setTheme(bool dark) { themes_.setScheme(dark ? Ui::ColorScheme::Dark : Ui::ColorScheme::Light); }

bool Screenshots::save(QWidget& window, const QString& name) {
  window.show();
  QApplication::processEvents();
  const QPixmap picture = window.grab();
  const QString theme = themes_.theme().dark ? QStringLiteral("dark") : QStringLiteral("light");
  const QString scale = picture.devicePixelRatio() > 1 ? QStringLiteral("@2x") : QString();
  const QString file = QStringLiteral("%1/%2-%3%4.png").arg(directory_, name, theme, scale);
  window.hide();
  if (!picture.save(file)) {
    QTextStream(stderr) << "cannot write " << file << '\n';
    return false;
  }
  return true;
}

}  // namespace Parlour::Gui
