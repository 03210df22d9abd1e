// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include "server-sim/compliance/EventRecorder.h"

namespace Parlour::Server {

// What the server is told at its start, by those who run the machine; the rest are settings of chat administrators
// (`parlourctl compliance config`). Values.
struct ComplianceConfig {
  bool always = false;  // record although no adapter is configured; then the XML adapter is used
  bool archive = false;  // keep everything in the archive as well; recorded then in any case
  FullQueue whenFull = FullQueue::Open;
  qint64 limitEvents = 1'000'000;  // that wait to be delivered, before the queue counts as full
  int limitMinutes = 60;           // beyond the interval that the oldest may wait; 0: any time
  QByteArray program;              // of AdapterType=program: a path, never a setting of chat administrators
  int programSeconds = 60;
};

}  // namespace Parlour::Server
