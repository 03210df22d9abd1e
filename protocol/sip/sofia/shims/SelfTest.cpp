// SPDX-License-Identifier: Apache-2.0
#include "protocol/sip/sofia/shims/SelfTest.h"

#include <dlfcn.h>
#include <openssl/ssl.h>

#include "protocol/sip/sofia/Sofia.h"

namespace Parlour::Sip {

namespace {

Error missingShim(const QString& what) {
  return Error::make(
      ErrorCode::Internal,
      QStringLiteral("This program was built wrongly: its correction of the SIP library is not in effect."), what);
}

// Where the dynamic linker sends the library's calls: to the first definition in the order of loading.
bool comesFirstFromProgram(const char* symbol, void* ours) { return dlsym(RTLD_DEFAULT, symbol) == ours; }

}  // namespace

Status sipShimSelfTest() {
  if (sip_method_code("SERVICE") != sip_method_unknown || sip_method_code("SUBSCRIBE") != sip_method_subscribe) {
    return missingShim(QStringLiteral("sip_method_d"));
  }
  if (!comesFirstFromProgram("msg_extract", reinterpret_cast<void*>(&msg_extract))) {
    return missingShim(QStringLiteral("msg_extract"));
  }
  if (!comesFirstFromProgram("accept", reinterpret_cast<void*>(&::accept))) {
    return missingShim(QStringLiteral("accept"));
  }
  if (!comesFirstFromProgram("SSL_shutdown", reinterpret_cast<void*>(&SSL_shutdown))) {
    return missingShim(QStringLiteral("SSL_shutdown"));
  }
  Dl_info own{};
  Dl_info shim{};
  if (dladdr(reinterpret_cast<void*>(&sipShimSelfTest), &own) == 0 ||
      dladdr(dlsym(RTLD_DEFAULT, "SSL_shutdown"), &shim) == 0 || own.dli_fbase != shim.dli_fbase) {
    return missingShim(QStringLiteral("SSL_shutdown"));
  }
  return success();
}

}  // namespace Parlour::Sip
