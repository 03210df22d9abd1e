// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>
#include <QLineEdit>
#include <QStringList>
#include <QWidget>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

// A box of keyword chips with a field for the next one behind them. Enter or a comma adds, a click, Space or Delete on
// a chip takes it away, Backspace in the empty field takes the last. Grows by lines. Emits what the person changes.
class KeywordField : public QWidget {
  Q_OBJECT

 public:
  explicit KeywordField(ThemeManager& themes, QWidget* parent = nullptr);

  // Where other things than keywords stand in it: what to add, and the words of taking one out ("Take out %1").
  void setPurpose(const QString& add, const QString& name, const QString& takeOut);
  void setKeywords(const QStringList& words);
  const QStringList& keywords() const { return words_; }
  QLineEdit* edit() const { return edit_; }
  QList<QAbstractButton*> chips() const { return chips_; }

 Q_SIGNALS:
  void keywordsChanged(const QStringList& words);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void addTyped();
  void remove(qsizetype index);
  void place();
  bool keyPressed(int key);

  ThemeManager& themes_;
  QStringList words_;
  QString takeOut_;
  QList<QAbstractButton*> chips_;
  QLineEdit* edit_;
};

}  // namespace Parlour::Ui
