// SPDX-License-Identifier: Apache-2.0
#include "tests/crash/CrashUser.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>

namespace Parlour::Crash {
namespace {

using Perf::between;

constexpr size_t kReadBytes = 64 * 1024;
constexpr int kMissedMessages = 999;

uint64_t numberIn(std::string_view text) {
  uint64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

int connectedTo(int port) {
  const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (descriptor >= 0 && connect(descriptor, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) {
    const int on = 1;
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return descriptor;
  }
  if (descriptor >= 0) close(descriptor);
  return -1;
}

int localPortOf(int descriptor) {
  sockaddr_in address{};
  socklen_t length = sizeof address;
  getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &length);
  return ntohs(address.sin_port);
}

void replaceFirst(std::string& text, std::string_view before, char end, const std::string& with) {
  const size_t start = text.find(before) + before.size();
  text.replace(start, text.find(end, start) - start, with);
}

// The INFO with another envelope number, which stands in the body.
std::string renumbered(std::string info, uint64_t envId) {
  replaceFirst(info, " envid=\"", '"', std::to_string(envId));
  const size_t body = info.find("\r\n\r\n") + 4;
  replaceFirst(info, "Content-Length: ", '\r', std::to_string(info.size() - body));
  return info;
}

std::string commandText(std::string_view id, const std::string& data) {
  return "<cmd id=\"" + std::string(id) + "\" seqid=\"1\"><data>" + data + "</data></cmd>";
}

}  // namespace

CrashUser::CrashUser(int number, const CrashScene& scene, Perf::EventLoop& loop, CrashLedger& ledger)
    : number_(number),
      scene_(scene),
      loop_(loop),
      ledger_(ledger),
      posted_(scene.roomGuids.size()),
      nextEnvId_((uint64_t{1} << 40) + static_cast<uint64_t>(number) * 1'000'000) {}

CrashUser::~CrashUser() { dropConnection(); }

void CrashUser::dropConnection() {
  if (socket_ >= 0) close(socket_);
  socket_ = -1;
  step_ = Step::Down;
  pending_.waiting = false;
}

void CrashUser::turn() {
  if (step_ == Step::Down && scene_.port != 0) connectNow();
  if (step_ == Step::Ready) postNext();
}

void CrashUser::connectNow() {
  socket_ = connectedTo(scene_.port);
  if (socket_ < 0) return;
  char epid[16];
  std::snprintf(epid, sizeof epid, "%010x", 0xc0de00 + number_);
  char instance[48];
  std::snprintf(instance, sizeof instance, "0b9f5a2e-3c41-5d7a-8e6f-%012x", number_);
  const std::string address = "u" + std::to_string(number_) + '@' + scene_.domain;
  requests_ = std::make_unique<Perf::UserRequests>(Perf::UserIdentity{address, scene_.domain, epid, instance},
                                                   localPortOf(socket_));
  reader_ = std::make_unique<Perf::FrameReader>();
  loop_.watch(socket_, EPOLLIN, this);
  step_ = Step::Register;
  send(requests_->registration());
}

void CrashUser::ready(unsigned) {
  std::array<char, kReadBytes> bytes;
  const ssize_t count = recv(socket_, bytes.data(), bytes.size(), MSG_DONTWAIT);
  if (count < 0 && (errno == EAGAIN || errno == EINTR)) return;
  if (count <= 0) return dropConnection();
  reader_->feed({bytes.data(), static_cast<size_t>(count)}, [this](const Perf::SipFrame& frame) {
    if (step_ != Step::Down) take(frame);
  });
}

void CrashUser::take(const Perf::SipFrame& frame) {
  if (frame.isResponse()) return takeResponse(frame);
  if (frame.method() == "BENOTIFY") return;
  std::string answer;
  Perf::appendResponse(answer, frame, "200 OK");
  if (frame.method() == "INFO") takeInfo(frame.body);
  send(answer);
}

void CrashUser::takeResponse(const Perf::SipFrame& response) {
  const int status = response.status();
  if (status < 200) return;
  const std::string_view cseq = response.header("CSeq");
  if (cseq.ends_with("INFO")) {
    // Refused for now: sent again at the next turn.
    if (status == 503 && numberIn(cseq) == postCSeq_) pending_.waiting = false;
    if (status != 200 && status != 503) ledger_.complain("an INFO was answered with " + std::to_string(status));
    return;
  }
  if (status != 200) return dropConnection();
  if (step_ == Step::Register) {
    const std::string_view gruu = between(response.header("Contact"), "gruu=\"", '"');
    if (!gruu.empty()) requests_->setGruu(gruu);
    step_ = Step::Invite;
    return send(requests_->invite("sip:GC-1-PersistentChatService-1@" + scene_.domain));
  }
  if (step_ != Step::Invite) return;
  step_ = Step::Join;
  std::string rooms;
  for (size_t room = 0; room < scene_.roomGuids.size(); ++room) {
    rooms += "<chanid key=\"" + std::to_string(room) + "\" domain=\"" + scene_.domain + "\" value=\"" +
             scene_.roomGuids[room] + "\"/>";
  }
  std::string request = requests_->acknowledge(response.header("To"), between(response.header("Contact"), "<", '>'));
  send(request + requests_->info(commandText("cmd:bjoin", rooms)));
}

void CrashUser::takeInfo(std::string_view body) {
  const std::string_view front = body.substr(0, 400);
  if (front.find("<grpchat ") != std::string_view::npos) return takeLive(body);
  if (front.find("<rpl ") != std::string_view::npos) return takeReply(body);
  if (front.find("<err ") != std::string_view::npos) ledger_.complain("an error report: " + std::string(front));
}

void CrashUser::takeLive(std::string_view body) {
  const Seen message{roomOf(between(body, " chanUri=\"", '"')), numberIn(between(body, " chatId=\"", '"')),
                     std::string(between(body, "<chat>", '<'))};
  const bool mine = hasPending() && message.text == pending_.text;
  ledger_.live(number_, message, mine && pending_.tries > 1);
  if (!mine) return;
  ledger_.acknowledged(message);
  pending_ = {};
  postNext();
}

void CrashUser::takeReply(std::string_view body) {
  const std::string_view id = between(body, "<rpl id=\"", '"');
  if (between(body, "<resp code=\"", '"') != "200") return ledger_.complain(std::string(body.substr(0, 300)));
  if (id == "rpl:bjoin" && step_ == Step::Join) {
    step_ = Step::History;
    return askHistory();
  }
  if (id != "rpl:bccontext") return;
  takePage(body);
  if (--historyLeft_ > 0) return;
  step_ = Step::Ready;
  postNext();
}

void CrashUser::askHistory() {
  historyLeft_ = static_cast<int>(scene_.roomGuids.size());
  for (int room = 0; room < static_cast<int>(scene_.roomGuids.size()); ++room) {
    const std::string data =
        "<chanib uri=\"" + roomUri(room) + "\"/><bcq><last cnt=\"" + std::to_string(kMissedMessages) + "\"/></bcq>";
    send(requests_->info(commandText("cmd:bccontext", data)));
  }
}

void CrashUser::takePage(std::string_view body) {
  for (size_t at = body.find("<msg "); at != std::string_view::npos; at = body.find("<msg ", at + 1)) {
    const std::string_view message = body.substr(at);
    ledger_.page(number_, {roomOf(between(message, " chanUri=\"", '"')), numberIn(between(message, " chatId=\"", '"')),
                           std::string(between(message, "<chat>", '<'))});
  }
}

void CrashUser::postNext() {
  if (step_ != Step::Ready || pending_.waiting) return;
  if (!hasPending()) {
    if (!scene_.posting) return;
    const int room = (number_ + nextPost_) % static_cast<int>(scene_.roomGuids.size());
    pending_ = {room, nextEnvId_++, "u" + std::to_string(number_) + " n" + std::to_string(nextPost_++), 0, false};
    posted_[static_cast<size_t>(room)].push_back(pending_.text);
  }
  ++pending_.tries;
  pending_.waiting = true;
  const std::string content =
      Perf::chatPost(roomUri(pending_.room), "u" + std::to_string(number_) + '@' + scene_.domain, pending_.text);
  const std::string request = renumbered(requests_->info(content), pending_.envId);
  postCSeq_ = requests_->lastInfo();
  send(request);
}

std::string CrashUser::roomUri(int room) const {
  return "ma-chan://" + scene_.domain + '/' + scene_.roomGuids[static_cast<size_t>(room)];
}

int CrashUser::roomOf(std::string_view uri) const {
  for (size_t room = 0; room < scene_.roomGuids.size(); ++room) {
    if (uri.ends_with(scene_.roomGuids[room])) return static_cast<int>(room);
  }
  ledger_.complain("a message of an unknown room: " + std::string(uri));
  return 0;
}

// Requests are small and answered one by one, so a full socket means that the server is gone.
void CrashUser::send(const std::string& bytes) {
  if (socket_ < 0) return;
  const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
  if (sent != static_cast<ssize_t>(bytes.size())) dropConnection();
}

}  // namespace Parlour::Crash
