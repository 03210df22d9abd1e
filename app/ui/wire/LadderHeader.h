// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

// The heads of the lifelines and columns over the ladder; as wide as the list below.
class LadderHeader : public QWidget {
  Q_OBJECT

 public:
  explicit LadderHeader(ThemeManager& themes, QWidget* parent = nullptr);

  // The quieter lines: client's address, "fe01:5061 · TLS", "pchat01 · via Front End".
  void setPlaces(const QString& client, const QString& frontEnd, const QString& chat);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void applyHeight();

  ThemeManager& themes_;
  QString client_;
  QString frontEnd_;
  QString chat_;
};

}  // namespace Parlour::Ui
