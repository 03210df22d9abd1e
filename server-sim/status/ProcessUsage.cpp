// SPDX-License-Identifier: Apache-2.0
#include "server-sim/status/ProcessUsage.h"

#include <sched.h>
#include <sys/resource.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <algorithm>

namespace Parlour::Server {
namespace {

constexpr size_t kReadings = 6;

// Files of the kernel have no size, so they are read until they end; never more than this.
QByteArray kernelText(const char* path) {
  QFile file(QString::fromLatin1(path));
  return file.open(QIODevice::ReadOnly) ? file.read(16'384) : QByteArray();
}

qint64 microseconds(const timeval& time) { return qint64{time.tv_sec} * 1'000'000 + time.tv_usec; }

int allowedCores() {
  cpu_set_t allowed;
  CPU_ZERO(&allowed);
  return ::sched_getaffinity(0, sizeof(allowed), &allowed) == 0 ? std::max(1, CPU_COUNT(&allowed)) : 1;
}

qint64 residentBytes() {
  const QByteArrayList pages = kernelText("/proc/self/statm").split(' ');
  return pages.size() > 1 ? pages.at(1).toLongLong() * ::sysconf(_SC_PAGESIZE) : 0;
}

}  // namespace

qint64 memoryLimitIn(const QByteArray& groupLimit, const QByteArray& memInfo) {
  bool number = false;
  const qint64 group = groupLimit.trimmed().toLongLong(&number);
  qint64 machine = 0;
  for (const QByteArray& line : memInfo.split('\n')) {
    if (line.startsWith("MemTotal:")) machine = line.mid(9).trimmed().split(' ').constFirst().toLongLong() * 1'024;
  }
  return number && group > 0 && (machine == 0 || group < machine) ? group : machine;
}

qint64 ProcessUsage::cpuTimeUs() {
  rusage used{};
  return ::getrusage(RUSAGE_SELF, &used) == 0 ? microseconds(used.ru_utime) + microseconds(used.ru_stime) : 0;
}

ProcessUsage ProcessUsage::now() {
  ProcessUsage usage;
  usage.cpuUs = cpuTimeUs();
  rlimit files{};
  if (::getrlimit(RLIMIT_NOFILE, &files) == 0) usage.openFilesLimit = static_cast<int>(files.rlim_cur);
  usage.cores = allowedCores();
  usage.memoryBytes = residentBytes();
  usage.memoryLimitBytes = memoryLimitIn(kernelText("/sys/fs/cgroup/memory.max"), kernelText("/proc/meminfo"));
  usage.openFiles = static_cast<int>(QDir(QStringLiteral("/proc/self/fd")).count());
  return usage;
}

void collect(const ProcessUsage& usage, MetricSet& set) {
  set.counter("process_cpu_seconds", "Processor time used.", static_cast<double>(usage.cpuUs) / 1e6);
  set.gauge("process_resident_memory_bytes", "Memory in use.", static_cast<double>(usage.memoryBytes));
  set.gauge("process_open_fds", "Open files and connections.", usage.openFiles);
  set.gauge("process_max_fds", "Most files and connections that may be open.", usage.openFilesLimit);
}

void CpuMeter::add(qint64 cpuUs, qint64 nowUs) {
  readings_.push_back({cpuUs, nowUs});
  if (readings_.size() > kReadings) readings_.pop_front();
}

double CpuMeter::share(int cores) const {
  if (readings_.size() < 2) return 0;
  const qint64 elapsed = readings_.back().atUs - readings_.front().atUs;
  const qint64 used = readings_.back().cpuUs - readings_.front().cpuUs;
  if (elapsed <= 0 || used <= 0) return 0;
  return std::min(1.0, static_cast<double>(used) / static_cast<double>(elapsed) / std::max(1, cores));
}

}  // namespace Parlour::Server
