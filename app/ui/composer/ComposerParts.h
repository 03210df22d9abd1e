// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/ui/text/RichSpan.h"
#include "app/ui/theme/Icons.h"
#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

class Button;
class IconButton;
class LinkButton;

// The 34 px of tools above the text.
class ComposerToolbar : public QWidget {
  Q_OBJECT

 public:
  explicit ComposerToolbar(ThemeManager& themes, QWidget* parent = nullptr);

  void setStory(bool story);
  void setAlert(bool alert);
  void setMarks(Parlour::Ui::TextMarks marks);  // at the cursor
  IconButton* attachButton() const { return attach_; }
  IconButton* emoticonButton() const { return emoticon_; }

 Q_SIGNALS:
  void markRequested(Parlour::Ui::TextMark mark);
  void listRequested();
  void linkRequested();
  void attachRequested();
  void emoticonsRequested();
  void alertToggled();
  void storyToggled();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  IconButton* addTool(Icon icon, const QString& words, const QString& keys);
  void addSeparator();

  ThemeManager& themes_;
  QList<QWidget*> separators_;
  QList<std::pair<TextMark, IconButton*>> markTools_;
  IconButton* attach_ = nullptr;
  IconButton* emoticon_ = nullptr;
  IconButton* alert_ = nullptr;
  Button* story_;
};

// What the foot has to say.
struct FootState {
  int used = 0;
  int limit = 0;
  bool story = false;
  bool alert = false;
  bool canSend = false;
};

// The 36 px below the text: hint or complaint at the left, counter and Send at the right.
class ComposerFoot : public QWidget {
  Q_OBJECT

 public:
  explicit ComposerFoot(ThemeManager& themes, QWidget* parent = nullptr);
  void setState(const FootState& state);

 Q_SIGNALS:
  void sendRequested();
  void storyRequested();
  void previewRequested();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString hint() const;
  void announceUse(const FootState& before);

  ThemeManager& themes_;
  LinkButton* asStory_;
  Button* preview_;
  Button* send_;
  FootState state_;
};

}  // namespace Parlour::Ui
