// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "protocol/sip/Message.h"
#include "protocol/support/Ids.h"
#include "server-sim/frontend/FrontEndSettings.h"

namespace Parlour::Server {

// What a REGISTER says, checked for form.
struct RegisterRequest {
  SipUri user;
  QByteArray epid;
  QByteArray instance;
  QByteArray contactUri;
  QByteArray contact;  // the header value as sent
  QByteArray clientTag;
  bool wantsGruu = false;
  bool deregister = false;
  bool fromSipe = false;  // pidgin-sipe by its User-Agent
};

struct CheckedRegister {
  std::optional<RegisterRequest> request;
  Sip::Response refusal;  // when there is no request
};

// The checks of signin 1.4 that need no directory: endpoint identifiers, Event, extensions, domain.
CheckedRegister checkRegister(const Sip::Request& request, const FrontEndSettings& settings);

}  // namespace Parlour::Server
