// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTemporaryDir>

#include "app/core/Environment.h"

namespace Parlour::Tests {

// The outside world of a client in a test: real sockets, real timers, and a profile of its own on a made-up computer.
// `context` and `trace` outlive the client; `acceptCertificates` is asked whenever a person would be.
Core::Environment makeTestEnvironment(QObject* context, Sip::TraceBuffer* trace, const QTemporaryDir& profile,
                                      const QByteArray& computer, std::function<bool()> acceptCertificates);

}  // namespace Parlour::Tests
