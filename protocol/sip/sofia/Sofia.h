// SPDX-License-Identifier: Apache-2.0
#pragma once

// The one place that includes Sofia-SIP: its callback argument types are macros that must be the same in every file.
// Only .cpp files and internal headers of protocol/sip/sofia include this.
namespace Parlour::Sip {
class SipLoopCore;
class SofiaAgent;
}  // namespace Parlour::Sip

#define SU_ROOT_MAGIC_T Parlour::Sip::SipLoopCore
#define SU_TIMER_ARG_T void
#define SU_MSG_ARG_T Parlour::Sip::SipLoopCore*
#define NTA_AGENT_MAGIC_T Parlour::Sip::SofiaAgent
#define TP_CLIENT_T void
#define TP_STACK_T nta_agent_t

#include <sofia-sip/msg.h>
#include <sofia-sip/msg_addr.h>
#include <sofia-sip/msg_header.h>
#include <sofia-sip/nta.h>
#include <sofia-sip/nta_stateless.h>
#include <sofia-sip/nta_tport.h>
#include <sofia-sip/sip.h>
#include <sofia-sip/sip_header.h>
#include <sofia-sip/sip_parser.h>
#include <sofia-sip/sip_protos.h>
#include <sofia-sip/su.h>
#include <sofia-sip/su_log.h>
#include <sofia-sip/su_wait.h>
#include <sofia-sip/tport.h>
#include <sofia-sip/tport_tag.h>

#include <memory>

namespace Parlour::Sip {

template <auto destroy>
struct SofiaDeleter {
  template <typename T>
  void operator()(T* object) const noexcept {
    destroy(object);
  }
};

using MsgPtr = std::unique_ptr<msg_t, SofiaDeleter<msg_destroy>>;
using AgentPtr = std::unique_ptr<nta_agent_t, SofiaDeleter<nta_agent_destroy>>;
using TportPtr = std::unique_ptr<tport_t, SofiaDeleter<tport_unref>>;  // one reference, not the connection itself
using TimerPtr = std::unique_ptr<su_timer_t, SofiaDeleter<su_timer_destroy>>;
using RootPtr = std::unique_ptr<su_root_t, SofiaDeleter<su_root_destroy>>;

}  // namespace Parlour::Sip
