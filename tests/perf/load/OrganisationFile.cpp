// SPDX-License-Identifier: Apache-2.0
#include "tests/perf/load/OrganisationFile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <array>
#include <cstdio>

namespace Parlour::Perf {
namespace {

constexpr char kLoadDomain[] = "perf.example";
constexpr int kUsersPerGroup = 50;
constexpr int kRoomsPerCategory = 50;
constexpr int kRareEvery = 2'000;
constexpr int kSecondEvery = 50;
constexpr int kWordsInSentence = 24;
constexpr int kSecondsBetweenMessages = 20;
constexpr std::array<const char*, 24> kWords = {
    "harbour", "tide", "rope",  "anchor", "signal", "storm", "cargo",  "watch", "lantern", "chart", "sail", "deck",
    "pilot",   "buoy", "berth", "crane",  "ledger", "quay",  "convoy", "hull",  "engine",  "radio", "wind", "north"};

QString userAddress(int number) { return QString::fromStdString(OrganisationFile::user(number).address); }
QString roomName(int number) { return QStringLiteral("Room %1").arg(number); }
QString categoryName(int room) { return QStringLiteral("Category %1").arg(room / kRoomsPerCategory); }

QJsonArray usersOf(const OrganisationShape& shape) {
  QJsonArray users;
  for (int i = 0; i < shape.users; ++i) {
    QJsonObject user{{QStringLiteral("address"), userAddress(i)},
                     {QStringLiteral("name"), QStringLiteral("User %1").arg(i)}};
    if (shape.passwords) user.insert(QStringLiteral("password"), QStringLiteral("of user %1").arg(i));
    users.append(user);
  }
  return users;
}

// Every user follows the first rooms it is a member of.
void addFollowed(QJsonArray& users, const OrganisationShape& shape) {
  const auto rooms = roomsByUser(shape.rooms, shape.users);
  for (int i = 0; i < shape.users; ++i) {
    QJsonArray followed;
    for (const int room : rooms[static_cast<size_t>(i)]) {
      if (followed.size() < shape.followedRooms) followed.append(roomName(room));
    }
    QJsonObject user = users.at(i).toObject();
    user.insert(QStringLiteral("followed"), followed);
    users.replace(i, user);
  }
}

QJsonArray groupsOf(const OrganisationShape& shape) {
  QJsonArray groups;
  for (int g = 0; g < shape.groups; ++g) {
    QJsonArray members;
    for (int m = 0; m < kUsersPerGroup; ++m) members.append(userAddress((g * kUsersPerGroup + m) % shape.users));
    groups.append(
        QJsonObject{{QStringLiteral("name"), QStringLiteral("Group %1").arg(g)}, {QStringLiteral("members"), members}});
  }
  return groups;
}

QJsonArray categoriesOf(const OrganisationShape& shape) {
  QJsonArray categories;
  for (int r = 0; r < static_cast<int>(shape.rooms.size()); r += kRoomsPerCategory) {
    QJsonObject category{{QStringLiteral("name"), categoryName(r)},
                         {QStringLiteral("allowed"), QJsonArray{QStringLiteral("everyone")}}};
    if (shape.groups > 0) {
      const QString group = QStringLiteral("Group %1").arg(r / kRoomsPerCategory % shape.groups);
      category.insert(QStringLiteral("creators"), QJsonArray{group});
    }
    categories.append(category);
  }
  return categories;
}

QJsonArray pastOf(const std::vector<int>& members, int count) {
  QJsonArray messages;
  for (int i = 0; i < count; ++i) {
    const int author = members[static_cast<size_t>(i) % members.size()];
    messages.append(
        QJsonObject{{QStringLiteral("author"), userAddress(author)},
                    {QStringLiteral("time"), QStringLiteral("-%1s").arg((count - i) * kSecondsBetweenMessages)},
                    {QStringLiteral("text"), OrganisationFile::sentence(i)}});
  }
  return messages;
}

QJsonObject roomOf(int number, const std::vector<int>& users, int past) {
  QJsonArray members;
  for (const int user : users) members.append(userAddress(user));
  QJsonObject room{{QStringLiteral("name"), roomName(number)},
                   {QStringLiteral("guid"), QString::fromStdString(OrganisationFile::roomGuid(number))},
                   {QStringLiteral("category"), categoryName(number)},
                   {QStringLiteral("description"), QStringLiteral("What the %1th circle talks about").arg(number)},
                   {QStringLiteral("managers"), QJsonArray{members.first()}},
                   {QStringLiteral("members"), members}};
  if (past > 0) room.insert(QStringLiteral("history"), pastOf(users, past));
  return room;
}

QJsonArray roomsOf(const OrganisationShape& shape) {
  QJsonArray rooms;
  for (size_t r = 0; r < shape.rooms.size(); ++r) {
    rooms.append(
        roomOf(static_cast<int>(r), shape.rooms[r], r == 0 ? shape.messagesInFirstRoom : shape.messagesInOtherRooms));
  }
  return rooms;
}

std::string formatted(const char* format, int number) {
  char text[96];
  snprintf(text, sizeof text, format, number);
  return text;
}

}  // namespace

std::string OrganisationFile::domain() { return kLoadDomain; }

QString OrganisationFile::sentence(qint64 number) {
  QString text = QStringLiteral("Message %1:").arg(number);
  for (int w = 0; w < kWordsInSentence; ++w) {
    const auto word = static_cast<size_t>(number * 7 + w * w * 5 + w * number) % kWords.size();
    text += QLatin1Char(' ') + QLatin1String(kWords[word]);
  }
  if (number % kSecondEvery == 0) text += QLatin1Char(' ') + QString::fromStdString(secondWord());
  if (number % kRareEvery == 0) text += QLatin1Char(' ') + QString::fromStdString(rareWord());
  return text;
}

UserIdentity OrganisationFile::user(int number) {
  return {formatted("user%05d@perf.example", number), kLoadDomain, formatted("5f1c%06x", number),
          formatted("31f3002b-81ae-562b-a37a-%012x", number)};
}

std::string OrganisationFile::roomGuid(int number) { return formatted("0aa00000-0000-4000-8000-%012x", number); }
std::string OrganisationFile::roomUri(int number) { return "ma-chan://" + domain() + '/' + roomGuid(number); }

Status OrganisationFile::write(const QString& path, const OrganisationShape& shape) {
  QJsonArray users = usersOf(shape);
  if (shape.followedRooms > 0) addFollowed(users, shape);
  const QJsonObject file{{QStringLiteral("domain"), QString::fromLatin1(kLoadDomain)},
                         {QStringLiteral("name"), QStringLiteral("Load")},
                         {QStringLiteral("users"), users},
                         {QStringLiteral("groups"), groupsOf(shape)},
                         {QStringLiteral("categories"), categoriesOf(shape)},
                         {QStringLiteral("rooms"), roomsOf(shape)}};
  QFile out(path);
  const QByteArray json = QJsonDocument(file).toJson(QJsonDocument::Compact);
  if (out.open(QIODevice::WriteOnly) && out.write(json) == json.size()) return success();
  return Error::make(ErrorCode::Storage, QStringLiteral("The organisation file could not be written."),
                     out.errorString());
}

}  // namespace Parlour::Perf
