// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QListView>

#include "app/models/DigestModel.h"
#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

class DigestDelegate;

// The list of messages with their rooms: what is new, mentions, the messages of a feed. Shows a DigestModel. Return
// chooses the current row; a click and the menu are the page's. GUI thread.
class DigestList : public QListView {
  Q_OBJECT

 public:
  explicit DigestList(ThemeManager& themes, QWidget* parent = nullptr);

  static Models::DigestRow rowOf(const QModelIndex& index);
  DigestDelegate& delegate() const { return *delegate_; }
  // The keyboard needs a row to begin with.
  void ensureCurrent();

 Q_SIGNALS:
  void returnPressed(const QModelIndex& index);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  DigestDelegate* delegate_;
};

}  // namespace Parlour::Ui
