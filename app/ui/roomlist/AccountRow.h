// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

#include "app/ui/theme/ThemeManager.h"
#include "app/ui/widgets/Avatar.h"

namespace Parlour::Ui {

class IconButton;

// The first 56 px of the sidebar: who is signed in, how, and the menu of every command. Pressing the row
// opens the presence menu.
class AccountRow : public QAbstractButton {
  Q_OBJECT

 public:
  explicit AccountRow(ThemeManager& themes, QWidget* parent = nullptr);

  void setPerson(const QString& name, const QByteArray& address);
  // "Available" and "Connected"; a troubled state is one amber line.
  void setState(PresenceShape presence, const QString& presenceWord, const QString& connection, bool troubled);
  IconButton* menuButton() const { return menu_; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void updateAccessibleName();

  ThemeManager& themes_;
  IconButton* menu_;
  QString name_;
  QByteArray address_;
  PresenceShape presence_ = PresenceShape::Offline;
  QString presenceWord_;
  QString connection_;
  bool troubled_ = false;
};

}  // namespace Parlour::Ui
