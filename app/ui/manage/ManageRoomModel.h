// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <optional>

#include "app/core/rooms/RoomAdminTypes.h"
#include "app/models/PrincipalListModel.h"

namespace Parlour::Ui {

enum class RoomField {
  Name,
  Description,
  Topic,
  Category,
  Privacy,
  Kind,
  Invitations,
  Files,
  Members,
  Managers,
  Presenters,
  AddIn
};

// What the form holds at this moment.
struct RoomValues {
  QString name;
  QString description;
  QString topic;
  QByteArray category;
  Core::Privacy privacy = Core::Privacy::Closed;
  Core::RoomKind kind = Core::RoomKind::Normal;
  bool invitations = true;  // as the category has it; false: none
  QByteArray addIn;         // id; empty: none
  bool operator==(const RoomValues&) const = default;
};

// Whether a field may be changed, and why not.
struct FieldRule {
  bool enabled = true;
  QString reason;
};

// What is wrong, in words, and at which field; nothing: the whole. Conflict: somebody else saved meanwhile.
struct RoomProblem {
  std::optional<RoomField> field;
  QString text;
  bool conflict = false;
};

// A room being changed or made: the saved state, the edits on it, which of them are allowed, and the difference as the
// RoomEdit to send. Without widgets; GUI thread. Limits of names: xccos 11.2, product.md 1.5.
class ManageRoomModel : public QObject {
  Q_OBJECT

 public:
  static constexpr int kLongestName = 256;
  static constexpr int kLongestDescription = 256;
  using Categories = QList<Core::CategoryChoice>;

  // A new room: `me` stands in the lists of members and managers from the start.
  ManageRoomModel(const Core::Principal& me, const Categories& categories, QObject* parent = nullptr);
  // A room that exists; the categories are those in which `me` may create rooms.
  ManageRoomModel(const Core::Principal& me, const Categories& categories, const Core::RoomDetails& details,
                  QObject* parent = nullptr);

  bool isNew() const { return room_.isEmpty(); }
  const RoomUri& room() const { return room_; }
  const Core::Principal& me() const { return me_; }
  const RoomValues& values() const { return values_; }
  const RoomValues& saved() const { return saved_; }
  bool isDisabled() const { return disabled_; }
  bool isListed() const { return listed_; }  // false: the server keeps to itself who is in the lists
  std::optional<bool> filesAllowed() const;

  template <typename T>
  void set(T RoomValues::*member, const T& value) {
    if (!(values_.*member == value)) {
      values_.*member = value;
      Q_EMIT changed();
    }
  }

  Models::PrincipalListModel& list(Core::RoomRole role) { return lists_[static_cast<size_t>(role)]; }
  const Models::PrincipalListModel& list(Core::RoomRole role) const { return lists_[static_cast<size_t>(role)]; }
  bool mayRemove(Core::RoomRole role, const Core::Principal& principal) const;

  // Registered add-ins, and the one that the room has.
  const QList<Core::RoomAddIn>& addIns() const { return addIns_; }
  void setAddIns(const QList<Core::RoomAddIn>& addIns);

  // Those in which the user may create rooms.
  const Categories& categories() const { return categories_; }
  QString categoryName(const QByteArray& address) const;

  FieldRule rule(RoomField field) const;
  QString consequence(RoomField field) const;  // what else the choice does; empty: nothing
  bool isDirty() const;
  // The user takes himself out of the managers, which only another manager or an administrator can undo.
  bool resigns() const;
  bool moves() const { return !isNew() && values_.category != saved_.category; }
  QStringList changes() const;  // "topic", "members"
  QString changesText() const;  // "1 change not saved: topic"
  std::optional<RoomProblem> firstProblem() const;
  RoomProblem problemFor(const Error& error) const;
  Core::RoomEdit edit() const;
  // The edit that only turns the room off or on.
  Core::RoomEdit disabledEdit(bool disabled) const;

  // Somebody changed the room meanwhile: the same edits on the new state.
  void rebase(const Core::RoomDetails& details);

 Q_SIGNALS:
  void changed();

 private:
  void take(const Core::RoomDetails& details);
  void watchLists();
  void keepEdits(const RoomValues& before, const RoomValues& mine);
  const Core::CategoryChoice* choice(const QByteArray& address) const;
  void addValueChanges(QStringList& words) const;
  RoomField fieldWithAdditions() const;

  Core::Principal me_;
  Categories categories_;
  QList<Core::RoomAddIn> addIns_;
  std::optional<Core::RoomAddIn> ownAddIn_;
  RoomUri room_;
  RoomValues saved_;
  RoomValues values_;
  Models::PrincipalListModel lists_[3];
  Timestamp readOn_;
  QString ownCategoryName_;
  std::optional<bool> files_;
  bool mayManage_ = true;
  bool disabled_ = false;
  bool listed_ = true;
};

RoomField fieldOf(Core::RoomRole role);

}  // namespace Parlour::Ui
