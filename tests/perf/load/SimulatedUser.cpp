// SPDX-License-Identifier: Apache-2.0
#include "tests/perf/load/SimulatedUser.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>

#include "tests/perf/load/OrganisationFile.h"

namespace Parlour::Perf {
namespace {

constexpr size_t kReadBytes = 64 * 1024;
constexpr int kSuccess = 200;
// Ids stand near the front of a body: no need to look through a long one.
constexpr size_t kIdRange = 400;

template <typename Number>
Number numberIn(std::string_view text) {
  Number value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

int connectedSocket(int port) {
  const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return -1;
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(descriptor, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    close(descriptor);
    return -1;
  }
  const int on = 1;
  setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return descriptor;
}

int localPortOf(int descriptor) {
  sockaddr_in address{};
  socklen_t length = sizeof address;
  getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &length);
  return ntohs(address.sin_port);
}

}  // namespace

SimulatedUser::SimulatedUser(int number, std::vector<int> rooms, const SignInPlan& plan, EventLoop& loop,
                             UserObserver& observer)
    : number_(number), rooms_(std::move(rooms)), plan_(plan), loop_(loop), observer_(observer) {}

SimulatedUser::~SimulatedUser() {
  if (socket_ >= 0) close(socket_);
}

void SimulatedUser::signIn() {
  socket_ = connectedSocket(plan_.port);
  if (socket_ < 0) return fail(std::string("connect: ") + strerror(errno));
  requests_ = std::make_unique<UserRequests>(OrganisationFile::user(number_), localPortOf(socket_));
  watched_ = EPOLLIN;
  loop_.watch(socket_, watched_, this);
  step_ = Step::Register;
  send(requests_->registration());
}

void SimulatedUser::post(int room, std::string_view text, uint64_t marker) {
  const std::string request =
      requests_->info(chatPost(OrganisationFile::roomUri(room), requests_->identity().address, text));
  unansweredPosts_[requests_->lastInfo()] = marker;
  send(request);
}

void SimulatedUser::fetchHistory(int room, int messages) {
  send(requests_->info(historyCommand(OrganisationFile::roomUri(room), messages)));
}

void SimulatedUser::search(const std::vector<int>& rooms, std::string_view words, int messages) {
  std::vector<std::string> uris;
  for (const int room : rooms) uris.push_back(OrganisationFile::roomUri(room));
  send(requests_->info(searchCommand(uris, words, messages)));
}

void SimulatedUser::ready(unsigned events) {
  if (events & EPOLLOUT) flush();
  if (step_ != Step::Failed && (events & (EPOLLIN | EPOLLERR | EPOLLHUP))) readSome();
}

void SimulatedUser::readSome() {
  static std::array<char, kReadBytes> bytes;  // of the one thread that runs the loop
  const ssize_t count = recv(socket_, bytes.data(), bytes.size(), MSG_DONTWAIT);
  if (count < 0 && (errno == EAGAIN || errno == EINTR)) return;
  if (count <= 0) return fail(count == 0 ? "the server closed the connection" : strerror(errno));
  bytesReceived_ += static_cast<uint64_t>(count);
  reading_ = true;
  reader_.feed({bytes.data(), static_cast<size_t>(count)}, [this](const SipFrame& frame) { take(frame); });
  reading_ = false;
  if (reader_.broken()) return fail("what the server sent is not SIP");
  flush();
}

void SimulatedUser::take(const SipFrame& frame) {
  if (frame.isResponse()) return takeResponse(frame);
  if (frame.method() == "BENOTIFY") return;
  appendResponse(out_, frame, "200 OK");
  if (frame.method() == "INFO") takeInfo(frame);
}

void SimulatedUser::takeResponse(const SipFrame& response) {
  const int status = response.status();
  if (status < kSuccess) return;
  const std::string_view cseq = response.header("CSeq");
  if (cseq.ends_with("INFO")) {
    const auto post = unansweredPosts_.extract(numberIn<uint32_t>(cseq));
    if (!post.empty() && status != kSuccess) return observer_.postRefused(*this, post.mapped(), status);
    if (post.empty() && status != kSuccess) fail("INFO answered with " + std::to_string(status));
    return;
  }
  if (status != kSuccess) return fail(std::string(cseq) + " answered with " + std::string(response.startLine));
  advance(response);
}

void SimulatedUser::advance(const SipFrame& response) {
  switch (step_) {
    case Step::Register: {
      const std::string_view gruu = between(response.header("Contact"), "gruu=\"", '"');
      if (!gruu.empty()) requests_->setGruu(gruu);
      if (plan_.registrationOnly) {
        requests_->setDialog(response.header("To"), response.header("To"));
        return complete();
      }
      step_ = Step::Provision;
      return send(requests_->provisioning());
    }
    case Step::Provision: {
      const std::string_view pool = between(response.body, "\"DefaultPersistentChatPoolUri\">", '<');
      if (pool.empty()) return fail("provisioning without a pool");
      poolUri_ = pool;
      step_ = plan_.roamingSelf ? Step::Roam : Step::Invite;
      return send(plan_.roamingSelf ? requests_->roamingSelf() : requests_->invite(poolUri_));
    }
    case Step::Roam:
      step_ = Step::Invite;
      return send(requests_->invite(poolUri_));
    case Step::Invite:
      return inviteAccepted(response);
    case Step::Idle:
    case Step::ServerInfo:
    case Step::Join:
    case Step::History:
    case Step::SignedIn:
    case Step::Failed:
      return;
  }
}

void SimulatedUser::inviteAccepted(const SipFrame& response) {
  std::string request = requests_->acknowledge(response.header("To"), between(response.header("Contact"), "<", '>'));
  step_ = Step::ServerInfo;
  send(request.append(requests_->info(serverInfoCommand(requests_->identity().domain))));
}

void SimulatedUser::takeInfo(const SipFrame& info) {
  const std::string_view front = info.body.substr(0, kIdRange);
  if (front.find("<grpchat ") != std::string_view::npos) {
    const Delivery delivery{numberIn<uint64_t>(between(info.body, " chatId=\"", '"')),
                            between(info.body, "<chat>", '<')};
    return observer_.delivered(*this, delivery);
  }
  if (front.find("<rpl ") != std::string_view::npos) takeReply(info.body);
  if (front.find("<err ") != std::string_view::npos)
    fail("error report: " + std::string(info.body.substr(0, kIdRange)));
}

void SimulatedUser::takeReply(std::string_view body) {
  const std::string_view front = body.substr(0, kIdRange);
  const std::string_view id = between(front, "<rpl id=\"", '"');
  const int code = numberIn<int>(between(front, "<resp code=\"", '"'));
  const bool isHistory = id == "rpl:bccontext" || id == "rpl:bcquery";
  if (step_ == Step::SignedIn && isHistory) return observer_.historyReceived(*this, code, body);
  if (code != kSuccess) return fail(std::string(id) + " with code " + std::to_string(code));
  if (step_ == Step::ServerInfo && id == "rpl:getserverinfo") {
    step_ = Step::Join;
    std::vector<std::string> guids;
    for (const int room : rooms_) guids.push_back(OrganisationFile::roomGuid(room));
    return send(requests_->info(batchJoinCommand(requests_->identity().domain, guids)));
  }
  if (step_ == Step::Join && id == "rpl:bjoin") {
    if (body.find("<fib ") != std::string_view::npos) return fail("a room was refused");
    return afterJoin();
  }
  if (step_ == Step::History && isHistory && --historiesMissing_ == 0) complete();
}

void SimulatedUser::afterJoin() {
  historiesMissing_ = plan_.historyMessages == 0 ? 0 : rooms_.size();
  if (historiesMissing_ == 0) return complete();
  step_ = Step::History;
  for (const int room : rooms_) fetchHistory(room, plan_.historyMessages);
}

void SimulatedUser::complete() {
  step_ = Step::SignedIn;
  observer_.signedIn(*this);
}

void SimulatedUser::send(std::string_view bytes) {
  out_.append(bytes);
  if (!reading_) flush();
}

void SimulatedUser::flush() {
  if (socket_ < 0) return;
  while (outStart_ < out_.size()) {
    const ssize_t count =
        ::send(socket_, out_.data() + outStart_, out_.size() - outStart_, MSG_DONTWAIT | MSG_NOSIGNAL);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && errno == EAGAIN) break;
    if (count < 0) return fail(std::string("send: ") + strerror(errno));
    outStart_ += static_cast<size_t>(count);
  }
  if (outStart_ == out_.size()) {
    out_.clear();
    outStart_ = 0;
  }
  const unsigned wanted = out_.empty() ? EPOLLIN : EPOLLIN | EPOLLOUT;
  if (wanted == watched_) return;
  watched_ = wanted;
  loop_.change(socket_, watched_, this);
}

void SimulatedUser::fail(const std::string& reason) {
  if (step_ == Step::Failed) return;
  step_ = Step::Failed;
  if (socket_ >= 0) close(socket_);
  socket_ = -1;
  observer_.failed(*this, reason);
}

}  // namespace Parlour::Perf
