// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>
#include <functional>

#include "app/ui/theme/ThemeManager.h"

class QListWidget;
class QTextEdit;

namespace Parlour::Ui {

// Proposes how the word at the cursor may go on: people after "@", emoticons after ":". Arrow keys move, Enter or Tab
// takes, Esc closes; the focus stays in the text. ":name:" written to its end becomes the emoticon by itself. Owned by
// the text it works for.
class WordCompleter : public QObject {
  Q_OBJECT

 public:
  WordCompleter(ThemeManager& themes, QTextEdit& edit);

  using ReadPeople = std::function<QStringList()>;  // display names
  void setPeople(const ReadPeople& people) { people_ = people; }
  bool isShown() const;
  QStringList proposals() const;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  struct Proposal {
    QString words;   // in the list
    QString insert;  // in the text
  };
  void refresh();
  void show(const QList<Proposal>& proposals, const QString& title);
  void hide();
  void move(int step);
  void take();
  bool handleKey(int key);
  QString wordAtCursor() const;
  void replaceWord(const QString& by);
  bool finishEmoticon(const QString& word);
  QList<Proposal> peopleLike(const QString& typed) const;
  QList<Proposal> emoticonsLike(const QString& typed) const;
  void place();

  ThemeManager& themes_;
  QTextEdit& edit_;
  QPointer<QListWidget> list_;
  ReadPeople people_;
  QList<Proposal> shown_;
  bool changing_ = false;
};

}  // namespace Parlour::Ui
