// SPDX-License-Identifier: Apache-2.0
#include "server-sim/web/HttpStream.h"

#include <fcntl.h>
#include <openssl/err.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

namespace Parlour::Server {
namespace {

constexpr int kLingerMs = 1'000;
constexpr size_t kLingerBytes = 1024 * 1024;

void addressOf(const sockaddr_storage& address, socklen_t length, std::string& ip, int& port) {
  char host[NI_MAXHOST] = {};
  char service[NI_MAXSERV] = {};
  const int failed = getnameinfo(reinterpret_cast<const sockaddr*>(&address), length, host, sizeof host, service,
                                 sizeof service, NI_NUMERICHOST | NI_NUMERICSERV);
  ip = failed ? std::string() : std::string(host);
  port = failed ? 0 : std::atoi(service);
}

}  // namespace

HttpStream::HttpStream(int socket, SSL_CTX* context) : socket_(socket) {
  fcntl(socket_, F_SETFL, fcntl(socket_, F_GETFL) | O_NONBLOCK);
  if (!context) return;
  tls_.reset(SSL_new(context));
  if (tls_) SSL_set_fd(tls_.get(), socket_);
}

HttpStream::~HttpStream() {
  tls_.reset();
  ::close(socket_);
}

bool HttpStream::accept(int milliseconds) {
  if (!tls_) return true;
  deadline_ = Time::now() + std::chrono::milliseconds(milliseconds);
  for (;;) {
    ERR_clear_error();
    const int result = SSL_accept(tls_.get());
    if (result == 1) return true;
    if (!waitAfter(result, POLLIN)) return false;
  }
}

bool HttpStream::beginRequest(int idleMs, int requestMs, size_t bytes) {
  deadline_ = Time::now() + std::chrono::milliseconds(idleMs);
  budget_ = bytes;
  if (begin_ == end_) {
    const ssize_t count = receive(buffer_, std::min(sizeof buffer_, budget_));
    if (count <= 0) return false;
    begin_ = 0;
    end_ = static_cast<size_t>(count);
  }
  deadline_ = Time::now() + std::chrono::milliseconds(requestMs);
  budget_ -= std::min(budget_, end_ - begin_);
  return true;
}

void HttpStream::finish() {
  if (tls_) SSL_shutdown(tls_.get());
  ::shutdown(socket_, SHUT_WR);
  deadline_ = Time::now() + std::chrono::milliseconds(kLingerMs);
  char ignored[4096];
  for (size_t total = 0; total < kLingerBytes;) {
    const ssize_t count = ::recv(socket_, ignored, sizeof ignored, 0);
    if (count > 0) {
      total += static_cast<size_t>(count);
    } else if (count == 0 || (errno != EAGAIN && errno != EINTR) || !waitFor(POLLIN)) {
      return;
    }
  }
}

ssize_t HttpStream::read(char* data, size_t size) {
  if (begin_ == end_) {
    if (budget_ == 0) return -1;
    const ssize_t count = receive(buffer_, std::min(sizeof buffer_, budget_));
    if (count <= 0) return count;
    begin_ = 0;
    end_ = static_cast<size_t>(count);
    budget_ -= end_;
  }
  const size_t given = std::min(size, end_ - begin_);
  std::memcpy(data, buffer_ + begin_, given);
  begin_ += given;
  return static_cast<ssize_t>(given);
}

ssize_t HttpStream::write(const char* data, size_t size) {
  size_t sent = 0;
  while (sent < size) {
    const ssize_t count = send(data + sent, size - sent);
    if (count <= 0) return -1;
    sent += static_cast<size_t>(count);
  }
  return static_cast<ssize_t>(sent);
}

ssize_t HttpStream::receive(char* data, size_t size) {
  for (;;) {
    ERR_clear_error();
    const ssize_t count = tls_ ? SSL_read(tls_.get(), data, static_cast<int>(size)) : ::recv(socket_, data, size, 0);
    if (count > 0 || (count == 0 && !tls_)) return count;
    if (!waitAfter(count, POLLIN)) return -1;
  }
}

ssize_t HttpStream::send(const char* data, size_t size) {
  const size_t part = std::min<size_t>(size, 64 * 1024);
  for (;;) {
    ERR_clear_error();
    const ssize_t count =
        tls_ ? SSL_write(tls_.get(), data, static_cast<int>(part)) : ::send(socket_, data, part, MSG_NOSIGNAL);
    if (count > 0) return count;
    if (!waitAfter(count, POLLOUT)) return -1;
  }
}

bool HttpStream::waitAfter(ssize_t result, short plainEvent) {
  if (!tls_) return (errno == EAGAIN || errno == EINTR) && waitFor(plainEvent);
  const int reason = SSL_get_error(tls_.get(), static_cast<int>(result));
  if (reason == SSL_ERROR_WANT_READ) return waitFor(POLLIN);
  return reason == SSL_ERROR_WANT_WRITE && waitFor(POLLOUT);
}

bool HttpStream::waitFor(short event) {
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline_ - Time::now()).count();
    if (left <= 0) return false;
    pollfd watched{socket_, event, 0};
    const int ready = poll(&watched, 1, static_cast<int>(left));
    if (ready > 0) return true;
    if (ready == 0 || errno != EINTR) return false;
  }
}

void HttpStream::get_remote_ip_and_port(std::string& ip, int& port) const {
  sockaddr_storage address{};
  socklen_t length = sizeof address;
  if (getpeername(socket_, reinterpret_cast<sockaddr*>(&address), &length) == 0) addressOf(address, length, ip, port);
}

void HttpStream::get_local_ip_and_port(std::string& ip, int& port) const {
  sockaddr_storage address{};
  socklen_t length = sizeof address;
  if (getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &length) == 0) addressOf(address, length, ip, port);
}

}  // namespace Parlour::Server
