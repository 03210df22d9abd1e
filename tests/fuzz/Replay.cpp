// SPDX-License-Identifier: Apache-2.0
// Runs a fuzz target over kept inputs: whole, and cut off at up to 64 places. Usage: replay DIRECTORY|FILE...
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include "tests/fuzz/Fuzz.h"

namespace {

constexpr qsizetype kCuts = 64;

void run(const QByteArray& bytes) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(bytes.constData()), static_cast<size_t>(bytes.size()));
}

bool runFile(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) {
    fprintf(stderr, "%s: %s\n", qPrintable(path), qPrintable(file.errorString()));
    return false;
  }
  const QByteArray bytes = file.readAll();
  printf("%s\n", qPrintable(path));  // the last line names what an abort came from
  fflush(stdout);
  run(bytes);
  const qsizetype step = std::max<qsizetype>(1, bytes.size() / kCuts);
  for (qsizetype cut = 0; cut < bytes.size(); cut += step) run(bytes.left(cut));
  return true;
}

QStringList filesOf(const QString& place) {
  if (!QFileInfo(place).isDir()) return {place};
  QStringList files;
  QDirIterator entries(place, QDir::Files, QDirIterator::Subdirectories);
  while (entries.hasNext()) files.append(entries.next());
  files.sort();
  return files;
}

}  // namespace

int main(int argc, char** argv) {
  int inputs = 0;
  for (int i = 1; i < argc; ++i) {
    for (const QString& file : filesOf(QString::fromLocal8Bit(argv[i]))) {
      if (!runFile(file)) return 1;
      ++inputs;
    }
  }
  printf("%d inputs\n", inputs);
  return inputs > 0 ? 0 : 1;
}
