// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QObject>

#include "app/core/export/HistoryFormat.h"
#include "protocol/support/Result.h"

namespace Parlour::Core {

class Client;

struct HistoryOrder {
  RoomUri room;
  HistoryFile kind = HistoryFile::Text;
  QString path;
  Timestamp from;  // empty: from the first message
  Timestamp to;    // inclusive; empty: to the newest message
};

// Writes the history of a followed or opened room into a file. Pages backwards through what the server has, then
// writes oldest first; the file appears whole or not at all. `finished` comes once, also after cancel(). One run an
// object; GUI thread; the client outlives it.
class HistoryExport : public QObject {
  Q_OBJECT

 public:
  static constexpr int kPage = 100;
  static constexpr int kMostMessages = 200'000;

  HistoryExport(Client& client, const HistoryOrder& order, QObject* parent = nullptr);

  void start();
  void cancel();

 Q_SIGNALS:
  void progressed(int messages, Parlour::Timestamp reachedBack);
  void finished(const Parlour::Result<int>& messages);

 private:
  void askBefore(ChatId chatId);
  void take(ChatId before, const Result<QList<Message>>& page);
  void write();
  Result<int> writeFile() const;
  void finish(const Result<int>& result);

  Client& client_;
  HistoryOrder order_;
  QList<Message> newestFirst_;
  bool done_ = false;
};

}  // namespace Parlour::Core
