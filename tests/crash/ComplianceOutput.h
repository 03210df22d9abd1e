// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace Parlour::Crash {

// What the XML adapter wrote in a whole run, read as an auditor would: no message twice, and everybody's joinings and
// leavings in turn.
class ComplianceOutput {
 public:
  // All "*.xml" of the folder.
  bool read(const std::string& folder);
  // Text by number, of the room whose address ends so.
  const std::map<uint64_t, std::string>& messages(const std::string& roomGuid) const;
  size_t events() const { return events_; }
  const std::vector<std::string>& faults() const { return faults_; }

 private:
  void readFile(const std::string& path);
  void take(const std::string& type, const std::string& content, uint64_t id, const std::string& user);
  void complain(const std::string& fault);

  std::string room_;
  std::map<std::string, std::map<uint64_t, std::string>> messages_;
  std::map<std::string, bool> present_;  // by room and user
  std::vector<std::string> faults_;
  size_t events_ = 0;
};

}  // namespace Parlour::Crash
