// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QWidget>

class QLabel;

namespace Parlour::Ui {

// Gives windows and parts that are drawn here the roles that assistive tools know them by; Qt only knows its own
// classes. Once for the program; a second call does nothing.
void installAccessibleRoles();

// Where a window's announcements appear in the accessible tree (Announcement.h): a notification that shows with new
// words. Qt 6.4 does not pass alerts on over AT-SPI. Child of the window, one pixel, draws nothing.
class LiveRegion : public QWidget {
  Q_OBJECT

 public:
  explicit LiveRegion(QWidget* window);
  void say(const QString& words);

 private:
  QLabel* words_;
};

}  // namespace Parlour::Ui
