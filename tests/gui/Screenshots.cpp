// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/Screenshots.h"

#include <QApplication>
#include <QPainter>
#include <QTextStream>

#include "app/ui/theme/Metrics.h"
#include "app/ui/widgets/Paint.h"
#include "app/ui/widgets/Scrim.h"

namespace Parlour::Gui {

namespace {

constexpr int kTitleStrip = 38;  // with its line

QPoint centreOf(const QSize& area, const QSize& size) {
  return {(area.width() - size.width()) / 2, (area.height() - size.height()) / 2};
}

}  // namespace

void Screenshots::setTheme(bool dark) { themes_.setScheme(dark ? Ui::ColorScheme::Dark : Ui::ColorScheme::Light); }

void Screenshots::save(QWidget& window, const QString& name) {
  window.show();
  QApplication::processEvents();
  look(window, name);
  window.hide();
}

void Screenshots::look(QWidget& window, const QString& name) { keep(window.grab(), name); }

void Screenshots::keep(const QPixmap& picture, const QString& name) {
  QString theme = themes_.theme().dark ? QStringLiteral("dark") : QStringLiteral("light");
  if (themes_.theme().highContrast) theme.prepend(QStringLiteral("contrast-"));
  const QString scale = picture.devicePixelRatio() > 1 ? QStringLiteral("@2x") : QString();
  const QString file = QStringLiteral("%1/%2-%3%4.png").arg(directory_, name, theme, scale);
  if (!picture.save(file)) {
    QTextStream(stderr) << "cannot write " << file << '\n';
    ++failures_;
  }
}

void Screenshots::saveOver(QWidget& window, QWidget& dialog, const QSize& size, const QString& name) {
  window.show();
  const double ratio = qMax(1.0, themes_.type().ratio());
  dialog.resize(QSize(qRound(size.width() * ratio), qRound(size.height() * ratio)));
  dialog.show();
  QApplication::processEvents();
  Ui::Scrim scrim(themes_, &window);
  const QPixmap behind = window.grab();
  scrim.hide();
  look(dialog, name + QStringLiteral("-alone"));
  keep(framed(behind, dialog), name);
  dialog.hide();
  window.hide();
}

// The strip with the title that the design pictures draw in the place of the desktop's.
QPixmap Screenshots::framed(const QPixmap& window, QWidget& dialog) {
  const Ui::Theme& theme = themes_.theme();
  const Ui::Typography& type = themes_.type();
  const qreal ratio = window.devicePixelRatio();
  const QSize outer = dialog.size() + QSize(2, 2 + kTitleStrip);
  QPixmap card(outer * ratio);
  card.setDevicePixelRatio(ratio);
  card.fill(theme.raised);
  {
    QPainter painter(&card);
    painter.fillRect(QRect(0, 0, outer.width(), kTitleStrip), theme.side);
    painter.fillRect(QRect(0, kTitleStrip, outer.width(), 1), theme.line);
    Ui::paintTextLine(painter, QRect(17, 1, outer.width() - 60, kTitleStrip - 1),
                      {dialog.windowTitle(), Ui::TextRole::Strong, theme.text}, type);
    Ui::paintIcon(painter, Ui::Icon::Close, QRect(outer.width() - 28, 1, 16, kTitleStrip - 1), 16, theme.text2);
    painter.drawPixmap(QPoint(1, 1 + kTitleStrip), dialog.grab());
  }
  QPixmap picture = window;
  QPainter painter(&picture);
  painter.setRenderHint(QPainter::Antialiasing);
  const QPoint corner = centreOf(picture.deviceIndependentSize().toSize(), outer);
  painter.translate(corner);
  painter.setBrush(QBrush(card.toImage()));
  painter.setPen(Qt::NoPen);
  painter.drawRoundedRect(QRect(QPoint(0, 0), outer), Ui::Metrics::kRadiusCard, Ui::Metrics::kRadiusCard);
  Ui::paintBox(painter, QRect(QPoint(0, 0), outer), Ui::Metrics::kRadiusCard, {}, theme.controlSoft);
  return picture;
}

void Screenshots::savePopup(QWidget& window, QWidget& popup, const QString& name) {
  window.show();
  popup.show();
  QApplication::processEvents();
  QPixmap picture = window.grab();
  QPainter(&picture).drawPixmap(window.mapFromGlobal(popup.pos()), popup.grab());
  look(popup, name + QStringLiteral("-alone"));
  keep(picture, name);
  popup.hide();
  window.hide();
}

}  // namespace Parlour::Gui
