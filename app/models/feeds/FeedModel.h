// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSet>

#include "app/core/feeds/Feeds.h"
#include "app/models/DigestModel.h"

namespace Parlour::Models {

// The messages of one feed, newest first, or what a feed that is being written would have. What was unread when it came
// into the list stays marked until another feed is shown. GUI thread; client and feeds outlive it.
class FeedModel : public DigestModel {
  Q_OBJECT

 public:
  FeedModel(Core::Client& client, Core::Feeds& feeds, QObject* parent = nullptr);

  const QString& feed() const { return feed_; }
  void showFeed(const QString& id);  // empty: none
  void showPreview(const Core::FeedDefinition& definition);

 private:
  void refresh();
  DigestRow rowOf(const Core::FeedHit& hit, const Core::FeedFilter& filter) const;

  Core::Client& client_;
  Core::Feeds& feeds_;
  QString feed_;
  QSet<QPair<RoomUri, ChatId>> fresh_;
};

}  // namespace Parlour::Models
