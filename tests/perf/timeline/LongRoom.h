// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <functional>

#include "app/core/Room.h"

namespace Parlour::Perf {

// A room with a long past that exists only as a rule: every message can be made from its number. Answers the timeline's
// wish for older and newer pages in the next turn of the event loop, as a server beside the client would.
class LongRoom : public QObject {
 public:
  explicit LongRoom(ChatId messages);

  Core::Room& room() { return room_; }
  ChatId messages() const { return newest_; }
  void showNewest();
  void showAround(ChatId chatId);
  void fetchOlder();
  void fetchNewer();
  void postOne();  // a live message from somebody else

 private:
  Core::Message message(ChatId chatId) const;
  QList<Core::Message> run(ChatId first, ChatId last) const;

  void answerLater(std::function<void()> answer);

  Core::Room room_;
  ChatId newest_;
  bool underWay_ = false;
};

}  // namespace Parlour::Perf
