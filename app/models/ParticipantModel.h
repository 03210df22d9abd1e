// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointer>

#include "app/core/Room.h"
#include "app/models/SyncedListModel.h"

namespace Parlour::Models {

// One line of the people list: a group title or a person.
struct ParticipantRow {
  enum class Kind { Title, Person };
  enum class Group { Managers, Presenters, Members };
  Kind kind = Kind::Person;
  Group group = Group::Members;
  QString title;
  Core::Participant person;
  bool me = false;

  bool operator==(const ParticipantRow&) const = default;
};

// The people in a room, grouped Managers, Presenters (auditoriums only), Members; sorted by presence, then name.
// Who has two roles appears once under the higher one. GUI thread.
class ParticipantModel : public SyncedListModel<ParticipantRow> {
  Q_OBJECT

 public:
  explicit ParticipantModel(QObject* parent = nullptr);

  void setRoom(Core::Room* room, const SipUri& me);
  void setFilter(const QString& words);
  // A list fetched on demand, for rooms whose roster the server does not send.
  void setFetched(const QList<Core::Participant>& people);
  int peopleCount() const;

  QVariant data(const QModelIndex& index, int role) const override;

 private:
  void takeFromRoom();
  QString identityOf(const ParticipantRow& row) const override;
  QList<ParticipantRow> wantedRows() const;
  ParticipantRow::Group groupOf(const Core::Participant& person) const;

  QPointer<Core::Room> room_;
  SipUri me_;
  QString filter_;
  QList<Core::Participant> people_;
  bool fetched_ = false;  // people_ comes from setFetched
};

}  // namespace Parlour::Models

Q_DECLARE_METATYPE(Parlour::Models::ParticipantRow)
