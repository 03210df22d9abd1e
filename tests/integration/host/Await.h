// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QFuture>
#include <QTest>

#include "protocol/support/Result.h"
#include "tests/integration/host/ClientHost.h"

namespace Parlour::Tests {

// Runs the event loop until the answer is there; a Timeout error after ten seconds.
template <typename T>
T await(QFuture<T> future) {
  QElapsedTimer timer;
  timer.start();
  while (!future.isFinished() && timer.elapsed() < 10'000) QTest::qWait(1);
  if (future.isFinished() && future.resultCount() > 0) return future.result();
  return Error::make(ErrorCode::Timeout, QStringLiteral("no answer in the test's time"));
}

// The room with exactly that name in a search of `host`; empty when it cannot be seen.
inline RoomUri findRoom(ClientHost& host, const QString& name) {
  Core::RoomSearchQuery query;
  query.words = name;
  const auto found = await(host->searchRooms(query));
  if (!found) return {};
  for (const auto& room : found->rooms) {
    if (room.name == name) return room.uri;
  }
  return {};
}

}  // namespace Parlour::Tests
