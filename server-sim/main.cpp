// SPDX-License-Identifier: Apache-2.0
#include <signal.h>

#include <QCoreApplication>
#include <cstdio>
#include <thread>

#include "server-sim/Server.h"
#include "server-sim/log/ServerLog.h"

namespace {

using namespace Parlour;

int complain(const Error& error) {
  fprintf(stderr, "parlour-server: %s\n", qPrintable(error.text));
  if (!error.detail.isEmpty()) fprintf(stderr, "  %s\n", qPrintable(error.detail));
  return 1;
}

void writeLogLine(const QByteArray& line) {
  fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr);
  fputc('\n', stderr);
}

void announce(const Server::Server& server) {
  if (!server.certificateFingerprint().isEmpty()) {
    fprintf(stderr, "certificate sha256=%s\n", qPrintable(server.certificateFingerprint()));
  }
  QStringList addresses;
  for (const QString& address : server.addresses()) addresses.append(QStringLiteral("sip=") + address);
  if (!server.webUrl().isEmpty()) addresses.append(QStringLiteral("web=") + QString::fromLatin1(server.webUrl()));
  printf("ready %s\n", qPrintable(addresses.join(QLatin1Char(' '))));
  fflush(stdout);
}

int serve(const Server::ServerConfig& config, Sip::SipLoop& loop) {
  const SystemClock clock;
  Server::ServerLog log(config.log, clock, writeLogLine);
  log.install();
  if (const auto prepared = loop.prepare(); !prepared) return complain(prepared.error());
  auto server = Server::Server::start(config, loop, clock);
  if (!server) return complain(server.error());
  announce(**server);
  loop.run();
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  // Before any thread starts, so that all inherit it and only the waiting thread takes the signals.
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  signal(SIGPIPE, SIG_IGN);

  QCoreApplication application(argc, argv);
  const auto config = Server::parseCommandLine(QCoreApplication::arguments());
  if (!config) {
    const bool asked = config.error().code == ErrorCode::Cancelled;
    fprintf(asked ? stdout : stderr, "%s\n", qPrintable(config.error().text));
    return asked ? 0 : 2;
  }
  if (config->printConfig) {
    printf("%s", qPrintable(Server::printConfig(*config)));
    return 0;
  }
  Sip::SipLoop loop;
  std::thread([&loop, signals] {
    int caught = 0;
    sigwait(&signals, &caught);
    loop.stop();
  }).detach();
  return serve(*config, loop);
}
