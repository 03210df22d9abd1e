// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>

#include "app/models/wire/WireRow.h"

namespace Parlour::Models {

// Columns and sentences made of a row: for the ladder, assistive tools, copies and the detail pane.
class WireSentence {
  Q_DECLARE_TR_FUNCTIONS(Parlour::Models::WireSentence)

 public:
  static QString offset(const WireRow& row);   // "0.517"
  static QString elapsed(const WireRow& row);  // "46 ms"; empty when unknown
  static QString status(const WireRow& row);   // "200", "waiting", "no answer"
  static QString route(const WireRow& row);    // "Persistent Chat to Client"
  // "Persistent Chat to Client · 08:00:00.517 · 46 ms · 3,412 bytes", in local time.
  static QString summary(const WireRow& row);
  // "0.517 seconds, Persistent Chat to Client, INFO rpl bjoin · 7 joined, 200, 46 ms"
  static QString accessible(const WireRow& row);
};

}  // namespace Parlour::Models
