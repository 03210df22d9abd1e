// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/host/LightUser.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <functional>
#include <random>
#include <utility>

namespace Parlour::Tests {
namespace {

constexpr int kSuccess = 200;
constexpr int kBusy = 503;

sockaddr_in loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

// Later than asked by up to a second, as clients do.
std::chrono::milliseconds withDelay(int seconds) {
  static std::minstd_rand random(20'261'122);
  return std::chrono::milliseconds(seconds * 1'000 + static_cast<int>(random() % 1'000));
}

}  // namespace

LightUser::LightUser(const std::string& name, const LightPlan& plan, Perf::EventLoop& loop)
    : name_(name), plan_(plan), loop_(loop) {}

LightUser::~LightUser() {
  *alive_ = false;
  leave();
}

void LightUser::leave() {
  if (socket_ >= 0) ::close(std::exchange(socket_, -1));
}

void LightUser::signIn() {
  leave();
  socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const sockaddr_in server = loopback(plan_.port);
  if (socket_ < 0 || ::connect(socket_, reinterpret_cast<const sockaddr*>(&server), sizeof server) != 0) {
    return fail(std::string("connect: ") + std::strerror(errno));
  }
  sockaddr_in own{};
  socklen_t length = sizeof own;
  getsockname(socket_, reinterpret_cast<sockaddr*>(&own), &length);
  std::array<char, 17> epid{};
  std::snprintf(epid.data(), epid.size(), "%010lx", std::hash<std::string>()(name_) & 0xffffffffffUL);
  const std::string instance = "00000000-0000-4000-8000-00" + std::string(epid.data(), 10);
  requests_ = std::make_unique<Perf::UserRequests>(
      Perf::UserIdentity{name_ + '@' + plan_.domain, plan_.domain, epid.data(), instance}, ntohs(own.sin_port));
  reader_ = std::make_unique<Perf::FrameReader>();
  step_ = Step::Register;
  loop_.watch(socket_, EPOLLIN, this);
  send(requests_->registration());
}

void LightUser::ready(unsigned) { read(); }

void LightUser::read() {
  std::array<char, 16'384> buffer{};
  const ssize_t count = ::recv(socket_, buffer.data(), buffer.size(), MSG_DONTWAIT);
  if (count < 0 && (errno == EAGAIN || errno == EINTR)) return;
  if (count <= 0) {
    leave();
    if (step_ != Step::Waiting) fail("the server closed the connection");
    return;
  }
  reader_->feed({buffer.data(), static_cast<size_t>(count)}, [this](const Perf::SipFrame& frame) {
    if (socket_ >= 0) take(frame);
  });
  if (reader_->broken()) fail("what the server sent is not SIP");
}

void LightUser::take(const Perf::SipFrame& frame) {
  if (frame.isResponse()) return takeResponse(frame);
  std::string answer;
  appendResponse(answer, frame, "200 OK");
  send(answer);
  if (frame.method() == "INFO") takeInfo(frame);
}

void LightUser::takeResponse(const Perf::SipFrame& response) {
  const int status = response.status();
  if (status < kSuccess) return;
  if (step_ == Step::In) {
    if (status == kSuccess) ++postsTaken_;
    return;
  }
  if (status == kBusy && plan_.retries) {
    const std::string seconds(response.header("Retry-After"));
    return seconds.empty() ? fail("503 without Retry-After") : comeBackLater(std::atoi(seconds.c_str()));
  }
  if (status != kSuccess) return fail(std::string(response.startLine));
  if (step_ == Step::Register) {
    step_ = Step::Invite;
    send(requests_->invite(plan_.pool));
  } else if (step_ == Step::Invite) {
    step_ = Step::Join;
    send(requests_->acknowledge(response.header("To"), Perf::between(response.header("Contact"), "<", '>')));
    send(requests_->info(Perf::batchJoinCommand(plan_.domain, {plan_.roomGuid})));
  }
}

void LightUser::takeInfo(const Perf::SipFrame& info) {
  if (info.body.find("<grpchat ") != std::string_view::npos) ++postsSeen_;
  if (step_ != Step::Join || info.body.find("\"rpl:bjoin\"") == std::string_view::npos) return;
  if (info.body.find("<fib ") != std::string_view::npos) return fail("the room was refused");
  step_ = Step::In;
}

void LightUser::comeBackLater(int seconds) {
  ++refusals_;
  step_ = Step::Waiting;
  loop_.at(std::chrono::steady_clock::now() + withDelay(seconds), [this, alive = alive_] {
    if (*alive) signIn();
  });
}

void LightUser::post(const std::string& text) {
  const std::string room = "ma-chan://" + plan_.domain + '/' + plan_.roomGuid;
  send(requests_->info(Perf::chatPost(room, name_ + '@' + plan_.domain, text)));
}

void LightUser::stall() { loop_.change(socket_, 0, this); }

void LightUser::send(const std::string& bytes) {
  const char* at = bytes.data();
  size_t left = bytes.size();
  while (left > 0 && socket_ >= 0) {
    const ssize_t count = ::send(socket_, at, left, MSG_NOSIGNAL);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return fail(std::string("send: ") + std::strerror(errno));
    at += count;
    left -= static_cast<size_t>(count);
  }
}

void LightUser::fail(const std::string& reason) {
  if (step_ == Step::Failed) return;
  step_ = Step::Failed;
  failure_ = name_ + ": " + reason;
  leave();
}

}  // namespace Parlour::Tests
