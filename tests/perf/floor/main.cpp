// SPDX-License-Identifier: Apache-2.0
#include <signal.h>
#include <sys/epoll.h>
#include <sys/signalfd.h>

#include <QCommandLineParser>
#include <QDir>
#include <cstdio>

#include "tests/perf/floor/FloorServer.h"

namespace {

using namespace Parlour;
using namespace Parlour::Perf;

// SIGTERM as an event of the loop. Blocked before the store's thread starts, so that no thread dies of it.
class EndRequest : public Pollable {
 public:
  EndRequest() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigprocmask(SIG_BLOCK, &signals, nullptr);
    descriptor_ = signalfd(-1, &signals, SFD_CLOEXEC);
  }
  int descriptor() const { return descriptor_; }
  bool came() const { return came_; }
  void ready(unsigned) override { came_ = true; }

 private:
  int descriptor_ = -1;
  bool came_ = false;
};

int complain(const Error& error) {
  fprintf(stderr, "parlour-floor: %s %s\n", qPrintable(error.text), qPrintable(error.detail));
  return 1;
}

int serve(const QString& data, const FloorOptions& options) {
  EndRequest end;
  auto store = FloorStore::open(QDir(data).filePath(QStringLiteral("floor.db")));
  if (!store) return complain(store.error());
  EventLoop loop;
  loop.watch(end.descriptor(), EPOLLIN, &end);
  FloorServer server(loop, **store, options);
  if (const auto listening = server.listen(); !listening) return complain(listening.error());
  printf("ready sip=tcp:127.0.0.1:%d\n", server.port());
  fflush(stdout);
  while (!loop.runUntil([&end] { return end.came(); }, std::chrono::steady_clock::now() + std::chrono::hours(1))) {
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  QStringList arguments;
  for (int i = 0; i < argc; ++i) arguments.append(QString::fromLocal8Bit(argv[i]));
  QCommandLineParser parser;
  parser.setApplicationDescription(
      QStringLiteral("The least that chat over SIP costs; parlour-load compares with it."));
  parser.addOption({QStringLiteral("data"), QStringLiteral("Directory for the database."), QStringLiteral("DIR")});
  parser.addOption({QStringLiteral("members"), QStringLiteral("Members of a room."), QStringLiteral("N")});
  parser.addOption({QStringLiteral("coalesce"), QStringLiteral("One write a member for all posts of a commit.")});
  const bool parsed = parser.parse(arguments);
  FloorOptions options{parser.value(QStringLiteral("members")).toInt(), parser.isSet(QStringLiteral("coalesce"))};
  if (!parsed || parser.value(QStringLiteral("data")).isEmpty() || options.membersPerRoom < 1) {
    fprintf(stderr, "usage: parlour-floor --data DIR --members N [--coalesce]\n");
    return 2;
  }
  return serve(parser.value(QStringLiteral("data")), options);
}
