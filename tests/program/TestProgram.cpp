// SPDX-License-Identifier: Apache-2.0
#include "tests/program/TestProgram.h"

#include <QFileInfo>
#include <QMap>
#include <cstdio>

namespace Parlour::Testing {
namespace {

struct Entry {
  const char* sourceFile;
  Registration::Run run;
};

// Inside a function, because registrations are made before main in any order.
QMap<QString, Entry>& entries() {
  static QMap<QString, Entry> all;
  return all;
}

int usage(const char* program) {
  std::fprintf(stderr, "usage: %s TEST [options of QtTest]\ntests:\n", program);
  for (const QString& name : entries().keys()) std::fprintf(stderr, "  %s\n", qPrintable(name));
  return 2;
}

}  // namespace

Registration::Registration(const char* sourceFile, Run run) {
  entries().insert(QFileInfo(QString::fromUtf8(sourceFile)).completeBaseName(), {sourceFile, run});
}

}  // namespace Parlour::Testing

int main(int argc, char** argv) {
  using namespace Parlour::Testing;
  const auto entry = argc > 1 ? entries().constFind(QString::fromLocal8Bit(argv[1])) : entries().constEnd();
  if (entry == entries().constEnd()) return usage(argv[0]);
  argv[1] = argv[0];
  return entry->run(argc - 1, argv + 1, entry->sourceFile);
}
