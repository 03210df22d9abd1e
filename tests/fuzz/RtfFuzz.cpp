// SPDX-License-Identifier: Apache-2.0
// Formatted text of messages: RTF in, and its formats for a plain text (the first line of the input).
#include "app/core/text/RtfReader.h"
#include "app/core/text/RtfWriter.h"
#include "tests/fuzz/Fuzz.h"

using namespace Parlour;

namespace {

void requireRules(const QString& text, const QList<Core::FormatRun>& runs) {
  qsizetype end = 0;
  for (const Core::FormatRun& run : runs) {
    Fuzzing::require(run.start >= end && run.length > 0, "runs ascend and are not empty");
    end = run.start + run.length;
    Fuzzing::require(end <= text.size(), "runs are inside the text");
    Fuzzing::require(run.marks || !run.link.isEmpty(), "a run looks different");
    Fuzzing::require(run.link.isEmpty() || run.link.startsWith(QLatin1String("http"), Qt::CaseInsensitive),
                     "links lead to the web");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const QByteArray input = Fuzzing::bytesOf(data, size);
  const qsizetype line = input.indexOf('\n');
  const QString plain = QString::fromUtf8(line < 0 ? QByteArray() : input.first(line));
  const auto read = Core::readRtf(line < 0 ? input : input.sliced(line + 1));
  if (!read) return 0;
  requireRules(read->text, read->runs);
  requireRules(plain, Core::formatsFor(plain, *read));
  const QByteArray written = Core::writeRtf(*read);
  const bool small = written.size() <= Core::kMostRtfBytes;
  Fuzzing::require(!small || Core::readRtf(written) == read, "what was read is written so that it is read the same");
  return 0;
}
