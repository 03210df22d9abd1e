// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>
#include <functional>

#include "app/core/match/WordMatcher.h"
#include "app/ui/theme/ThemeManager.h"
#include "app/ui/widgets/Paint.h"

class QListView;
class QStandardItemModel;

namespace Parlour::Ui {

class SearchField;

// One line that can be gone to.
struct QuickEntry {
  enum class Kind { Title, Room, Messages, Preferences, Action };
  Kind kind = Kind::Room;
  QString text;
  QString note;  // "Followed", a shortcut
  QString target;
  Icon icon = Icon::Door;
  int unread = 0;
  bool noteIsKey = false;
  QList<Core::WordMatcher::Range> hits = {};  // what fits the words, in the text
};

// "Go to room or person": a list that narrows while typing. What can be gone to comes from a function, so that
// the popup knows nothing of rooms. Closes itself on Esc, on choosing and when it loses the focus.
class QuickSwitch : public QDialog {
  Q_OBJECT

 public:
  using Find = std::function<QList<QuickEntry>(const QString& words)>;
  QuickSwitch(ThemeManager& themes, Find find, QWidget* parent);

  void popUp();

 Q_SIGNALS:
  void chosen(const Parlour::Ui::QuickEntry& entry, bool alsoFollow);

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void refresh();
  void move(int step);
  void choose(bool alsoFollow);

  ThemeManager& themes_;
  Find find_;
  SearchField* field_;
  QListView* list_;
  QStandardItemModel* model_;
};

}  // namespace Parlour::Ui

Q_DECLARE_METATYPE(Parlour::Ui::QuickEntry)
