// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>
#include <QListView>
#include <QTimer>
#include <functional>

#include "app/models/PrincipalListModel.h"
#include "app/ui/manage/PrincipalDelegate.h"
#include "protocol/support/Result.h"

namespace Parlour::Ui {

class Button;
class Label;
class ProblemLine;

// A field that finds people and groups while typing, and what it found below. Up and Down move in the results, Enter
// adds the current one, Esc closes them. Asks 400 ms after typing stops, once two letters are there; a later question
// makes the answer of an earlier one count for nothing.
class PeoplePicker : public QWidget {
  Q_OBJECT

 public:
  using Answer = std::function<void(const Result<QList<Core::Principal>>&)>;
  // Called with the words; answers later or at once.
  using Find = std::function<void(const QString& words, const Answer& answer)>;

  PeoplePicker(ThemeManager& themes, Find find, QWidget* parent = nullptr);

  QLineEdit* field() const { return field_; }
  QListView* results() const { return list_; }
  Button* addButton() const { return add_; }
  void setPresence(const PresenceOf& presence) { delegate_->setPresence(presence); }
  void reset();  // empty field, no results
  void setPlaceholder(const QString& words);

  bool eventFilter(QObject* watched, QEvent* event) override;

 Q_SIGNALS:
  void chosen(const Parlour::Core::Principal& principal);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  class Results;
  void build();
  void search();
  void show(const QString& words, const Result<QList<Core::Principal>>& found);
  void closeResults();
  void choose(const QModelIndex& index);
  bool moveOrChoose(int key);

  ThemeManager& themes_;
  Find find_;
  QLineEdit* field_;
  Button* add_;
  Results* box_;
  QListView* list_;
  Label* nobody_;
  ProblemLine* problem_;
  FoundPrincipalDelegate* delegate_;
  Models::PrincipalListModel found_;
  QTimer pause_;
  quint64 generation_ = 0;
};

}  // namespace Parlour::Ui
