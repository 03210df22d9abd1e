// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

class Label;

// A red line with a warning sign for what is wrong with a field or list; hidden while nothing is.
class ProblemLine : public QWidget {
  Q_OBJECT

 public:
  explicit ProblemLine(ThemeManager& themes, QWidget* parent = nullptr);

  void setText(const QString& text);
  QString text() const;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  ThemeManager& themes_;
  Label* words_;
};

// A caption, its field and what is wrong with it, one below the other. The caption's mnemonic leads to the field,
// which takes the caption as its accessible name.
class FieldBox : public QWidget {
  Q_OBJECT

 public:
  FieldBox(ThemeManager& themes, const QString& caption, QWidget* field, QWidget* parent = nullptr);

  // Used and allowed length at the right of the caption; red when over.
  void setCounter(qsizetype used, qsizetype allowed);
  void hideCounter();
  void setProblem(const QString& text);
  QString problem() const { return problem_->text(); }
  QString counter() const;

 private:
  QWidget* field_;
  Label* counter_;
  ProblemLine* problem_;
};

}  // namespace Parlour::Ui
