// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollArea>
#include <QWidget>

#include "app/core/Types.h"
#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

class Button;

// The messages around the chosen hit, with the hit tinted, and what can be done with it.
class ContextPane : public QWidget {
  Q_OBJECT

 public:
  explicit ContextPane(ThemeManager& themes, QWidget* parent = nullptr);

  void clear();
  void setHit(const QString& roomName, const Core::Message& hit, const QList<Core::Message>& around,
              const QStringList& words);
  Button* jumpButton() const { return jump_; }
  Button* copyButton() const { return copy_; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  class Messages;

  ThemeManager& themes_;
  QScrollArea* scroll_;
  Messages* messages_;
  Button* jump_;
  Button* copy_;
  QString roomName_;
  QString when_;
};

}  // namespace Parlour::Ui
