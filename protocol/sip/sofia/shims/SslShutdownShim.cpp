// SPDX-License-Identifier: Apache-2.0
// Wraps SSL_shutdown: libsofia-sip-ua calls it as the last thing before it forgets an SSL object and never frees it
// (sofia-sip 5.2). Only calls that come out of that library are treated; everybody else's pass unchanged.
#include <dlfcn.h>
#include <openssl/bio.h>
#include <openssl/ssl.h>

#include <cstring>

#include "protocol/sip/sofia/Sofia.h"

namespace {

// The load address of the library is found through a function that only it defines.
const void* sofiaLoadAddress() {
  static const void* const address = [] {
    Dl_info info{};
    void* const function = dlsym(RTLD_DEFAULT, "tport_tcreate");
    return function != nullptr && dladdr(function, &info) != 0 ? info.dli_fbase : nullptr;
  }();
  return address;
}

bool isFromSofia(const void* returnAddress) {
  Dl_info info{};
  return dladdr(returnAddress, &info) != 0 && info.dli_fbase != nullptr && info.dli_fbase == sofiaLoadAddress();
}

using ShutdownFunction = int (*)(SSL*);

ShutdownFunction realShutdown() {
  static const auto function = reinterpret_cast<ShutdownFunction>(dlsym(RTLD_NEXT, "SSL_shutdown"));
  return function;
}

}  // namespace

extern "C" __attribute__((visibility("default"), used, noinline)) int SSL_shutdown(SSL* ssl) {
  const void* const caller = __builtin_return_address(0);
  const ShutdownFunction real = realShutdown();
  const int result = real != nullptr ? real(ssl) : -1;
  if (ssl == nullptr || !isFromSofia(caller)) return result;
  // Sofia frees its context and its BIO itself afterwards, so SSL_free must not take their last reference.
  SSL_CTX* const context = SSL_get_SSL_CTX(ssl);
  BIO* const bio = SSL_get_rbio(ssl);
  if (context != nullptr) SSL_CTX_up_ref(context);
  if (bio != nullptr) BIO_up_ref(bio);
  SSL_free(ssl);
  return result;
}
