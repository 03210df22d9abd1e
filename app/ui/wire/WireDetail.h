// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/models/wire/WireModel.h"
#include "app/ui/theme/ThemeManager.h"

class QListWidget;
class QStackedWidget;

namespace Parlour::Ui {

class Chip;
class CodeBox;
class CodeView;
class IconButton;
class Label;
class FlatTabs;

// The pane beside the ladder: one message with its headers and formatted body, its bytes, and the other messages of
// its dialog. Shows what it is given; the model (not owned) serves the dialog tab.
class WireDetail : public QWidget {
  Q_OBJECT

 public:
  WireDetail(ThemeManager& themes, const Models::WireModel& model, QWidget* parent = nullptr);

  void showRow(const Models::WireRow& row);
  void showNothing();
  // "19 of 28"; the arrows are off at the ends.
  void setPosition(int position, int count);

 Q_SIGNALS:
  void previousRequested();
  void nextRequested();
  void rowRequested(quint64 number);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* makeHead();
  QWidget* makeTabRow();
  QWidget* makeMessagePage();
  QWidget* makeRawPage();
  QWidget* makeDialogPage();
  void fillMessage();
  void fillPage(int tab);
  void fillDialog();
  void applyDialogColors();
  void fitHeaders();
  void showWhole();

  ThemeManager& themes_;
  const Models::WireModel& model_;
  Models::WireRow row_;
  Label* title_ = nullptr;
  Label* summary_ = nullptr;
  Chip* kind_ = nullptr;
  Chip* status_ = nullptr;
  FlatTabs* tabs_ = nullptr;
  IconButton* previous_ = nullptr;
  IconButton* next_ = nullptr;
  Label* position_ = nullptr;
  QStackedWidget* pages_ = nullptr;
  QWidget* messagePage_ = nullptr;
  CodeView* headers_ = nullptr;
  Label* bodyKind_ = nullptr;
  QWidget* bodyHead_ = nullptr;
  CodeBox* body_ = nullptr;
  CodeBox* raw_ = nullptr;
  QListWidget* dialog_ = nullptr;
  Label* dialogHead_ = nullptr;
};

}  // namespace Parlour::Ui
