// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace Parlour::Perf {

// One SIP message as it stands in a receive buffer; the views are valid while it is being taken.
struct SipFrame {
  std::string_view startLine;
  std::string_view head;  // header lines, each with its CR LF
  std::string_view body;

  bool isResponse() const { return startLine.starts_with("SIP/2.0 "); }
  int status() const;               // of a response; 0 when it cannot be read
  std::string_view method() const;  // of a request
  // Value of the first header with that name (any case), empty when there is none.
  std::string_view header(std::string_view name) const;
};

// Cuts a TCP byte stream into SIP messages by their Content-Length. Lengths beyond `kMaxFrameBytes` and messages
// without a readable length break the stream. Keeps no more than an incomplete message, so that many can wait.
class FrameReader {
 public:
  static constexpr size_t kMaxFrameBytes = 8 * 1024 * 1024;

  // Gives every message that is complete with these bytes to `take`; its views are valid during the call.
  template <typename Take>
  void feed(std::string_view bytes, Take take) {
    if (!rest_.empty()) bytes = rest_.append(bytes);
    while (const auto frame = next(bytes)) take(*frame);
    keep(bytes);
  }
  bool broken() const { return broken_; }

 private:
  // Takes the next message off the front.
  std::optional<SipFrame> next(std::string_view& bytes);
  void keep(std::string_view bytes);

  std::string rest_;
  bool broken_ = false;
};

// The final response that a client gives to a request of the server, appended to `out`: Via, From, To, Call-ID and CSeq
// as received (RFC 3261, 8.2.6).
void appendResponse(std::string& out, const SipFrame& request, std::string_view statusLine);

// Value of an XML attribute or header parameter: what stands between `before` and the next `end`; empty when absent.
std::string_view between(std::string_view text, std::string_view before, char end);

}  // namespace Parlour::Perf
