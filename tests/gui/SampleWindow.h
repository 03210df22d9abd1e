// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStandardItemModel>

#include "app/ui/composer/Composer.h"
#include "app/ui/mainwindow/MainWindow.h"
#include "tests/gui/SampleData.h"

namespace Parlour::Gui {

// The real main window over models with the sample organisation: what the design pictures show of it.
class SampleWindow {
 public:
  explicit SampleWindow(Ui::ThemeManager& themes, SampleTalk talk = SampleTalk::Morning);
  ~SampleWindow();

  Ui::MainWindow& window() { return *window_; }
  // Picture 01: a draft with the cursor in it, the pointer over a room and over a grouped row, read up to the middle.
  void arrange();
  void writeDraft();
  // Three messages arrive.
  void moreArrive();
  void pointAtRoom(const QString& name);
  void pointAtRow(int row);
  void collapseInvitations();
  void leaveAllRooms();  // nothing followed, as at the first start
  void addRequests() { fillRequests(rooms_); }
  void endFirstRoom();
  void showFacts(bool mayManage, int requests = 0);

 private:
  QStandardItemModel rooms_;
  QStandardItemModel people_;
  QStandardItemModel timeline_;
  std::unique_ptr<Ui::MainWindow> window_;
};

// Words between two "**" are bold.
void setSampleWords(Ui::Draft& draft, const QString& words);

}  // namespace Parlour::Gui
