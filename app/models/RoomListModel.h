// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSet>

#include "app/core/Client.h"
#include "app/models/RoomFolders.h"
#include "app/models/SyncedListModel.h"

namespace Parlour::Models {

enum class RoomSection { Followed, Open, Invitations, Requests, Feeds };

// A feed as the sidebar shows it.
struct FeedLine {
  QString id;
  QString name;
  int unread = 0;
  bool quiet = false;  // no banners
  bool aboutMe = false;
};

// One line of the sidebar: a section title, a room, an invitation, the requests to join a room that the user manages,
// or the sentence of an empty section.
struct RoomListRow {
  enum class Kind { Section, Room, Invitation, Request, Feed, Hint, Folder };
  Kind kind = Kind::Section;
  RoomSection section = RoomSection::Followed;
  QString text;            // title, name or sentence
  QString detail;          // requests: who asks
  Core::RoomSummary room;  // all but sections
  bool collapsed = false;  // sections
  int count = 0;           // sections of invitations and requests: how many
  int unread = 0;
  int mentions = 0;
  bool alert = false;
  bool muted = false;
  bool draft = false;
  Core::JoinState joinState = Core::JoinState::NotJoined;
  Core::RoomEnding ending = Core::RoomEnding::None;
  quint64 invitation = 0;
  QString feed;          // its id
  QString folder;        // its id; of rooms the one they are in
  bool aboutMe = false;  // feeds

  bool operator==(const RoomListRow&) const = default;
};

// The sidebar: Followed, Open (rooms that are open but not followed), Invitations, Requests to join, with their titles.
// A hidden section has no rows. GUI thread; the client must outlive it.
class RoomListModel : public SyncedListModel<RoomListRow> {
  Q_OBJECT

 public:
  explicit RoomListModel(Core::Client& client, QObject* parent = nullptr);

  int rowOf(const RoomUri& uri) const;  // -1 when not shown
  void setCollapsed(RoomSection section, bool collapsed);
  void setDraft(const RoomUri& uri, bool draft);
  void setMuted(const QSet<RoomUri>& rooms);  // all that are
  void setFeeds(const QList<FeedLine>& feeds);
  int rowOfFeed(const QString& id) const;       // -1 when not shown
  void setFolders(const RoomFolders* folders);  // outlive this; null: none
  int rowOfFolder(const QString& id) const;     // -1 when not shown
  // The nearest room above (-1) or below (+1) of `from`; with onlyUnread the nearest unread one. Empty: none.
  RoomUri neighbour(const RoomUri& from, int direction, bool onlyUnread) const;
  RoomUri nthFollowed(int n) const;  // from 1

  QStringList mimeTypes() const override;
  QMimeData* mimeData(const QModelIndexList& indexes) const override;  // the identity of one room or folder
  Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
  bool canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                       const QModelIndex& parent) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;

 private:
  QString identityOf(const RoomListRow& row) const override;
  void rebuild() { syncTo(wantedRows()); }
  void watch(Core::Room* room);
  QList<RoomListRow> wantedRows() const;
  void addRooms(QList<RoomListRow>& rows, RoomSection section) const;
  void addFolders(QList<RoomListRow>& rows, const QList<RoomListRow>& rooms) const;
  void addInvitations(QList<RoomListRow>& rows) const;
  void addRequests(QList<RoomListRow>& rows) const;
  void addFeeds(QList<RoomListRow>& rows) const;
  RoomListRow roomRow(const Core::Room& room, RoomSection section) const;
  QString accessibleText(const RoomListRow& row) const;
  static QString conditionText(const RoomListRow& row);  // why the room cannot be used; empty when it can

  Core::Client& client_;
  QSet<RoomSection> collapsed_;
  QSet<RoomUri> drafts_;
  QSet<RoomUri> muted_;
  QList<FeedLine> feeds_;
  const RoomFolders* folders_ = nullptr;
};

}  // namespace Parlour::Models

Q_DECLARE_METATYPE(Parlour::Models::RoomListRow)
