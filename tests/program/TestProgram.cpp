// SPDX-License-Identifier: Apache-2.0
#include "tests/program/TestProgram.h"

#include <QDir>
#include <QFileInfo>
#include <QMap>
#include <QThread>
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

#ifdef __SANITIZE_ADDRESS__
// QThread::wait() returns before the destructors of the thread's own data have run, such as OpenSSL's; a program that
// ends meanwhile is told of a leak. Threads that stay, like those of a pool, cost at most this long.
void letThreadsEnd() {
  const QDir tasks(QStringLiteral("/proc/self/task"));
  for (int ms = 0; ms < 500 && tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot).size() > 1; ms += 5) QThread::msleep(5);
}
#else
void letThreadsEnd() {}
#endif

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
  const int result = entry->run(argc - 1, argv + 1, entry->sourceFile);
  letThreadsEnd();
  return result;
}
