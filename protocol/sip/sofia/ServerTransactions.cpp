// SPDX-License-Identifier: Apache-2.0
#include "protocol/sip/sofia/ServerTransactions.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace Parlour::Sip {

namespace {

constexpr std::array<const char*, 6> kCopiedNames{"Via", "Record-Route", "From", "To", "Call-ID", "CSeq"};

bool isCopiedName(const QByteArray& name) {
  return std::any_of(kCopiedNames.begin(), kCopiedNames.end(),
                     [&](const char* item) { return name.compare(item, Qt::CaseInsensitive) == 0; });
}

Headers copiedHeaders(const Request& request) {
  Headers copied;
  for (const char* name : kCopiedNames) {
    for (const QByteArray& value : request.headers.values(name)) copied.add(name, value);
  }
  return copied;
}

bool answersWithRoute(const Response& response) { return response.status > 100 && response.status < 300; }

Response completedResponse(const Headers& copied, bool toHasTag, const Response& response, const QByteArray& toTag) {
  Response full;
  full.status = response.status;
  full.phrase = response.phrase;
  full.body = response.body;
  const bool addTag = !toHasTag && !toTag.isEmpty() && response.status != 100;
  for (const Header& line : copied) {
    if (line.name == "Record-Route" && !answersWithRoute(response)) continue;
    full.headers.add(line.name, line.name == "To" && addTag ? line.value + ";tag=" + toTag : line.value);
  }
  for (const Header& line : response.headers) {
    if (!isCopiedName(line.name)) full.headers.add(line.name, line.value);
  }
  return full;
}

}  // namespace

IncomingId ServerTransactions::add(ConnectionId connection, const Request& request, qint64 deadline) {
  const IncomingId id = ++last_;
  received_.emplace(
      id, Received{connection, request.method, copiedHeaders(request), !request.to().tag().isEmpty(), deadline});
  ++counts_[connection];
  return id;
}

std::optional<ServerTransactions::Answer> ServerTransactions::answer(IncomingId id, const Response& response,
                                                                     const QByteArray& toTag) {
  const auto found = received_.find(id);
  if (found == received_.end()) return std::nullopt;
  Answer answer{found->second.connection,
                completedResponse(found->second.copied, found->second.toHasTag, response, toTag)};
  if (response.isFinal()) remove(found);
  return answer;
}

IncomingId ServerTransactions::findCancelled(ConnectionId connection, const Request& cancel) const {
  for (const auto& [id, received] : received_) {
    if (received.connection != connection || received.method != "INVITE") continue;
    Request invite;
    invite.headers = received.copied;
    if (invite.callId() == cancel.callId() && invite.cseq() == cancel.cseq()) return id;
  }
  return 0;
}

QList<IncomingId> ServerTransactions::overdue(qint64 now) const {
  QList<IncomingId> found;
  for (const auto& [id, received] : received_) {
    if (received.deadline <= now) found.append(id);
  }
  return found;
}

void ServerTransactions::dropOf(ConnectionId connection) {
  if (countOf(connection) == 0) return;
  for (auto it = received_.begin(); it != received_.end();) {
    it = it->second.connection == connection ? received_.erase(it) : std::next(it);
  }
  counts_.remove(connection);
}

void ServerTransactions::remove(std::map<IncomingId, Received>::iterator entry) {
  const auto count = counts_.find(entry->second.connection);
  if (count != counts_.end() && --*count == 0) counts_.erase(count);
  received_.erase(entry);
}

}  // namespace Parlour::Sip
