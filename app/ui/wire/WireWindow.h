// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/models/wire/WireFilterModel.h"
#include "app/ui/theme/ThemeManager.h"

class QSplitter;

namespace Parlour::Ui {

class KindBox;
class Label;
class LadderHeader;
class LadderView;
class LiveSwitch;
class ToastStack;
class WireDetail;
class WireFilterField;
class WireStatusStrip;

// The Wire view: the messages between client, front end and chat service as a ladder, and one of them in detail. A
// window of its own, not modal; the model is not owned and may serve one window only. Saves and copies only what
// the trace holds, which is masked.
class WireWindow : public QWidget {
  Q_OBJECT

 public:
  WireWindow(ThemeManager& themes, Models::WireModel& model, QWidget* parent = nullptr);

  // "fe01:5061 · TLS" as the connection knows it; the address from the messages is shown otherwise.
  void setServerName(const QString& name);
  // Shows a trace that was saved as JSON; the file's name stands in the title. Tells when it cannot be read.
  bool openTrace(const QString& path);
  // Writes the shown rows, as JSON when the name ends so, else as text.
  bool saveTrace(const QString& path);
  void selectMessage(quint64 number);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QWidget* makeToolbar();
  QWidget* makeKindRow();
  QWidget* makeLadder();
  void connectModel();
  void connectSelection();
  void addShortcuts();
  void showCurrent();
  void showFacts();
  void moveBy(int step);
  void chooseLive(bool live);
  void copySelected();
  void copyShown();
  void askWhereToSave();
  void askWhatToOpen();

  ThemeManager& themes_;
  Models::WireModel& model_;
  Models::WireFilterModel* filter_;
  QString serverName_;
  QString fileName_;
  Label* account_ = nullptr;
  WireFilterField* field_ = nullptr;
  LiveSwitch* live_ = nullptr;
  LadderHeader* header_ = nullptr;
  LadderView* ladder_ = nullptr;
  WireDetail* detail_ = nullptr;
  WireStatusStrip* strip_ = nullptr;
  ToastStack* toasts_ = nullptr;
};

}  // namespace Parlour::Ui
