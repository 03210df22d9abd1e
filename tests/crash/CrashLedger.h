// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace Parlour::Crash {

// What a message is: its number in a room and its text. Texts are unique in a whole run.
struct Seen {
  int room = 0;
  uint64_t chatId = 0;
  std::string text;
};

// Keeps what all users were told over all rounds, and writes down what may not be: a message under two numbers, a
// number with two texts, a message that reached somebody twice, an acknowledgement that is taken back.
class CrashLedger {
 public:
  CrashLedger(int users, int rooms);

  // A live message; `ownRepeat` when it acknowledges a post of that user that was sent before.
  void live(int user, const Seen& message, bool ownRepeat);
  // A message of a history page; pages overlap with what was seen.
  void page(int user, const Seen& message);
  void acknowledged(const Seen& message);
  void complain(const std::string& fault);

  uint64_t newest(int user, int room) const;
  // Whether all users saw the same numbers of each room without a gap.
  bool settled() const;
  size_t acknowledgements() const { return acknowledged_.size(); }
  size_t repeats() const { return repeats_; }
  const std::vector<std::string>& faults() const { return faults_; }

  // `stored`: text by number, of one room. Afterwards the faults hold what is missing or doubled there.
  void compare(int room, const std::map<uint64_t, std::string>& stored, const std::vector<std::string>& posted);

 private:
  using Texts = std::map<uint64_t, std::string>;
  void note(int user, const Seen& message);

  std::vector<std::vector<Texts>> seen_;                                 // by user, then room
  std::map<std::string, std::pair<int, uint64_t>, std::less<>> places_;  // of every text that anybody saw
  std::map<std::string, std::pair<int, uint64_t>, std::less<>> acknowledged_;
  std::vector<std::string> faults_;
  size_t repeats_ = 0;
};

}  // namespace Parlour::Crash
