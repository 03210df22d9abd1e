// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

// What every fuzz target needs. A target is one function that gets untrusted bytes and must come back whatever they
// are; it is linked to libFuzzer (preset fuzz), or to Replay.cpp, which runs the kept inputs in every test run.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace Parlour::Fuzzing {

inline QByteArray bytesOf(const uint8_t* data, size_t size) {
  return QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
}

// A property that must hold for every input; says which one did not and ends the run, as a crash would.
inline void require(bool holds, const char* property) {
  if (holds) return;
  fprintf(stderr, "does not hold: %s\n", property);
  abort();
}

// What was read and written once is written the same when it is read again. `read` gives a Result or an optional.
template <typename Read, typename Write>
void requireStable(const QByteArray& input, const Read& read, const Write& write, const char* what) {
  const auto first = read(input);
  if (!first) return;
  const QByteArray written = write(*first);
  const auto second = read(written);
  if (second && write(*second) == written) return;
  fprintf(stderr, "written: %s\nthen:    %s\n", written.constData(),
          second ? write(*second).constData() : "(it cannot be read)");
  require(false, what);
}

}  // namespace Parlour::Fuzzing
