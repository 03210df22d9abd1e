// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QListView>
#include <QWidget>

#include "app/core/Types.h"
#include "app/ui/theme/ThemeManager.h"

class QLineEdit;

namespace Parlour::Ui {

class Button;
class IconButton;
class LinkButton;
class ParticipantDelegate;

// What the pane tells about a room besides its people; what is not known is left out.
struct RoomFacts {
  Core::RoomSummary room;
  std::optional<bool> invitations;  // whether people added to it are invited
  QStringList managers;
  bool mayManage = false;
  int requests = 0;  // to join, that wait for the person's answer
};

// The right pane: what the room is, and who is in it. The people list filters while typing.
class RoomPane : public QWidget {
  Q_OBJECT

 public:
  explicit RoomPane(ThemeManager& themes, QWidget* parent = nullptr);

  void setRoom(const RoomFacts& facts);
  // "11 here of 48"; when nothing is coming in, `stale` and "not updating".
  void setPeopleText(const QString& text, bool stale);
  QListView* people() const { return people_; }
  IconButton* closeButton() const { return close_; }
  IconButton* inviteButton() const { return invite_; }
  Button* manageButton() const { return manage_; }
  LinkButton* requestsButton() const { return requests_; }  // "2 people ask to join"; hidden while nobody does

 Q_SIGNALS:
  void filterChanged(const QString& words);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Detail {
    QString label;
    QString value;
  };
  int detailsHeight() const;
  int deedsHeight() const;
  int detailsBottom() const;
  void arrange();
  void showFilter(bool show);

  ThemeManager& themes_;
  IconButton* close_;
  IconButton* find_;
  IconButton* invite_;
  Button* manage_;
  LinkButton* requests_;
  QLineEdit* filter_;
  QListView* people_;
  ParticipantDelegate* delegate_;
  QList<Detail> details_;
  QString peopleText_;
};

}  // namespace Parlour::Ui
