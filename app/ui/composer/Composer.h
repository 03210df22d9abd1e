// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QUrl>
#include <QWidget>

#include "app/ui/files/AttachmentStrip.h"
#include "app/ui/theme/ThemeManager.h"

class QLineEdit;

namespace Parlour::Ui {

class Button;
class ComposerEdit;
class ComposerFoot;
class ComposerToolbar;
class IconButton;

// What is to be posted.
struct Draft {
  QString text;
  QByteArray rtf;  // the text with its formats; empty when it has none
  QString storyTitle;
  bool story = false;
  bool alert = false;
  QList<Attachment> attachments;  // go after the text, each as a message of its own

  bool isEmpty() const { return text.isEmpty() && storyTitle.isEmpty() && attachments.isEmpty(); }
};

// Where messages and stories are written: toolbar, growing text, foot with counter and Send. Knows the limits,
// not the room; lengths are counted in bytes as the server counts them. In rooms where the user may not post
// one line says why instead.
class Composer : public QWidget {
  Q_OBJECT

 public:
  explicit Composer(ThemeManager& themes, QWidget* parent = nullptr);

  void setRoomName(const QString& name);
  void setLimits(int messageBytes, int storyBytes);
  // An empty reason shows the composer again.
  void setReadOnly(const QString& reason);
  // Why no files can be posted here; an empty reason allows them.
  void setFilesRefused(const QString& reason);
  AttachmentStrip* attachments() const { return attachments_; }
  Draft draft() const;
  void setDraft(const Draft& draft);
  void clear();
  ComposerEdit* edit() const { return edit_; }
  ComposerToolbar* toolbar() const { return toolbar_; }
  int usedBytes() const;

 public Q_SLOTS:
  void setStory(bool story);
  void setAlert(bool alert);
  void toggleAlert() { setAlert(!alert_); }
  void toggleStory() { setStory(!story_); }
  void insertEmoticon(const QString& typed);
  void trySend();

 Q_SIGNALS:
  void sendRequested(const Parlour::Ui::Draft& draft);
  void draftChanged();
  void emoticonsRequested(const QPoint& globalPosition);
  void attachRequested();
  void previewRequested();
  void filesOffered(const QList<QUrl>& files);
  void pictureOffered(const QImage& picture);

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void build();
  void connectParts();
  void refresh();
  int limit() const;
  bool isTooLong() const { return usedBytes() > limit(); }

  ThemeManager& themes_;
  QWidget* storyRow_;
  QLineEdit* title_;
  IconButton* closeStory_;
  ComposerToolbar* toolbar_;
  AttachmentStrip* attachments_;
  ComposerEdit* edit_;
  ComposerFoot* foot_;
  QString readOnly_;
  QString roomName_;
  int messageBytes_ = 8000;
  int storyBytes_ = 40000;
  bool story_ = false;
  bool alert_ = false;
};

}  // namespace Parlour::Ui
