// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "app/core/session/SipLink.h"
#include "protocol/signin/DeregistrationNotice.h"

namespace Parlour::Core {

// What became of a REGISTER.
struct RegistrationResult {
  enum class Kind { Registered, Redirected, Failed };
  Kind kind = Kind::Failed;
  Error error;             // Failed
  Sip::Response response;  // Redirected: with the new address
};

// The registration of this endpoint (signin 1.3, 1.8 to 1.10): REGISTER with challenge, the GRUU, refresh before it
// expires, sign-off. GUI thread; the link must outlive it.
class Registrar {
 public:
  using OnResult = std::function<void(const RegistrationResult&)>;

  Registrar(SipLink& link, Scheduler& scheduler);
  ~Registrar();

  void registerEndpoint(OnResult done);
  void deregister(std::function<void()> done);
  // Asks for a sign of life by an early refresh; `silent` is called when none comes in time.
  void probe(qint64 limitMs, std::function<void()> silent);
  void reset();  // the connection is gone: forgets everything
  // After how much silence something must be sent (signin 1.10); nullopt when not agreed.
  std::optional<qint64> keepAliveMs() const { return keepAliveMs_; }

  bool takesPresenceLists() const { return takesPresenceLists_; }  // `adhoclist` in the 200

  std::function<void()> onBindingLost;          // a refresh found that the server had forgotten us
  std::function<void(const Error&)> onRemoved;  // the server ended the registration, or a refresh failed

 private:
  Sip::Request makeRegister();
  QByteArray contactForRegister() const;
  void accepted(const Sip::Response& response);
  void scheduleRefresh(int expiresSeconds);
  void refresh();
  void refreshed(const Sip::Response& response);
  bool handle(Sip::IncomingId incoming, const Sip::Request& request);

  SipLink& link_;
  Timer refreshTimer_;
  Timer probeTimer_;
  Lifetime lifetime_;
  SipLink::HandlerId handler_ = 0;
  QByteArray callId_;
  QByteArray tag_;
  QByteArray opaque_;  // ms-opaque: the server puts it into the URIs of its requests
  quint32 cseq_ = 0;
  std::optional<qint64> keepAliveMs_;
  bool takesPresenceLists_ = false;
};

}  // namespace Parlour::Core
