// SPDX-License-Identifier: Apache-2.0
#include "app/platform/notify/TrayIcon.h"

namespace Parlour::Platform {

TrayIcon::TrayIcon(Draw draw, QObject* parent) : QObject(parent), draw_(std::move(draw)) {
  menu_.addAction(tr("&Open Parlour"), this, &TrayIcon::openRequested);
  menu_.addSeparator();
  menu_.addAction(tr("&Quit"), this, &TrayIcon::quitRequested);
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::setWanted(bool wanted) {
  wanted_ = wanted;
  refresh();
}

bool TrayIcon::isShown() const { return icon_ && icon_->isVisible() && QSystemTrayIcon::isSystemTrayAvailable(); }

void TrayIcon::setCount(int count) {
  count_ = count;
  refresh();
}

void TrayIcon::refresh() {
  if (!wanted_ || !QSystemTrayIcon::isSystemTrayAvailable()) {
    icon_.reset();
    return;
  }
  const bool fresh = !icon_;
  if (fresh) {
    icon_ = std::make_unique<QSystemTrayIcon>();
    icon_->setContextMenu(&menu_);
    connect(icon_.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
      if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick) Q_EMIT openRequested();
    });
  }
  icon_->setIcon(draw_(count_ > 0));
  icon_->setToolTip(count_ == 0 ? tr("Parlour") : tr("Parlour, %1 for you").arg(count_));
  if (fresh) icon_->show();
}

}  // namespace Parlour::Platform
