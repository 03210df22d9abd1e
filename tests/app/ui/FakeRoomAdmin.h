// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/session/Promises.h"
#include "app/ui/manage/RoomAdminActions.h"

namespace Parlour::Tests {

inline Core::Principal person(const char* user, const QString& name) {
  Core::Principal principal;
  principal.uri = QByteArray("sip:") + user + "@orchard.example";
  principal.name = name;
  principal.email = QString::fromLatin1(user) + QStringLiteral("@orchard.example");
  return principal;
}

inline Core::Principal group(const char* key, const QString& name) {
  Core::Principal principal;
  principal.uri = QByteArray("ma-grp:") + key;
  principal.name = name;
  return principal;
}

// Stands in for the server: keeps what was asked, answers what the test told it, at once or when told to.
struct FakeRoomAdmin {
  QList<Core::RoomEdit> creates;
  QList<Core::RoomEdit> edits;
  QList<Ui::PeopleQuery> queries;
  QList<RoomUri> removals;
  int reads = 0;
  std::optional<Error> refusal;  // of creating, modifying and deleting; used once
  Core::RoomDetails answer;
  QList<Core::RoomAddIn> addIns;
  QHash<QString, QList<Core::Principal>> people;  // by words, lower case

  template <typename T>
  QFuture<Result<T>> settle(const T& value) {
    if (refusal) {
      return Core::settledWith(Result<T>(*std::exchange(refusal, std::nullopt)));
    }
    return Core::settledWith(Result<T>(value));
  }

  Ui::RoomAdminActions actions() {
    Ui::RoomAdminActions actions;
    actions.details = [this](const RoomUri&) {
      ++reads;
      return Core::settledWith(Result<Core::RoomDetails>(answer));
    };
    actions.create = [this](const Core::RoomEdit& edit) {
      creates.append(edit);
      return settle(answer);
    };
    actions.modify = [this](const RoomUri&, const Core::RoomEdit& edit) {
      edits.append(edit);
      return settle(answer);
    };
    actions.remove = [this](const RoomUri& room) {
      removals.append(room);
      return settle(Done{});
    };
    actions.find = [this](const Ui::PeopleQuery& query) {
      queries.append(query);
      return Core::settledWith(Result<QList<Core::Principal>>(people.value(query.words.toLower())));
    };
    actions.addIns = [this] { return Core::settledWith(Result<QList<Core::RoomAddIn>>(addIns)); };
    return actions;
  }
};

inline Error refusalOf(int wireCode, const QString& text) {
  Error error = Error::make(ErrorCode::Conflict, text);
  error.wireCode = wireCode;
  return error;
}

// An auditorium with a manager, three members and a presenter, as its manager Bo reads it.
inline Core::RoomDetails harbourRoom() {
  Core::RoomDetails details;
  details.summary.uri = RoomUri::fromParts("orchard.example", "harbour").value();
  details.summary.name = QStringLiteral("Harbour");
  details.summary.description = QStringLiteral("Who lies where");
  details.summary.topic = QStringLiteral("Spring tide");
  details.summary.category = "ma-cat://orchard.example/sea";
  details.summary.categoryName = QStringLiteral("Sea");
  details.summary.privacy = Core::Privacy::Closed;
  details.summary.kind = Core::RoomKind::Auditorium;
  details.summary.filesAllowed = true;
  details.summary.updatedOn = Timestamp::fromMs(1'700'000'000'000);
  details.mayManage = true;
  details.listed = true;
  details.members = {person("ada", QStringLiteral("Ada Quince")), person("bo", QStringLiteral("Bo Medlar")),
                     person("cy", QStringLiteral("Cy Sorb"))};
  details.managers = {person("bo", QStringLiteral("Bo Medlar"))};
  details.presenters = {person("bo", QStringLiteral("Bo Medlar"))};
  return details;
}

inline QList<Core::CategoryChoice> seaAndLand() {
  Core::CategoryChoice sea;
  sea.uri = "ma-cat://orchard.example/sea";
  sea.name = QStringLiteral("Sea");
  sea.files = true;
  Core::CategoryChoice land;
  land.uri = "ma-cat://orchard.example/land";
  land.name = QStringLiteral("Land");
  land.invitations = false;
  land.files = false;
  return {sea, land};
}

}  // namespace Parlour::Tests
