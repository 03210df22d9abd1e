// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTest>

#include "tests/server-sim/channel/support/Actors.h"

namespace Parlour::Server::Testing {

// Data rows of one wish and what becomes of it.
struct WishRows {
  static void columns() {
    QTest::addColumn<Wish>("wish");
    QTest::addColumn<QString>("verdict");
  }
  static void row(const char* name, const Wish& wish, const char* verdict) {
    QTest::newRow(name) << wish << QString::fromUtf8(verdict);
  }
  static void check(Snapshot snapshot) {
    QFETCH(Wish, wish);
    QFETCH(QString, verdict);
    QCOMPARE(verdictOf(wish(ChannelState(std::move(snapshot)))), verdict);
  }
};

}  // namespace Parlour::Server::Testing
