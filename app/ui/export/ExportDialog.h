// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QDialog>

#include "app/core/export/HistoryExport.h"
#include "app/ui/theme/ThemeManager.h"

class QComboBox;
class QDateEdit;
class QLineEdit;

namespace Parlour::Ui {

class Button;
class FieldBox;
class Label;
class SegmentedControl;

// Which part of a history is written. The days are the person's own, with both ends.
enum class ExportSpan { Everything, Today, Week, Month, Days };
struct ExportRange {
  Timestamp from;  // empty: open
  Timestamp to;
};
ExportRange exportRange(ExportSpan span, const QDate& first, const QDate& last, const QDate& today);

// Asks which part of a room's history goes into which file, and shows how far the work is. 480 px wide, window-modal.
// Stays open until it is told how the work ended; Cancel then stops the work, and else closes.
class ExportDialog : public QDialog {
  Q_OBJECT

 public:
  ExportDialog(ThemeManager& themes, const RoomUri& room, const QString& roomName, const QString& folder,
               QWidget* parent);

  void showProgress(int messages, Timestamp reachedBack);
  void showProblem(const QString& words);  // back to the choices
  QString problem() const;
  bool isWorking() const { return working_; }

  QComboBox* span() const { return span_; }
  QDateEdit* firstDay() const { return first_; }
  QDateEdit* lastDay() const { return last_; }
  SegmentedControl* format() const { return format_; }
  QLineEdit* place() const { return place_; }
  Button* exportButton() const { return export_; }
  Button* cancelButton() const { return cancel_; }
  Label* progress() const { return progress_; }

 Q_SIGNALS:
  void exportRequested(const Parlour::Core::HistoryOrder& order);
  void stopRequested();

 public Q_SLOTS:
  void reject() override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void build(const QString& roomName);
  QWidget* buildFoot();
  void choosePlace();
  void formatChosen();
  void begin();
  void setWorking(bool working);
  void fitHeight();

  ThemeManager& themes_;
  RoomUri room_;
  QComboBox* span_;
  QDateEdit* first_;
  QDateEdit* last_;
  QWidget* days_;
  SegmentedControl* format_;
  QLineEdit* place_;
  Button* choose_;
  FieldBox* placeBox_;
  Label* progress_;
  Button* cancel_;
  Button* export_;
  QString mayReplace_;  // an existing file that the person wants replaced
  bool working_ = false;
};

}  // namespace Parlour::Ui
