// SPDX-License-Identifier: Apache-2.0
#include "app/ui/manage/ManageRoomModel.h"

#include <algorithm>

namespace Parlour::Ui {

namespace {

using Core::RoomRole;

constexpr RoomRole kRoomRoles[] = {RoomRole::Member, RoomRole::Manager, RoomRole::Presenter};

// Numbers of refusals that a field can answer for (xccos 5).
constexpr int kDataCollision = 409;
constexpr int kDuplicateName = 452;
constexpr int kHierarchyViolation = 453;
constexpr int kNoSuchPrincipal = 454;
constexpr int kPrincipalsDefined = 455;
constexpr int kNotInScope = 456;
constexpr int kPresenterNotMember = 457;
constexpr int kUnableToCreate = 458;

RoomValues valuesOf(const Core::RoomDetails& details) {
  const Core::RoomSummary& room = details.summary;
  return {room.name,
          room.description,
          room.topic,
          room.category,
          room.privacy,
          room.kind,
          details.invitationsInherited,
          details.addIn ? details.addIn->id : QByteArray()};
}

template <typename T>
void keepOwn(T& now, const T& before, const T& mine) {
  if (!(mine == before)) {
    now = mine;
  }
}

}  // namespace

RoomField fieldOf(RoomRole role) {
  switch (role) {
    case RoomRole::Member:
      return RoomField::Members;
    case RoomRole::Manager:
      return RoomField::Managers;
    case RoomRole::Presenter:
      return RoomField::Presenters;
  }
  Q_UNREACHABLE();
}

ManageRoomModel::ManageRoomModel(const Core::Principal& me, const Categories& categories, QObject* parent)
    : QObject(parent), me_(me), categories_(categories) {
  if (categories.size() == 1) {
    saved_.category = categories.first().uri;
  }
  values_ = saved_;
  list(RoomRole::Member).add(me);
  list(RoomRole::Manager).add(me);
  watchLists();
}

ManageRoomModel::ManageRoomModel(const Core::Principal& me, const Categories& categories,
                                 const Core::RoomDetails& details, QObject* parent)
    : QObject(parent), me_(me), categories_(categories), room_(details.summary.uri) {
  take(details);
  values_ = saved_;
  list(RoomRole::Member).setPrincipals(details.members);
  list(RoomRole::Manager).setPrincipals(details.managers);
  list(RoomRole::Presenter).setPrincipals(details.presenters);
  watchLists();
}

void ManageRoomModel::watchLists() {
  for (const Models::PrincipalListModel& list : lists_) {
    connect(&list, &Models::PrincipalListModel::changed, this, &ManageRoomModel::changed);
  }
}

void ManageRoomModel::take(const Core::RoomDetails& details) {
  saved_ = valuesOf(details);
  readOn_ = details.summary.updatedOn;
  files_ = details.summary.filesAllowed;
  ownCategoryName_ = details.summary.categoryName;
  mayManage_ = details.mayManage;
  disabled_ = details.summary.disabled;
  ownAddIn_ = details.addIn;
  setAddIns(addIns_);
  listed_ = details.listed;
}

const Core::CategoryChoice* ManageRoomModel::choice(const QByteArray& address) const {
  const auto same = [&address](const Core::CategoryChoice& other) { return other.uri == address; };
  const auto it = std::find_if(categories_.begin(), categories_.end(), same);
  return it == categories_.end() ? nullptr : &*it;
}

void ManageRoomModel::setAddIns(const QList<Core::RoomAddIn>& addIns) {
  addIns_ = addIns;
  const auto isOwn = [this](const Core::RoomAddIn& addIn) { return addIn.id == ownAddIn_->id; };
  if (ownAddIn_ && std::none_of(addIns_.begin(), addIns_.end(), isOwn)) {
    addIns_.prepend(*ownAddIn_);
  }
  Q_EMIT changed();
}

QString ManageRoomModel::categoryName(const QByteArray& address) const {
  if (const Core::CategoryChoice* known = choice(address)) {
    return known->name;
  }
  return address == saved_.category ? ownCategoryName_ : QString();
}

std::optional<bool> ManageRoomModel::filesAllowed() const {
  const Core::CategoryChoice* category = choice(values_.category);
  return category && category->files ? category->files : (moves() ? std::nullopt : files_);
}

// Who creates a room manages it, whatever the list says (product.md 1.4).
bool ManageRoomModel::mayRemove(RoomRole role, const Core::Principal& principal) const {
  return !(isNew() && role == RoomRole::Manager && principal.uri == me_.uri);
}

FieldRule ManageRoomModel::rule(RoomField field) const {
  if (field == RoomField::Files) {
    return {false, tr("Whether files may be posted is set for the whole category.")};
  }
  if (!mayManage_) {
    return {false, tr("Only managers of this room may change it.")};
  }
  const Core::CategoryChoice* category = choice(values_.category);
  if (field == RoomField::Category && !isNew()) {
    const bool elsewhere = categories_.size() > (choice(saved_.category) ? 1 : 0);
    return elsewhere ? FieldRule{}
                     : FieldRule{false, tr("Moving a room needs the right to create rooms in the other category.")};
  }
  if (field == RoomField::Invitations && category && !category->invitations) {
    return {false, tr("The category “%1” sends no invitations.").arg(category->name)};
  }
  if (field == RoomField::Members && values_.privacy == Core::Privacy::Open) {
    return {false, tr("Open rooms have no member list. Everybody whom the category allows may join.")};
  }
  return {};
}

QString ManageRoomModel::consequence(RoomField field) const {
  if (isNew()) {
    return {};
  }
  const auto count = [this](RoomRole role) { return list(role).rowCount(); };
  if (field == RoomField::Kind && saved_.kind == Core::RoomKind::Auditorium && values_.kind == Core::RoomKind::Normal &&
      count(RoomRole::Presenter) > 0) {
    return tr("A normal room has no presenters: that list is emptied.");
  }
  if (field == RoomField::Privacy && saved_.privacy != Core::Privacy::Open && values_.privacy == Core::Privacy::Open &&
      count(RoomRole::Member) > 0) {
    return tr("An open room has no members: that list is emptied.");
  }
  return {};
}

bool ManageRoomModel::isDirty() const {
  if (!isNew()) {
    return !changes().isEmpty();
  }
  const QList<Core::Principal> onlyMe{me_};
  return values_ != saved_ || list(RoomRole::Member).principals() != onlyMe ||
         list(RoomRole::Manager).principals() != onlyMe || list(RoomRole::Presenter).rowCount() > 0;
}

bool ManageRoomModel::resigns() const {
  return !isNew() && list(RoomRole::Manager).edit(RoomRole::Manager).remove.contains(me_.uri);
}

void ManageRoomModel::addValueChanges(QStringList& words) const {
  const auto note = [&words](bool differs, const QString& word) {
    if (differs) {
      words.append(word);
    }
  };
  note(values_.name.trimmed() != saved_.name, tr("name"));
  note(values_.description.trimmed() != saved_.description, tr("description"));
  note(values_.topic.trimmed() != saved_.topic, tr("topic"));
  note(values_.category != saved_.category, tr("category"));
  note(values_.privacy != saved_.privacy, tr("privacy"));
  note(values_.kind != saved_.kind, tr("type"));
  note(values_.invitations != saved_.invitations, tr("invitations"));
  note(values_.addIn != saved_.addIn, tr("add-in"));
}

QStringList ManageRoomModel::changes() const {
  QStringList words;
  addValueChanges(words);
  const QString roleWords[] = {tr("members"), tr("managers"), tr("presenters")};
  for (const RoomRole role : kRoomRoles) {
    if (list(role).isEdited()) {
      words.append(roleWords[static_cast<size_t>(role)]);
    }
  }
  return words;
}

QString ManageRoomModel::changesText() const {
  const QStringList words = changes();
  if (words.isEmpty()) {
    return {};
  }
  const QString list = words.join(QStringLiteral(", "));
  return tr("%n changes not saved: %1", nullptr, static_cast<int>(words.size())).arg(list);
}

std::optional<RoomProblem> ManageRoomModel::firstProblem() const {
  if (values_.name.trimmed().isEmpty()) {
    return RoomProblem{RoomField::Name, tr("Give the room a name.")};
  }
  const auto tooLong = [](RoomField field, qsizetype excess) {
    return RoomProblem{field, tr("%n characters too long", nullptr, static_cast<int>(excess))};
  };
  if (const qsizetype excess = values_.name.trimmed().size() - kLongestName; excess > 0) {
    return tooLong(RoomField::Name, excess);
  }
  if (const qsizetype excess = values_.description.trimmed().size() - kLongestDescription; excess > 0) {
    return tooLong(RoomField::Description, excess);
  }
  if (isNew() && values_.category.isEmpty()) {
    return RoomProblem{RoomField::Category, tr("Choose a category.")};
  }
  return std::nullopt;
}

RoomField ManageRoomModel::fieldWithAdditions() const {
  for (const RoomRole role : kRoomRoles) {
    if (!list(role).edit(role).add.isEmpty()) {
      return fieldOf(role);
    }
  }
  return moves() ? RoomField::Category : RoomField::Members;
}

RoomProblem ManageRoomModel::problemFor(const Error& error) const {
  RoomProblem problem{std::nullopt, error.text, error.wireCode == kDataCollision};
  switch (error.wireCode) {
    case kDuplicateName:
      problem.field = RoomField::Name;
      break;
    case kHierarchyViolation:
    case kUnableToCreate:
      problem.field = RoomField::Category;
      break;
    case kNoSuchPrincipal:
    case kPrincipalsDefined:
    case kNotInScope:
      problem.field = fieldWithAdditions();
      break;
    case kPresenterNotMember:
      problem.field = RoomField::Presenters;
      break;
    default:
      break;
  }
  return problem;
}

Core::RoomEdit ManageRoomModel::edit() const {
  Core::RoomEdit edit;
  const bool all = isNew();
  const auto take = [all](auto& target, const auto& mine, const auto& before) {
    if (all || !(mine == before)) {
      target = mine;
    }
  };
  take(edit.name, values_.name.trimmed(), saved_.name);
  take(edit.description, values_.description.trimmed(), saved_.description);
  take(edit.topic, values_.topic.trimmed(), saved_.topic);
  take(edit.category, values_.category, saved_.category);
  take(edit.privacy, values_.privacy, saved_.privacy);
  take(edit.kind, values_.kind, saved_.kind);
  take(edit.invitationsInherited, values_.invitations, saved_.invitations);
  if (values_.addIn != saved_.addIn) {
    edit.addIn = values_.addIn;
  }
  for (const RoomRole role : kRoomRoles) {
    const bool listed = (role != RoomRole::Member || values_.privacy != Core::Privacy::Open) &&
                        (role != RoomRole::Presenter || values_.kind == Core::RoomKind::Auditorium);
    const Core::RoleEdit roleEdit = list(role).edit(role);
    if (listed && !roleEdit.isEmpty()) {
      edit.roles.append(roleEdit);
    }
  }
  edit.readOn = readOn_;
  return edit;
}

Core::RoomEdit ManageRoomModel::disabledEdit(bool disabled) const {
  Core::RoomEdit edit;
  edit.disabled = disabled;
  edit.readOn = readOn_;
  return edit;
}

void ManageRoomModel::keepEdits(const RoomValues& before, const RoomValues& mine) {
  values_ = saved_;
  keepOwn(values_.name, before.name, mine.name);
  keepOwn(values_.description, before.description, mine.description);
  keepOwn(values_.topic, before.topic, mine.topic);
  keepOwn(values_.category, before.category, mine.category);
  keepOwn(values_.privacy, before.privacy, mine.privacy);
  keepOwn(values_.kind, before.kind, mine.kind);
  keepOwn(values_.invitations, before.invitations, mine.invitations);
  keepOwn(values_.addIn, before.addIn, mine.addIn);
}

void ManageRoomModel::rebase(const Core::RoomDetails& details) {
  const RoomValues before = saved_;
  take(details);
  keepEdits(before, RoomValues(values_));
  const QList<Core::Principal>* fresh[] = {&details.members, &details.managers, &details.presenters};
  for (const RoomRole role : kRoomRoles) {
    Models::PrincipalListModel& people = list(role);
    const Core::RoleEdit mine = people.edit(role);
    const QList<Core::Principal> known = people.principals();
    people.setPrincipals(*fresh[static_cast<size_t>(role)]);
    for (const Core::Principal& principal : known) {
      if (mine.add.contains(principal.uri)) {
        people.add(principal);
      }
    }
    for (int row = people.rowCount() - 1; row >= 0; --row) {
      if (mine.remove.contains(people.principals().at(row).uri)) {
        people.removeAt(row);
      }
    }
  }
  Q_EMIT changed();
}

}  // namespace Parlour::Ui
