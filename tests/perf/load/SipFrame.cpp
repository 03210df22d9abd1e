// SPDX-License-Identifier: Apache-2.0
#include "tests/perf/load/SipFrame.h"

#include <strings.h>

#include <charconv>
#include <cstring>

namespace Parlour::Perf {
namespace {

constexpr std::string_view kHeadEnd = "\r\n\r\n";
constexpr std::string_view kLineEnd = "\r\n";
constexpr size_t kKeptCapacity = 4'096;

bool sameName(std::string_view a, std::string_view b) {
  return a.size() == b.size() && strncasecmp(a.data(), b.data(), a.size()) == 0;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// Takes the next header line, with its CR LF, off the front.
std::string_view takeLine(std::string_view& head) {
  const size_t end = head.find(kLineEnd);
  const size_t length = end == std::string_view::npos ? head.size() : end + kLineEnd.size();
  const std::string_view line = head.substr(0, length);
  head.remove_prefix(length);
  return line;
}

// The headers that a response repeats, told by their first letters before the full comparison.
bool isRepeated(std::string_view line) {
  const std::string_view name = line.substr(0, line.find(':'));
  switch (name.empty() ? '\0' : static_cast<char>(name.front() | 0x20)) {
    case 'v':
      return sameName(name, "Via");
    case 'f':
      return sameName(name, "From");
    case 't':
      return sameName(name, "To");
    case 'c':
      return sameName(name, "Call-ID") || sameName(name, "CSeq");
    default:
      return false;
  }
}

}  // namespace

int SipFrame::status() const {
  int value = 0;
  if (startLine.size() > 8) std::from_chars(startLine.data() + 8, startLine.data() + startLine.size(), value);
  return value;
}

std::string_view SipFrame::method() const { return startLine.substr(0, startLine.find(' ')); }

std::string_view SipFrame::header(std::string_view name) const {
  std::string_view rest = head;
  while (!rest.empty()) {
    const std::string_view line = takeLine(rest);
    const size_t colon = line.find(':');
    if (colon == std::string_view::npos || !sameName(trimmed(line.substr(0, colon)), name)) continue;
    return trimmed(line.substr(colon + 1, line.size() - colon - 1 - (line.ends_with(kLineEnd) ? 2 : 0)));
  }
  return {};
}

std::optional<SipFrame> FrameReader::next(std::string_view& bytes) {
  while (!bytes.empty() && (bytes.front() == '\r' || bytes.front() == '\n')) bytes.remove_prefix(1);  // keep-alives
  const size_t headEnd = bytes.find(kHeadEnd);
  if (broken_ || headEnd == std::string_view::npos) return std::nullopt;
  const size_t lineEnd = bytes.find(kLineEnd);
  const size_t headStart = lineEnd + kLineEnd.size();
  SipFrame frame;
  frame.startLine = bytes.substr(0, lineEnd);
  frame.head = bytes.substr(headStart, std::max(headEnd + kLineEnd.size(), headStart) - headStart);
  const std::string_view length = frame.header("Content-Length");
  size_t size = 0;
  const auto read = std::from_chars(length.data(), length.data() + length.size(), size);
  broken_ = read.ec != std::errc() || size > kMaxFrameBytes;
  const size_t bodyStart = headEnd + kHeadEnd.size();
  if (broken_ || bytes.size() - bodyStart < size) return std::nullopt;
  frame.body = bytes.substr(bodyStart, size);
  bytes.remove_prefix(bodyStart + size);
  return frame;
}

void FrameReader::keep(std::string_view bytes) {
  if (bytes.empty()) {
    if (rest_.capacity() > kKeptCapacity) std::string().swap(rest_);
    rest_.clear();
  } else if (rest_.empty()) {
    rest_ = bytes;
  } else {
    rest_.erase(0, rest_.size() - bytes.size());
  }
}

void appendResponse(std::string& out, const SipFrame& request, std::string_view statusLine) {
  out.append("SIP/2.0 ").append(statusLine).append(kLineEnd);
  std::string_view rest = request.head;
  while (!rest.empty()) {
    const std::string_view line = takeLine(rest);
    if (isRepeated(line)) out.append(line);
  }
  out.append("Content-Length: 0\r\n\r\n");
}

std::string_view between(std::string_view text, std::string_view before, char end) {
  const size_t start = text.find(before);
  if (start == std::string_view::npos) return {};
  const std::string_view rest = text.substr(start + before.size());
  return rest.substr(0, rest.find(end));
}

}  // namespace Parlour::Perf
