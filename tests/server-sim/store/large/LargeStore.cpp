// SPDX-License-Identifier: Apache-2.0
#include "tests/server-sim/store/large/LargeStore.h"

#include <cmath>
#include <cstdio>

#include "protocol/support/sqlite/Transaction.h"
#include "server-sim/store/MessageKey.h"
#include "server-sim/store/StoreSql.h"

namespace Parlour::Server::Large {
namespace {

constexpr char kDomain[] = "large.example";
constexpr int kVocabulary = 20'000;
constexpr int kWordsPerMessage = 28;
constexpr qint64 kMessagesPerRareWord = 100'000;
constexpr qint64 kMessagesPerCommit = 200'000;
constexpr qint64 kFirstTicks = 18'000'000'000'000'000;

// A small generator of its own, so that the same number always gives the same text.
quint64 mixed(quint64 value) {
  value += 0x9e3779b97f4a7c15ULL;
  value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
  value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
  return value ^ (value >> 31);
}

qint64 messagesOfRoom(const Shape& shape, int room) {
  if (room == 0) return std::min(kPageRoomMessages, shape.messages);
  const qint64 search = std::min(kSearchMessages, shape.messages - kPageRoomMessages);
  if (room == 1) return search - search / 2 / (kSearchRooms - 1) * (kSearchRooms - 1);
  if (room <= kSearchRooms) return search / 2 / (kSearchRooms - 1);
  const qint64 rest = std::max<qint64>(0, shape.messages - kPageRoomMessages - kSearchMessages);
  return rest / std::max(1, shape.rooms - kSearchRooms - 1);
}

class Filler {
 public:
  explicit Filler(Sqlite::Database& database) : database_(database) {}

  Status run(const Shape& shape) {
    auto prepared = prepareStoreSql(database_, {{&insert_, QLatin1String("insert_message")},
                                                {&index_, QLatin1String("index_message")},
                                                {&head_, QLatin1String("update_room_head")}});
    if (!prepared) return prepared;
    // Of the file; put back at the end. Large transactions make few segments.
    auto quick = database_.execute(
        "PRAGMA synchronous=OFF; INSERT INTO message_search (message_search, rank) "
        "VALUES ('hashsize', 67108864)");
    if (!quick) return quick;
    for (int room = 0; room < shape.rooms; ++room) {
      if (auto filled = fillRoom(room + 1, messagesOfRoom(shape, room), shape); !filled) return filled;
    }
    if (auto ended = commit(); !ended) return ended;
    return database_.execute("INSERT INTO message_search (message_search, rank) VALUES ('hashsize', 1048576)");
  }

 private:
  Status fillRoom(RoomId room, qint64 count, const Shape& shape) {
    qint64 bytes = 0;
    for (qint64 id = 1; id <= count; ++id) {
      if (auto begun = begin(); !begun) return begun;
      const qint64 key = messageKey(room, static_cast<ChatId>(id));
      const QByteArray chat = text(number_++);
      bytes += chat.size();
      const auto author =
          1 + static_cast<qint64>(mixed(static_cast<quint64>(number_)) % static_cast<quint64>(shape.users));
      auto inserted =
          insert_.run(key, kFirstTicks + number_ * 10'000, author, false, chat, std::optional<QByteArray>());
      if (!inserted) return inserted;
      if (auto indexed = index_.run(key, chat); !indexed) return indexed;
      if (number_ % kMessagesPerCommit == 0) {
        if (auto done = commit(); !done) return done;
        std::fprintf(stderr, "%lld messages\n", number_);
      }
    }
    if (count == 0) return success();
    if (auto begun = begin(); !begun) return begun;
    return head_.run(room, count, kFirstTicks + number_ * 10'000, count, bytes);
  }

  Status begin() {
    if (transaction_) return success();
    auto begun = Sqlite::Transaction::begin(database_);
    if (!begun) return begun.error();
    transaction_ = std::make_unique<Sqlite::Transaction>(std::move(*begun));
    return success();
  }

  Status commit() {
    if (!transaction_) return success();
    const Status committed = transaction_->commit();
    transaction_.reset();
    return committed;
  }

  Sqlite::Database& database_;
  Sqlite::Statement insert_, index_, head_;
  std::unique_ptr<Sqlite::Transaction> transaction_;
  qint64 number_ = 0;
};

}  // namespace

QString roomName(int number) { return QStringLiteral("Room %1").arg(number); }

QByteArray userAddress(int number) { return "sip:u" + QByteArray::number(number) + '@' + kDomain; }

Organisation organisation(const Shape& shape) {
  Organisation organisation;
  organisation.domain = kDomain;
  organisation.name = QStringLiteral("Large");
  organisation.everyoneUri = "ma-grp:" + derivedGuid("everyone", kDomain, QString()) + "@u.g";
  for (int i = 0; i < shape.users; ++i) {
    OrgUser user;
    user.uri = SipUri::fromTrusted(userAddress(i));
    user.displayName = QStringLiteral("User %1").arg(i);
    organisation.users.push_back(std::move(user));
  }
  OrgCategory category;
  category.name = QStringLiteral("All");
  category.uri = *CategoryUri::fromParts(kDomain, derivedGuid("category", kDomain, category.name));
  category.allowed = {{OrgPrincipal::Kind::Everyone, organisation.everyoneUri}};
  organisation.categories = {category};
  for (int i = 0; i < shape.rooms; ++i) {
    OrgRoom room;
    room.name = roomName(i);
    room.uri = *RoomUri::fromParts(kDomain, derivedGuid("room", kDomain, room.name));
    room.category = category.uri;
    room.created = room.updated = Timestamp{kFirstTicks};
    if (i <= kSearchRooms) room.members.push_back({OrgPrincipal::Kind::User, userAddress(0)});
    organisation.rooms.push_back(std::move(room));
  }
  for (int i = 0; i < shape.users * shape.roomsPerUser; ++i) {
    OrgRoom& room = organisation.rooms[static_cast<size_t>(kSearchRooms + 1 + i % (shape.rooms - kSearchRooms - 1))];
    const QByteArray address = userAddress(i / shape.roomsPerUser);
    room.members.push_back({OrgPrincipal::Kind::User, address});
  }
  return organisation;
}

QByteArray word(int rank) {
  static const char* const kSyllables[] = {"ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu",
                                           "ra", "se", "ti", "vo", "zu", "an", "el", "is", "or", "un"};
  QByteArray word;
  for (int left = rank + 20; left > 0; left /= 20) word += kSyllables[left % 20];
  return word;
}

QByteArray rareWord() { return QByteArrayLiteral("ambergris"); }

QByteArray text(qint64 number) {
  quint64 random = mixed(static_cast<quint64>(number));
  QByteArray text;
  text.reserve(220);
  for (int i = 0; i < kWordsPerMessage; ++i) {
    random = mixed(random);
    const double part = static_cast<double>(random >> 11) / static_cast<double>(quint64{1} << 53);
    text += word(static_cast<int>(std::pow(kVocabulary, part)) - 1) + ' ';
  }
  text.chop(1);
  return number % kMessagesPerRareWord == 0 ? text + ' ' + rareWord() : text;
}

Status fill(const QString& dataDirectory, const Shape& shape) {
  auto database = Sqlite::Database::open(dataDirectory + QStringLiteral("/chat.db"));
  if (!database) return database.error();
  if (auto filled = Filler(*database).run(shape); !filled) return filled;
  return database->checkpoint(Sqlite::Checkpoint::Truncate);
}

}  // namespace Parlour::Server::Large
