// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/ui/preferences/PreferencesActions.h"
#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

// How much of the allowed space the message cache takes, by what takes it, with the figures in words.
class CacheBar : public QWidget {
  Q_OBJECT

 public:
  explicit CacheBar(ThemeManager& themes, QWidget* parent = nullptr);

  void setUsage(const CacheUsage& usage, int allowedMegabytes);
  QSize sizeHint() const override;
  QString usedText() const;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  struct Part {
    QString name;
    qint64 bytes;
    ColorToken color;
  };
  QList<Part> parts() const;
  QString roomsText() const;
  void paintBar(QPainter& painter, const QRect& box) const;
  void paintLegend(QPainter& painter, const QRect& row) const;

  ThemeManager& themes_;
  CacheUsage usage_;
  int allowedMegabytes_ = 0;
};

}  // namespace Parlour::Ui
