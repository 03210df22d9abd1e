// SPDX-License-Identifier: Apache-2.0
#include "app/core/export/HistoryExport.h"

#include <QDateTime>
#include <utility>

#include "app/core/Client.h"
#include "protocol/support/WholeFile.h"

namespace Parlour::Core {

HistoryExport::HistoryExport(Client& client, const HistoryOrder& order, QObject* parent)
    : QObject(parent), client_(client), order_(order) {}

void HistoryExport::start() {
  const Room* room = client_.room(order_.room);
  if (room == nullptr) return finish(Error::make(ErrorCode::NotJoined, tr("You are no longer in this room.")));
  if (room->joinState() != JoinState::Joined) {
    return finish(Error::make(ErrorCode::ConnectionLost, tr("The history can be exported while you are connected.")));
  }
  if (room->newestKnown() == 0) return write();
  askBefore(room->newestKnown() + 1);
}

void HistoryExport::cancel() { finish(Error::make(ErrorCode::Cancelled, tr("The export was cancelled."))); }

void HistoryExport::askBefore(ChatId chatId) {
  client_.historyBefore(order_.room, chatId, kPage).then(this, [this, chatId](const Result<QList<Message>>& page) {
    if (!done_) take(chatId, page);
  });
}

void HistoryExport::take(ChatId before, const Result<QList<Message>>& page) {
  if (!page) {
    if (page.error().code != ErrorCode::ConnectionLost) return finish(page.error());
    return finish(Error::make(ErrorCode::ConnectionLost,
                              tr("The connection was lost. Nothing was written; export again when it is back.")));
  }
  ChatId oldest = before;
  Timestamp reached;
  for (auto message = page->crbegin(); message != page->crend(); ++message) {
    if (message->chatId >= oldest) continue;
    oldest = message->chatId;
    reached = message->time;
    const bool early = !order_.from.isNull() && message->time < order_.from;
    const bool late = !order_.to.isNull() && message->time > order_.to;
    if (!early && !late) newestFirst_.append(*message);
  }
  if (newestFirst_.size() > kMostMessages) {
    return finish(Error::make(ErrorCode::LimitExceeded,
                              tr("These are more than %Ln messages. Choose a shorter time.", nullptr, kMostMessages)));
  }
  if (oldest < before) Q_EMIT progressed(static_cast<int>(newestFirst_.size()), reached);
  if (done_) return;
  const bool pastRange = !order_.from.isNull() && reached < order_.from;
  if (oldest == before || oldest <= 1 || pastRange) return write();
  askBefore(oldest);
}

void HistoryExport::write() { finish(writeFile()); }

Result<int> HistoryExport::writeFile() const {
  WholeFile file(order_.path);
  const auto failed = [&file] {
    return Error::make(ErrorCode::Storage, tr("The file could not be written: %1").arg(file.errorString()));
  };
  if (!file.open(QIODevice::WriteOnly)) return failed();
  const Room* room = client_.room(order_.room);
  const HistoryHead head{room ? room->summary().name : QString(), order_.room, order_.from, order_.to,
                         Timestamp::fromMs(QDateTime::currentMSecsSinceEpoch())};
  const auto format = makeHistoryFormat(order_.kind);
  bool ok = file.write(format->head(head)) >= 0;
  for (auto message = newestFirst_.crbegin(); ok && message != newestFirst_.crend(); ++message) {
    ok = file.write(format->message(*message)) >= 0;
  }
  ok = ok && file.write(format->foot()) >= 0;
  if (!ok || !file.commit()) return failed();
  return static_cast<int>(newestFirst_.size());
}

void HistoryExport::finish(const Result<int>& result) {
  if (std::exchange(done_, true)) return;
  newestFirst_.clear();
  Q_EMIT finished(result);
}

}  // namespace Parlour::Core
