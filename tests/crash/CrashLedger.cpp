// SPDX-License-Identifier: Apache-2.0
#include "tests/crash/CrashLedger.h"

#include <algorithm>
#include <set>

namespace Parlour::Crash {
namespace {

constexpr size_t kMostFaults = 20;

std::string describe(const Seen& message) {
  return "room " + std::to_string(message.room) + " #" + std::to_string(message.chatId) + " \"" + message.text + '"';
}

}  // namespace

CrashLedger::CrashLedger(int users, int rooms)
    : seen_(static_cast<size_t>(users), std::vector<Texts>(static_cast<size_t>(rooms))) {}

void CrashLedger::complain(const std::string& fault) {
  if (faults_.size() < kMostFaults) faults_.push_back(fault);
}

void CrashLedger::note(int user, const Seen& message) {
  auto& texts = seen_[static_cast<size_t>(user)][static_cast<size_t>(message.room)];
  const auto [known, isNew] = texts.emplace(message.chatId, message.text);
  if (!isNew && known->second != message.text) complain(describe(message) + " was \"" + known->second + '"');
  const auto place = std::pair(message.room, message.chatId);
  const auto first = places_.emplace(message.text, place).first;
  if (first->second != place) {
    complain(describe(message) + " is #" + std::to_string(first->second.second) + " as well");
  }
}

void CrashLedger::live(int user, const Seen& message, bool ownRepeat) {
  const auto& texts = seen_[static_cast<size_t>(user)][static_cast<size_t>(message.room)];
  const bool known = texts.contains(message.chatId);
  if (known && !ownRepeat) complain(describe(message) + " reached user " + std::to_string(user) + " twice");
  if (known && ownRepeat) ++repeats_;
  note(user, message);
}

void CrashLedger::page(int user, const Seen& message) { note(user, message); }

void CrashLedger::acknowledged(const Seen& message) {
  const auto place = std::pair(message.room, message.chatId);
  const auto [known, isNew] = acknowledged_.emplace(message.text, place);
  if (!isNew && known->second != place) complain(describe(message) + " was acknowledged under another number");
}

uint64_t CrashLedger::newest(int user, int room) const {
  const auto& texts = seen_[static_cast<size_t>(user)][static_cast<size_t>(room)];
  return texts.empty() ? 0 : texts.rbegin()->first;
}

bool CrashLedger::settled() const {
  return std::all_of(seen_.begin(), seen_.end(), [this](const auto& rooms) {
    for (size_t room = 0; room < rooms.size(); ++room) {
      if (rooms[room] != seen_.front()[room]) return false;
      if (!rooms[room].empty() && rooms[room].rbegin()->first != rooms[room].size()) return false;
    }
    return true;
  });
}

void CrashLedger::compare(int room, const std::map<uint64_t, std::string>& stored,
                          const std::vector<std::string>& posted) {
  std::set<std::string_view> texts;
  for (const auto& [chatId, text] : stored) {
    if (!texts.insert(text).second) complain(describe({room, chatId, text}) + " is stored twice");
  }
  for (const std::string& text : posted) {
    if (!texts.contains(text)) complain('"' + text + "\" was posted and is not stored");
  }
  if (texts.size() != posted.size()) complain("room " + std::to_string(room) + " holds what nobody posted");
  for (const auto& [text, place] : acknowledged_) {
    if (place.first != room) continue;
    const auto found = stored.find(place.second);
    if (found == stored.end() || found->second != text) {
      complain(describe({room, place.second, text}) + " was acknowledged and is not stored there");
    }
  }
  for (size_t user = 0; user < seen_.size(); ++user) {
    if (seen_[user][static_cast<size_t>(room)] != stored) {
      complain("user " + std::to_string(user) + " did not see room " + std::to_string(room) + " as it is stored");
    }
  }
}

}  // namespace Parlour::Crash
