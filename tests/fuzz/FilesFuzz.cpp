// SPDX-License-Identifier: Apache-2.0
// What the web service for files reads: a first byte chooses the reader.
#include "protocol/files/ByteRange.h"
#include "protocol/files/FileHttp.h"
#include "protocol/files/FileNames.h"
#include "server-sim/web/files/FileEndpoints.h"
#include "server-sim/web/files/SoapCodec.h"
#include "tests/fuzz/Fuzz.h"

using namespace Parlour;

namespace {

void soap(const QByteArray& input) {
  const qsizetype line = input.indexOf('\n');
  const QByteArray action = line < 0 ? QByteArray() : input.first(line);
  const QByteArray body = line < 0 ? input : input.sliced(line + 1);
  Fuzzing::requireStable(
      body, [&](const QByteArray& bytes) { return Server::parseSoap(bytes, bytes == body ? action : QByteArray()); },
      [](const Server::SoapCall& call) { return Server::writeSoapCall(call); },
      "a SOAP call is written as it was read");
}

void ranges(const QByteArray& input) {
  if (const auto where = Files::parseContentRange(input); where && where->range.size() > 0) {
    const QByteArray text = Files::contentRangeText(where->range, where->total);
    Fuzzing::require(Files::parseContentRange(text) == where, "a range is written as it was read");
  }
  for (const qint64 total : {qint64{0}, qint64{1}, qint64{1'000}, qint64{1} << 40}) {
    const Files::WantedRange wanted = Files::parseRange(input, total);
    if (wanted.kind != Files::RangeKind::Part) continue;
    const bool inside = wanted.range.first >= 0 && wanted.range.size() > 0 && wanted.range.last < total;
    Fuzzing::require(inside, "a part is a part of the whole");
  }
}

void names(const QByteArray& input) {
  const QString clean = Files::cleanFileName(QString::fromUtf8(input));
  Fuzzing::require(Files::cleanFileName(clean) == clean, "a clean name stays as it is");
  Fuzzing::require(clean.toUtf8().size() <= Files::kLongestNameBytes, "a clean name is short");
  Fuzzing::require(!clean.contains(u'/') && !clean.contains(u'\\') && !clean.startsWith(u'.'),
                   "a clean name is no path");
  Fuzzing::require(Files::isRepositoryName(Files::repositoryNameFor(clean)), "a repository name is one");
  if (Files::isRepositoryName(input)) {
    Fuzzing::require(!input.contains('/') && !input.contains(".."), "a repository name is no path");
  }
}

// Target in the first line, then headers.
void request(const QByteArray& input) {
  Server::HttpRequest http;
  http.method = "GET";
  const QByteArrayList lines = input.split('\n');
  http.target = lines.first();
  for (const QByteArray& line : lines.sliced(1)) {
    const qsizetype colon = line.indexOf(':');
    if (colon > 0) http.headers.append({line.first(colon), line.sliced(colon + 1)});
  }
  const auto wanted = Server::readFileRequest(http);
  if (wanted) Fuzzing::require(wanted->path.size() <= 3 && !wanted->path.isEmpty(), "an address has few steps");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const QByteArray input = Fuzzing::bytesOf(data, size);
  if (input.isEmpty()) return 0;
  const QByteArray rest = input.sliced(1);
  switch (input.front()) {
    case 's':
      soap(rest);
      break;
    case 'r':
      ranges(rest);
      break;
    case 'n':
      names(rest);
      break;
    case 'b':
      Server::decodeChunk(rest);
      break;
    default:
      request(rest);
      break;
  }
  return 0;
}
