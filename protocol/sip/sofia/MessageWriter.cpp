// SPDX-License-Identifier: Apache-2.0
#include "protocol/sip/sofia/MessageWriter.h"

#include <cstring>
#include <utility>

namespace Parlour::Sip {

namespace {

char* copyIntoHome(su_home_t* home, QByteArrayView text) {
  auto* copy = static_cast<char*>(su_alloc(home, text.size() + 1));
  if (copy == nullptr) return nullptr;
  std::memcpy(copy, text.data(), static_cast<size_t>(text.size()));
  copy[text.size()] = '\0';
  return copy;
}

}  // namespace

QByteArray contentLines(const SharedBody& body) {
  QByteArray lines;
  if (!body.contentType.isEmpty()) lines.append("Content-Type: ").append(body.contentType).append("\r\n");
  return lines.append("Content-Length: ").append(QByteArray::number(body.body.size())).append("\r\n\r\n");
}

MsgPtr MessageWriter::assemble(MsgPtr message, char* head, size_t headSize, const char* body, size_t bodySize) const {
  su_home_t* home = msg_home(message.get());
  sip_t* sip = sip_object(message.get());
  auto* line = reinterpret_cast<sip_request_t*>(msg_header_alloc(home, sip_request_class, 0));
  auto* separator = reinterpret_cast<sip_separator_t*>(msg_header_alloc(home, sip_separator_class, 0));
  if (line == nullptr || separator == nullptr) return nullptr;
  line->rq_method = sip_method_info;
  line->rq_method_name = "INFO";
  line->rq_version = "SIP/2.0";
  line->rq_common->h_data = head;
  line->rq_common->h_len = headSize;
  separator->sep_common->h_data = head + headSize;
  separator->sep_common->h_len = 0;
  auto* object = reinterpret_cast<msg_pub_t*>(sip);
  msg_header_insert(message.get(), object, reinterpret_cast<msg_header_t*>(line));
  msg_header_insert(message.get(), object, reinterpret_cast<msg_header_t*>(separator));
  if (bodySize > 0) {
    auto* payload = reinterpret_cast<sip_payload_t*>(msg_header_alloc(home, sip_payload_class, 0));
    if (payload == nullptr) return nullptr;
    payload->pl_data = const_cast<char*>(body);
    payload->pl_len = bodySize;
    payload->pl_common->h_data = const_cast<char*>(body);
    payload->pl_common->h_len = bodySize;
    msg_header_insert(message.get(), object, reinterpret_cast<msg_header_t*>(payload));
  }
  return msg_serialize(message.get(), object) < 0 ? nullptr : std::move(message);
}

MsgPtr MessageWriter::fromText(QByteArrayView head, QByteArrayView body) const {
  MsgPtr message(nta_msg_create(agent_, 0));
  if (!message) return nullptr;
  su_home_t* home = msg_home(message.get());
  char* headCopy = copyIntoHome(home, head);
  char* bodyCopy = body.isEmpty() ? nullptr : copyIntoHome(home, body);
  if (headCopy == nullptr || (bodyCopy == nullptr && !body.isEmpty())) return nullptr;
  return assemble(std::move(message), headCopy, static_cast<size_t>(head.size()), bodyCopy,
                  static_cast<size_t>(body.size()));
}

void MessageWriter::shareText(const std::shared_ptr<const SharedBody>& body) {
  if (lastBody_ == body) return;
  lastBody_ = nullptr;
  lastHolder_.reset(nta_msg_create(agent_, 0));
  if (!lastHolder_) return;
  const QByteArray lines = contentLines(*body);
  su_home_t* home = msg_home(lastHolder_.get());
  const char* sharedLines = copyIntoHome(home, lines);
  const char* sharedBody = copyIntoHome(home, body->body);
  if (sharedLines == nullptr || sharedBody == nullptr) return;
  lastContentLines_ = QByteArrayView(sharedLines, lines.size());
  lastText_ = QByteArrayView(sharedBody, body->body.size());
  lastBody_ = body;
}

MsgPtr MessageWriter::fromShared(QByteArrayView prefix, const std::shared_ptr<const SharedBody>& body) {
  shareText(body);
  MsgPtr message(nta_msg_create(agent_, 0));
  if (!message || !lastBody_) return nullptr;
  msg_set_parent(message.get(), lastHolder_.get());
  const auto prefixSize = static_cast<size_t>(prefix.size());
  const auto linesSize = static_cast<size_t>(lastContentLines_.size());
  auto* head = static_cast<char*>(su_alloc(msg_home(message.get()), static_cast<isize_t>(prefixSize + linesSize + 1)));
  if (head == nullptr) return nullptr;
  std::memcpy(head, prefix.data(), prefixSize);
  std::memcpy(head + prefixSize, lastContentLines_.data(), linesSize);
  head[prefixSize + linesSize] = '\0';
  return assemble(std::move(message), head, prefixSize + linesSize, lastText_.data(),
                  static_cast<size_t>(lastText_.size()));
}

}  // namespace Parlour::Sip
