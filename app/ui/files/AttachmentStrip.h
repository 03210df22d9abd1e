// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QWidget>

#include "app/ui/theme/ThemeManager.h"

namespace Parlour::Ui {

// A file that goes with the next message.
struct Attachment {
  QString path;
  QString name;
  qint64 size = 0;
  bool temporary = false;  // made of a pasted picture; goes when it is not needed any more

  bool operator==(const Attachment&) const = default;
};

// The files that wait for Send, as cards above the text: name, size, and an X each. As high as its cards, hidden
// without any. GUI thread.
class AttachmentStrip : public QWidget {
  Q_OBJECT

 public:
  static constexpr int kMost = 12;

  explicit AttachmentStrip(ThemeManager& themes, QWidget* parent = nullptr);

  void setAttachments(const QList<Attachment>& attachments);
  const QList<Attachment>& attachments() const { return attachments_; }
  // Leaves out what is there already; false when some found no place.
  bool add(const QList<Attachment>& more);
  int heightFor(int width) const;

 Q_SIGNALS:
  void changed();
  void removed(const Parlour::Ui::Attachment& attachment);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  class Card;
  void rebuild();
  void arrange();
  int columns(int width) const;

  ThemeManager& themes_;
  QList<Attachment> attachments_;
  QList<Card*> cards_;
};

}  // namespace Parlour::Ui
