// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QMetaType>

#include "app/core/Types.h"

namespace Parlour::Models {

// One message and how it stands among its neighbours; lines above it belong to the row, so that each
// message is exactly one row.
struct TimelineRow {
  Core::Message message;
  QDate day;                  // local date
  bool dayLineAbove = false;  // first message of its day
  bool newLineAbove = false;  // first one after the read mark when the room was entered
  bool grouped = false;       // same author within 5 minutes, no line between: no avatar, no name
};

}  // namespace Parlour::Models

Q_DECLARE_METATYPE(Parlour::Models::TimelineRow)
