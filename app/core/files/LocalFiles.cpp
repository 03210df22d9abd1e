// SPDX-License-Identifier: Apache-2.0
#include "app/core/files/LocalFiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include "protocol/files/FileNames.h"

namespace Parlour::Core {

namespace {

constexpr int kMostNames = 10'000;

bool isTaken(const QString& path) {
  const auto there = [](const QString& at) { return QFileInfo::exists(at) || QFileInfo(at).isSymLink(); };
  return there(path) || there(partPath(path));
}

QString numbered(const QString& name, int number) {
  if (number < 2) return name;
  const qsizetype dot = name.lastIndexOf(u'.');
  const qsizetype end = dot > 0 ? dot : name.size();
  return name.left(end) + QStringLiteral(" (%1)").arg(number) + name.mid(end);
}

template <size_t N>
QSet<QByteArray> endingSet(const char* const (&endings)[N]) {
  return {std::begin(endings), std::end(endings)};
}

}  // namespace

QString partPath(const QString& path) { return path + QStringLiteral(".part"); }

QString freePath(const QString& directory, const QString& name) {
  const QString cleaned = Files::cleanFileName(name);
  const QString base = cleaned.isEmpty() ? QStringLiteral("file") : cleaned;
  const QDir dir(directory);
  int number = 1;
  while (number < kMostNames && isTaken(dir.filePath(numbered(base, number)))) ++number;
  return dir.filePath(numbered(base, number));
}

QString moveToFreePath(const QString& from, const QString& path) {
  if (!QFileInfo::exists(path) && QFile::rename(from, path)) return path;
  const QFileInfo wanted(path);
  const QString other = freePath(wanted.absolutePath(), wanted.fileName());
  return QFile::rename(from, other) ? other : QString();
}

bool mayRunSomething(const QString& name) {
  static const QSet<QByteArray> dangerous = endingSet(
      {"appimage", "apk",     "app",    "application", "bash",    "bat",  "bin",   "cgi",  "chm",  "cmd", "com",
       "command",  "cpl",     "csh",    "deb",         "desktop", "dll",  "dmg",   "docm", "dotm", "elf", "exe",
       "fish",     "flatpak", "gadget", "hta",         "htm",     "html", "inf",   "ins",  "iqy",  "iso", "jar",
       "jnlp",     "js",      "jse",    "ksh",         "lnk",     "mht",  "mhtml", "msc",  "msi",  "msp", "mst",
       "odb",      "out",     "php",    "pif",         "pl",      "potm", "ppam",  "ppsm", "pptm", "ps1", "psm1",
       "py",       "pyc",     "pyw",    "rb",          "reg",     "rpm",  "run",   "scf",  "scr",  "sct", "sh",
       "shtml",    "sldm",    "slk",    "snap",        "so",      "svg",  "swf",   "url",  "vb",   "vbe", "vbs",
       "webloc",   "ws",      "wsf",    "wsh",         "xhtml",   "xlam", "xll",   "xlsm", "xltm", "xml", "zsh"});
  return dangerous.contains(Files::endingOf(name));
}

bool isPictureName(const QString& name) {
  static const QSet<QByteArray> pictures = endingSet({"gif", "jpeg", "jpg", "png", "webp"});
  return pictures.contains(Files::endingOf(name));
}

}  // namespace Parlour::Core
