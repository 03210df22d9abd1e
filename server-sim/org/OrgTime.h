// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QTimeZone>
#include <optional>

#include "protocol/support/Clock.h"

namespace Parlour::Server {

// The moment and the zone that times of an organisation file are relative to.
struct OrgMoment {
  Timestamp now;
  QTimeZone zone;
};

// Reads "-40m" (s, m, h before now), "-3d 08:41" (calendar days back, time of day in the zone),
// "-2wd 08:41" (working days back, Monday to Friday) or an ISO time. Days count from 1 and go back
// ten years at most. Nothing when the text has another form; the result may be in the future.
std::optional<Timestamp> parseOrgTime(const QString& text, const OrgMoment& moment);

}  // namespace Parlour::Server
