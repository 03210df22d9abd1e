// SPDX-License-Identifier: Apache-2.0
#include "app/program/DesktopAttention.h"

#include <QApplication>
#include <QCloseEvent>
#include <QPainter>

#include "app/ui/notify/AttentionController.h"
#include "app/ui/theme/Icons.h"
#include "app/ui/widgets/Paint.h"

namespace Parlour::Program {

DesktopAttention::DesktopAttention(const Clock& clock, Core::Preferences& preferences, Ui::ThemeManager& themes)
    : clock_(clock),
      preferences_(preferences),
      themes_(themes),
      notifier_(QDBusConnection::sessionBus()),
      launcher_(QDBusConnection::sessionBus(), QStringLiteral("parlour.desktop")),
      tray_([this](bool attention) { return trayIcon(attention); }) {
  connect(&preferences, &Core::Preferences::changed, this, &DesktopAttention::applyPreferences);
  connect(&tray_, &Platform::TrayIcon::openRequested, this, &DesktopAttention::showWindow);
  connect(&tray_, &Platform::TrayIcon::quitRequested, this, [this] {
    quitting_ = true;
    Q_EMIT quitRequested();
  });
}

DesktopAttention::~DesktopAttention() { launcher_.set(0); }

void DesktopAttention::bind(Ui::MainController& main) {
  window_ = &main.window();
  window_->installEventFilter(this);
  main.attachDesktop({&notifier_, &scheduler_, &clock_});
  Core::NotificationCenter& center = *main.attention().center();
  connect(&center, &Core::NotificationCenter::taskbarCountChanged, this, &DesktopAttention::showCount);
  connect(&center, &Core::NotificationCenter::attentionWanted, this, [this] {
    if (window_) QApplication::alert(window_);
  });
  connect(&main, &Ui::MainController::windowWanted, this, &DesktopAttention::showWindow);
  connect(&main, &Ui::MainController::quitRequested, this, [this] { quitting_ = true; });
  showCount(center.taskbarCount());
  applyPreferences();
}

void DesktopAttention::showWindow() {
  if (!window_) return;
  window_->setWindowState(window_->windowState() & ~Qt::WindowMinimized);
  window_->show();
  window_->raise();
  window_->activateWindow();
}

void DesktopAttention::applyPreferences() { tray_.setWanted(preferences_.general().keepInTray); }

void DesktopAttention::showCount(int count) {
  launcher_.set(count, count > 0);
  tray_.setCount(count);
}

QIcon DesktopAttention::trayIcon(bool attention) const {
  constexpr int kTraySize = 64;
  QPixmap pixmap(kTraySize, kTraySize);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  const Ui::Theme& theme = themes_.theme();
  Ui::paintBox(painter, pixmap.rect(), kTraySize * 10.0 / 44.0, theme.fill);
  painter.drawPixmap(8, 8, Ui::iconPixmap(Ui::Icon::Mark, 48, theme.onFill, 1.0));
  if (attention) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.badge);
    painter.drawEllipse(38, 38, 26, 26);
  }
  painter.end();
  return QIcon(pixmap);
}

bool DesktopAttention::eventFilter(QObject* watched, QEvent* event) {
  const bool closes = watched == window_ && event->type() == QEvent::Close;
  if (!closes || quitting_ || qApp->isSavingSession() || !tray_.isShown()) {
    return QObject::eventFilter(watched, event);
  }
  event->ignore();
  window_->hide();
  return true;
}

}  // namespace Parlour::Program
