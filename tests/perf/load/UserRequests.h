// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace Parlour::Perf {

// Who a simulated user is. `address` without scheme; one endpoint for each user.
struct UserIdentity {
  std::string address;
  std::string domain;
  std::string epid;
  std::string instance;  // UUID text
};

// Writes the SIP requests of one client endpoint on one connection, in the form of Lync-style clients (xccos 3,
// signin-and-presence 1 and 2). Keeps the state of the chat dialog.
class UserRequests {
 public:
  UserRequests(UserIdentity identity, int localPort);

  const UserIdentity& identity() const { return identity_; }
  void setGruu(std::string_view gruu) { contact_ = '<' + std::string(gruu) + '>'; }

  std::string registration();
  std::string provisioning();
  std::string roamingSelf();
  std::string invite(std::string_view poolUri);
  // After the 200 to the INVITE, whose To (with tag) and Contact it takes.
  std::string acknowledge(std::string_view to, std::string_view target);
  void setDialog(std::string_view to, std::string_view target);
  // An INFO in the chat dialog; its CSeq number is lastInfo() afterwards.
  std::string info(std::string_view xccosContent);
  uint32_t lastInfo() const { return dialogCSeq_; }
  uint32_t lastEnvelope() const { return envelope_; }

 private:
  std::string start(std::string_view method, std::string_view uri, std::string_view to, std::string_view callId,
                    uint32_t cseq);
  std::string subscription(std::string_view event, std::string_view type, std::string_view more, std::string_view body);

  UserIdentity identity_;
  std::string via_;
  std::string from_;
  std::string contact_;
  std::string poolUri_;
  std::string dialogTo_;
  std::string dialogTarget_;
  std::string callIdBase_;
  uint32_t branch_ = 0;
  uint32_t dialogCSeq_ = 1;
  uint32_t envelope_;
};

// Contents of an envelope: what stands between <xccos …> and </xccos>.
std::string serverInfoCommand(std::string_view domain);
std::string batchJoinCommand(std::string_view domain, const std::vector<std::string>& roomGuids);
std::string historyCommand(std::string_view roomUri, int messages);
// The newest ones first, in all the rooms together.
std::string searchCommand(const std::vector<std::string>& roomUris, std::string_view words, int messages);
std::string chatPost(std::string_view roomUri, std::string_view author, std::string_view text);

}  // namespace Parlour::Perf
