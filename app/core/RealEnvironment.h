// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "app/core/Environment.h"

namespace Parlour::Core {

// A server's certificate that this computer does not trust, for the person to decide on (DESIGN D5b).
struct CertificateQuestion {
  QString server;        // host and port
  QString reason;        // why it is not trusted, one sentence
  QString fingerprint;   // SHA-256, "AB:CD:…"
  bool changed = false;  // another certificate was accepted for this server before
};
using CertificateDecision = std::function<void(bool accept)>;

struct RealEnvironmentOptions {
  QString settingsFile;       // INI file
  QString outboxDirectory;    // posts and transfers that are not finished; empty: they end with the program
  QString cacheDirectory;     // messages for reading without a connection; empty: none are kept
  QString downloadDirectory;  // empty: where the desktop puts downloads
  QString trustDirectory;     // accepted certificates and the trust files that the transport reads
  // Asked on the GUI thread, at most once at a time; empty: unknown certificates are refused.
  std::function<void(const CertificateQuestion&, const CertificateDecision&)> askAboutCertificate;
  // Whether plain TCP may be used for names found by DNS; loopback always may (DESIGN 5).
  bool allowPlaintext = false;
};

// The environment of a program: Qt timers, an INI file, DNS and a TLS probe by Qt. The transport is the program's
// (it runs Sofia-SIP on its own thread) and must deliver on the GUI thread; `trace` is the one it writes to.
Environment makeRealEnvironment(std::unique_ptr<Sip::Transport> transport, Sip::TraceBuffer* trace,
                                const RealEnvironmentOptions& options);

}  // namespace Parlour::Core
