// SPDX-License-Identifier: Apache-2.0
#include "tests/perf/floor/FloorServer.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>

namespace Parlour::Perf {
namespace {

constexpr size_t kFloorReadBytes = 64 * 1024;
constexpr int kBacklog = 1'024;
constexpr char kPool[] = "sip:GC-1-PersistentChatService-1@perf.example";

void setUpSocket(int descriptor) {
  const int on = 1;
  setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

}  // namespace

FloorPeer::~FloorPeer() {
  if (descriptor_ >= 0) close(descriptor_);
}

void FloorPeer::ready(unsigned events) {
  static std::array<char, kFloorReadBytes> bytes;  // of the one thread that runs the loop
  if (events & EPOLLOUT) flush();
  if ((events & (EPOLLIN | EPOLLERR | EPOLLHUP)) == 0) return;
  const ssize_t count = recv(descriptor_, bytes.data(), bytes.size(), MSG_DONTWAIT);
  if (count < 0 && (errno == EAGAIN || errno == EINTR)) return;
  if (count <= 0) return end();
  reader_.feed({bytes.data(), static_cast<size_t>(count)}, [this](const SipFrame& frame) { take(frame); });
  if (!awaitsRoom_) flush();
}

void FloorPeer::take(const SipFrame& frame) {
  if (frame.isResponse()) {
    ++answers_;
    return;
  }
  appendResponse(out_, frame, "200 OK");
  if (frame.method() == "REGISTER") return registered(frame);
  if (frame.method() == "INFO") server_.post(user_, between(frame.body, "<chat>", '<'));
}

void FloorPeer::registered(const SipFrame& frame) {
  const std::string_view from = frame.header("From");
  const std::string_view callId = frame.header("Call-ID");
  const std::string_view number = between(from, "<sip:user", '@');
  std::from_chars(number.data(), number.data() + number.size(), user_);
  const std::string_view address = between(from, "<", '>');
  // As long as what the server writes: the Request-URI is the client's GRUU, the branch grows with a counter.
  beforeBranch_.append("INFO ").append(address).append(";opaque=user:epid:MfBzIYGuVivxYqN6AAAAAAAA;gruu SIP/2.0\r\n");
  beforeBranch_.append("Via: SIP/2.0/TCP 127.0.0.1:5060;branch=z9hG4bK").append(callId.substr(0, 12));
  afterBranch_.append("\r\nMax-Forwards: 70\r\nFrom: <").append(kPool).append(">;tag=5f1c2ab390d1\r\nTo: ");
  afterBranch_.append(from).append("\r\nCall-ID: ").append(callId).append("\r\nContact: <").append(kPool);
  afterBranch_.append(">\r\nCSeq: ");
  server_.enter(user_, this);
}

void FloorPeer::appendInfo(std::string_view body) {
  const std::string number = std::to_string(++cseq_);
  out_.append(beforeBranch_).append(number).append(afterBranch_).append(number);
  out_.append(" INFO\r\nContent-Type: text/plain\r\nContent-Length: ").append(std::to_string(body.size()));
  out_.append("\r\n\r\n").append(body);
}

void FloorPeer::flush() {
  if (out_.empty()) return;
  const ssize_t count = send(descriptor_, out_.data(), out_.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
  const auto sent = static_cast<size_t>(std::max<ssize_t>(count, 0));
  const bool all = sent == out_.size();
  if (all)
    out_.clear();
  else
    out_.erase(0, sent);
  if (all == !awaitsRoom_) return;
  awaitsRoom_ = !all;
  server_.loop().change(descriptor_, awaitsRoom_ ? EPOLLIN | EPOLLOUT : EPOLLIN, this);
}

void FloorPeer::end() {
  server_.leave(user_);
  server_.loop().change(descriptor_, 0, this);
  shutdown(descriptor_, SHUT_RDWR);
}

FloorServer::FloorServer(EventLoop& loop, FloorStore& store, const FloorOptions& options)
    : loop_(loop), store_(store), options_(options) {
  loop_.watch(store_.descriptor(), EPOLLIN, &storedPosts_);
}

FloorServer::~FloorServer() {
  if (listener_ >= 0) close(listener_);
}

Status FloorServer::listen() {
  listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof address;
  auto* plain = reinterpret_cast<sockaddr*>(&address);
  if (bind(listener_, plain, length) != 0 || ::listen(listener_, kBacklog) != 0 ||
      getsockname(listener_, plain, &length) != 0) {
    return Error::make(ErrorCode::Internal, QStringLiteral("The floor cannot listen."), QString());
  }
  port_ = ntohs(address.sin_port);
  loop_.watch(listener_, EPOLLIN, this);
  return success();
}

void FloorServer::ready(unsigned) {
  while (true) {
    const int descriptor = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (descriptor < 0) return;
    setUpSocket(descriptor);
    peers_.push_back(std::make_unique<FloorPeer>(*this, descriptor));
    loop_.watch(descriptor, EPOLLIN, peers_.back().get());
  }
}

void FloorServer::enter(int user, FloorPeer* peer) {
  const auto room = static_cast<size_t>(user / options_.membersPerRoom);
  if (members_.size() <= room) members_.resize(room + 1);
  members_[room].resize(static_cast<size_t>(options_.membersPerRoom));
  members_[room][static_cast<size_t>(user % options_.membersPerRoom)] = peer;
}

void FloorServer::leave(int user) {
  if (user >= 0) enter(user, nullptr);
}

void FloorServer::post(int user, std::string_view text) {
  store_.append({user / options_.membersPerRoom, user, 0, std::string(text)});
}

std::string FloorServer::bodyOf(const FloorPost& post) const {
  const std::string number = std::to_string(post.number);
  std::string body = "<xccos ver=\"1\" envid=\"9000000000" + number + "\" xmlns=\"urn:parlano:xml:ns:xccos\">";
  body.append("<grpchat id=\"grpchat\" seqid=\"1\" chanUri=\"ma-chan://perf.example/0aa00000-0000-4000-8000-");
  body.append("000000000000\" author=\"sip:user").append(std::to_string(post.author)).append("@perf.example\" ");
  body.append("authdisp=\"User ").append(std::to_string(post.author)).append("\" alert=\"false\" chatId=\"");
  body.append(number).append("\" ts=\"2031-03-04T08:30:01.0000000Z\"><chat>").append(post.text);
  return body.append("</chat></grpchat></xccos>");
}

void FloorServer::fanOut() {
  const std::vector<FloorPost> posts = store_.takeStored();
  for (const FloorPost& post : posts) {
    const std::string body = bodyOf(post);
    for (FloorPeer* peer : members_[static_cast<size_t>(post.room)]) {
      if (!peer) continue;
      peer->appendInfo(body);
      if (!options_.coalesce) peer->flush();
    }
  }
  if (!options_.coalesce) return;
  for (const FloorPost& post : posts) {
    for (FloorPeer* peer : members_[static_cast<size_t>(post.room)]) {
      if (peer) peer->flush();
    }
  }
}

}  // namespace Parlour::Perf
