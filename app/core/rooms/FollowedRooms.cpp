// SPDX-License-Identifier: Apache-2.0
#include "app/core/rooms/FollowedRooms.h"

#include <algorithm>

#include "app/core/Words.h"
#include "app/core/session/SipErrors.h"
#include "protocol/signin/ContactCard.h"
#include "protocol/signin/RoomSetting.h"
#include "protocol/support/Log.h"

namespace Parlour::Core {

namespace {

constexpr int kMaxTries = 4;
constexpr qint64 kReadMarkDelayMs = 5'000;
const QString& roomSettingName() {
  static const QString name = QString::fromLatin1(Signin::kRoomSettingCategory);
  return name;
}

}  // namespace

FollowedRooms::FollowedRooms(SipLink& link, Scheduler& scheduler) : link_(link), readMarkTimer_(scheduler) {}

void FollowedRooms::reset() {
  lost();
  document_ = {};
  rooms_.clear();
  readMarks_.clear();
  readMarkTimer_.stop();
}

void FollowedRooms::lost() {
  lifetime_.renew();
  busy_ = false;
  const std::deque<Change> failed = std::exchange(changes_, {});
  for (const Change& change : failed) {
    if (change.kind == Kind::ReadMark)
      readMarks_[change.room] = std::max(readMarks_.value(change.room), change.readMark);
    if (change.done) change.done(Error::make(ErrorCode::ConnectionLost, Words::tr("The connection was lost.")));
  }
}

bool FollowedRooms::contains(const RoomUri& room) const {
  return std::any_of(rooms_.begin(), rooms_.end(), [&](const Entry& entry) { return entry.room == room; });
}

void FollowedRooms::apply(const QByteArray& document, bool whole) {
  Result<Signin::RoamingData> data = Signin::RoamingData::parse(document);
  if (!data) {
    qCWarning(lcCore) << "unreadable presence document:" << data.error().detail;
    return;
  }
  QList<Signin::CategoryInstance> categories = data->categories.value_or(QList<Signin::CategoryInstance>());
  const auto isRoom = [](const Signin::CategoryInstance& instance) { return instance.name == roomSettingName(); };
  if (whole && std::none_of(categories.begin(), categories.end(), isRoom)) {
    categories.append(Signin::CategoryInstance::emptied(roomSettingName()));
    data->categories = categories;
  }
  applyData(*data);
}

void FollowedRooms::applyData(const Signin::RoamingData& data) {
  const QStringList changed = document_.apply(data);
  if (changed.contains(Signin::ContactCard::categoryName())) readOwnName();
  if (changed.contains(roomSettingName())) readRooms();
}

void FollowedRooms::readOwnName() {
  for (const auto& instance : document_.instances(Signin::ContactCard::categoryName())) {
    const auto card = Signin::ContactCard::parse(instance.fragment);
    if (card && onOwnName) onOwnName(card->displayName);
  }
}

// The room's address is its identity: a second instance for the same room does not count (signin 3.5).
void FollowedRooms::readRooms() {
  QList<Entry> rooms;
  QList<Signin::CategoryInstance> instances = document_.instances(roomSettingName());
  // In the order in which the person followed them.
  std::stable_sort(instances.begin(), instances.end(),
                   [](const auto& a, const auto& b) { return a.publishTime < b.publishTime; });
  for (const Signin::CategoryInstance& instance : std::as_const(instances)) {
    const auto setting = Signin::RoomSetting::parse(instance.fragment);
    if (!setting) continue;
    const Entry entry{setting->room(), setting->name(), setting->readChatId().value_or(0)};
    const auto same = [&](const Entry& other) { return other.room == entry.room; };
    if (std::none_of(rooms.begin(), rooms.end(), same)) rooms.append(entry);
  }
  if (rooms == rooms_) return;
  rooms_ = rooms;
  if (onChanged) onChanged();
}

const Signin::CategoryInstance* FollowedRooms::instanceOf(const RoomUri& room) const {
  for (const Signin::CategoryInstance& instance : document_.instances(roomSettingName())) {
    const auto setting = Signin::RoomSetting::parse(instance.fragment);
    if (setting && setting->room() == room) return document_.find(instance.key());
  }
  return nullptr;
}

void FollowedRooms::follow(const RoomUri& room, const QString& name, OnStatus done) {
  enqueue({Kind::Follow, room, name, 0, std::move(done), 0, {}});
}

void FollowedRooms::unfollow(const RoomUri& room, OnStatus done) {
  readMarks_.remove(room);
  enqueue({Kind::Unfollow, room, {}, 0, std::move(done), 0, {}});
}

void FollowedRooms::publishReadMark(const RoomUri& room, ChatId upTo) {
  readMarks_[room] = std::max(readMarks_.value(room), upTo);
  if (!readMarkTimer_.isRunning()) readMarkTimer_.start(kReadMarkDelayMs, [this] { flushReadMarks(); });
}

void FollowedRooms::flushReadMarks() {
  readMarkTimer_.stop();
  if (!link_.isOpen()) return;
  const QMap<RoomUri, ChatId> marks = std::exchange(readMarks_, {});
  for (auto it = marks.cbegin(); it != marks.cend(); ++it)
    enqueue({Kind::ReadMark, it.key(), {}, it.value(), {}, 0, {}});
}

Signin::Publication FollowedRooms::newPublication(const Change& change) const {
  QSet<quint32> taken;
  for (const Signin::CategoryInstance& instance : document_.instances(roomSettingName())) {
    taken.insert(instance.instance.value_or(0));
  }
  Signin::RoomSetting setting(change.room, change.name);
  if (change.readMark > 0) setting.setReadChatId(change.readMark);
  Signin::Publication publication;
  publication.categoryName = roomSettingName();
  publication.instance = Signin::instanceForRoom(change.room, taken);
  publication.fragment = setting.toFragment();
  return publication;
}

// nullopt: what is stored is what is wanted.
std::optional<Signin::Publication> FollowedRooms::publicationFor(const Change& change) const {
  const Signin::CategoryInstance* stored = instanceOf(change.room);
  if (stored == nullptr) {
    if (change.kind != Kind::Follow) return std::nullopt;
    Signin::Publication publication = newPublication(change);
    publication.version = change.version.value_or(0);
    return publication;
  }
  if (change.kind == Kind::Follow) return std::nullopt;
  Signin::Publication publication;
  publication.categoryName = roomSettingName();
  publication.instance = stored->instance.value_or(0);
  publication.container = stored->container.value_or(Signin::kOwnContainer);
  publication.version = std::max(change.version.value_or(0), stored->version);
  publication.expireType = stored->expireType;
  if (change.kind == Kind::Unfollow) {
    publication.expires = 0;
    return publication;
  }
  auto setting = Signin::RoomSetting::parse(stored->fragment);
  if (!setting || setting->readChatId().value_or(0) >= change.readMark) return std::nullopt;
  setting->setReadChatId(change.readMark);
  publication.fragment = setting->toFragment();
  return publication;
}

void FollowedRooms::enqueue(Change change) {
  if (!link_.isOpen()) {
    if (change.done) change.done(Error::make(ErrorCode::ConnectionLost, Words::tr("There is no connection.")));
    return;
  }
  changes_.push_back(std::move(change));
  startNext();
}

void FollowedRooms::startNext() {
  if (busy_ || changes_.empty()) return;
  busy_ = true;
  Change& change = changes_.front();
  const std::optional<Signin::Publication> publication = publicationFor(change);
  if (!publication) return finish(success());
  ++change.tries;
  const SipUri& me = link_.identity().user;
  const Signin::PublishRequest publish{me, {*publication}};
  Sip::Request request = link_.makeRequest("SERVICE", me.bytes(), me.bytes());
  request.headers.add("Content-Type", Signin::kPublishType);
  request.body = publish.toXml();
  link_.send(request,
             lifetime_.guard([this, publish](const Sip::Response& response) { published(publish, response); }));
}

void FollowedRooms::published(const Signin::PublishRequest& request, const Sip::Response& response) {
  if (response.isSuccess()) {
    const auto data = Signin::RoamingData::parse(response.body);
    if (data) {
      applyData(*data);
    } else {
      applyOwn(request.publications.first());
    }
    return finish(success());
  }
  if (response.status == 409 && repair(request, response)) return;
  finish(responseError(response, changes_.front().kind == Kind::Unfollow
                                     ? Words::tr("The room is still followed.")
                                     : Words::tr("The room could not be followed.")));
}

bool FollowedRooms::repair(const Signin::PublishRequest& request, const Sip::Response& response) {
  Change& change = changes_.front();
  const auto fault = Signin::PublishFault::parse(response.body);
  if (!fault || change.tries >= kMaxTries) return false;
  const auto corrected = Signin::withCurrentVersions(request, *fault);
  if (!corrected) return false;
  change.version = corrected->publications.first().version;
  busy_ = false;
  startNext();
  return true;
}

// A server need not send the new state with its 200: then the version has risen by one (signin 3.6).
void FollowedRooms::applyOwn(const Signin::Publication& publication) {
  QList<Signin::CategoryInstance> left;
  for (const Signin::CategoryInstance& instance : document_.instances(roomSettingName())) {
    if (instance.key() != publication.key()) left.append(instance);
  }
  if (!publication.isDeletion()) {
    Signin::CategoryInstance stored;
    stored.name = publication.categoryName;
    stored.container = publication.container;
    stored.instance = publication.instance;
    stored.version = publication.version + 1;
    stored.expireType = publication.expireType;
    stored.fragment = publication.fragment;
    left.append(stored);
  }
  if (left.isEmpty()) left.append(Signin::CategoryInstance::emptied(roomSettingName()));
  Signin::RoamingData data;
  data.categories = left;
  applyData(data);
}

void FollowedRooms::finish(const Status& status) {
  const Change change = std::move(changes_.front());
  changes_.pop_front();
  busy_ = false;
  if (change.done) change.done(status);
  startNext();
}

}  // namespace Parlour::Core
