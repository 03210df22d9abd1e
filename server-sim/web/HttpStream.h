// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <httplib.h>

#include <chrono>
#include <memory>

namespace Parlour::Server {

struct TlsFree {
  void operator()(SSL* tls) const { SSL_free(tls); }
  void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
};
using TlsContext = std::unique_ptr<SSL_CTX, TlsFree>;

// One accepted connection, plain or TLS, whose every wait ends at a deadline and whose input ends at a number of
// bytes; so neither slow nor endless requests hold a thread. Owns the socket. One thread, shutdown() of the socket
// from others ends its waits.
class HttpStream final : public httplib::Stream {
 public:
  // `context` null: plain.
  HttpStream(int socket, SSL_CTX* context);
  ~HttpStream() override;
  HttpStream(const HttpStream&) = delete;
  HttpStream& operator=(const HttpStream&) = delete;

  // The handshake of TLS; true at once on a plain connection.
  bool accept(int milliseconds);
  // Waits for the first byte of a request, then allows so much time and input for all of it.
  bool beginRequest(int idleMs, int requestMs, size_t bytes);
  // The request may have so many bytes more; and from now on so much time.
  void allowBytes(size_t bytes) { budget_ += bytes; }
  void allowTime(int milliseconds) { deadline_ = Time::now() + std::chrono::milliseconds(milliseconds); }
  // Tells the peer that nothing more comes and reads what it still sends, for a short time, so that it gets the answer.
  void finish();

  bool is_readable() const override { return true; }
  bool is_writable() const override { return true; }
  ssize_t read(char* data, size_t size) override;
  ssize_t write(const char* data, size_t size) override;
  void get_remote_ip_and_port(std::string& ip, int& port) const override;
  void get_local_ip_and_port(std::string& ip, int& port) const override;
  socket_t socket() const override { return socket_; }

 private:
  using Time = std::chrono::steady_clock;
  ssize_t receive(char* data, size_t size);
  ssize_t send(const char* data, size_t size);
  // After a call that would block: waits until it may be repeated, false at the deadline.
  bool waitAfter(ssize_t result, short plainEvent);
  bool waitFor(short event);

  const int socket_;
  std::unique_ptr<SSL, TlsFree> tls_;
  Time::time_point deadline_;
  size_t budget_ = 0;  // bytes that may still be read
  char buffer_[4096];
  size_t begin_ = 0;
  size_t end_ = 0;
};

}  // namespace Parlour::Server
