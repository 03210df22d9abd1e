// SPDX-License-Identifier: Apache-2.0
#include "app/models/feeds/FeedModel.h"

#include "protocol/xccos/ChatText.h"

namespace Parlour::Models {

FeedModel::FeedModel(Core::Client& client, Core::Feeds& feeds, QObject* parent)
    : DigestModel(parent), client_(client), feeds_(feeds) {
  connect(&feeds, &Core::Feeds::changed, this, [this](const QString& id) {
    if (id == feed_) refresh();
  });
}

void FeedModel::showFeed(const QString& id) {
  fresh_.clear();
  if (id != feed_) syncTo({});
  feed_ = id;
  refresh();
}

void FeedModel::refresh() {
  QList<DigestRow> rows;
  const Core::FeedDefinition* definition = feeds_.definition(feed_);
  if (!definition) return syncTo(rows);
  const Core::FeedFilter filter(*definition);
  for (const Core::FeedHit& hit : feeds_.hits(feed_)) {
    if (feeds_.isUnread(feed_, hit)) fresh_.insert({hit.room, hit.chatId});
    rows.append(rowOf(hit, filter));
  }
  syncTo(rows);
}

void FeedModel::showPreview(const Core::FeedDefinition& definition) {
  feed_.clear();
  fresh_.clear();
  const Core::FeedFilter filter(definition);
  QList<DigestRow> rows;
  for (const Core::FeedHit& hit : feeds_.preview(definition)) rows.append(rowOf(hit, filter));
  syncTo(rows);
}

DigestRow FeedModel::rowOf(const Core::FeedHit& hit, const Core::FeedFilter& filter) const {
  DigestRow row;
  row.withRoom = true;
  row.unread = fresh_.contains({hit.room, hit.chatId}) ? 1 : 0;
  const Core::Room* room = client_.room(hit.room);
  if (room) row.room = room->summary();
  row.room.uri = hit.room;
  if (hit.message) {
    row.message = *hit.message;
  } else {
    row.message.room = hit.room;
    row.message.chatId = hit.chatId;
    row.message.time = hit.time;
    row.message.text = tr("This message is not on this computer yet.");
    return row;
  }
  const QString text = Xccos::parseChatText(row.message.text).plainText().trimmed();
  for (const auto& range : filter.marksIn(text)) {
    const QString part = text.mid(range.start, range.length).trimmed();
    if (!row.marked.contains(part)) row.marked.append(part);
  }
  return row;
}

}  // namespace Parlour::Models
