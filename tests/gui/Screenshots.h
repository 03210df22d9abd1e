// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPixmap>
#include <QString>
#include <QWidget>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Gui {

// Takes windows one after the other: shows, lays out, looks and hides them. This one writes grabs as
// `<name>-<theme><scale>.png`, the scale comes from QT_SCALE_FACTOR; a test may look at something else.
class Screenshots {
 public:
  Screenshots(Ui::ThemeManager& themes, const QString& directory) : themes_(themes), directory_(directory) {}
  virtual ~Screenshots() = default;

  Ui::ThemeManager& themes() { return themes_; }
  void setTheme(bool dark);
  // Shows, lays out, looks at and hides the window.
  void save(QWidget& window, const QString& name);
  // A dialog of that size over the dimmed window it belongs to, in the neutral frame of the design pictures: the real
  // frame is the desktop's.
  void saveOver(QWidget& window, QWidget& dialog, const QSize& size, const QString& name);
  // A popup of the window where the window put it.
  void savePopup(QWidget& window, QWidget& popup, const QString& name);
  int failures() const { return failures_; }

 protected:
  virtual void look(QWidget& window, const QString& name);
  virtual void keep(const QPixmap& picture, const QString& name);

 private:
  QPixmap framed(const QPixmap& window, QWidget& dialog);

  Ui::ThemeManager& themes_;
  QString directory_;
  int failures_ = 0;
};

void shootSignIn(Screenshots& shots);
void shootComponents(Screenshots& shots);
void shootMain(Screenshots& shots);
void shootMeasures(Screenshots& shots);
void shootHighContrast(Screenshots& shots);
void shootJoin(Screenshots& shots);
void shootManage(Screenshots& shots);
void shootPreferences(Screenshots& shots);
void shootFeeds(Screenshots& shots);
void shootWire(Screenshots& shots);

}  // namespace Parlour::Gui
