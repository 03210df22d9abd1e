// SPDX-License-Identifier: Apache-2.0
#include "tests/interop/Recording.h"
#include "tests/program/Paths.h"

#include <QFile>
#include <QRegularExpression>

namespace Parlour::Tests {
namespace {

constexpr char kMark[] = "======== ";
constexpr char kRuler[] = "##########";

QByteArray withCrLf(QByteArray text) {
  while (text.endsWith('\n')) text.chop(1);
  if (text.startsWith("(keep-alive")) return "\r\n\r\n";
  const qsizetype blank = text.indexOf("\n\n");
  QByteArray head = blank < 0 ? text : text.left(blank);
  QByteArray body = blank < 0 ? QByteArray() : text.mid(blank + 2);
  head.replace('\n', "\r\n");
  const qsizetype length = headerOf(head + "\r\n\r\n", "Content-Length").toInt();
  if (body.size() != length) body.replace('\n', "\r\n");
  if (body.size() + 2 == length) body += "\r\n";
  return head + "\r\n\r\n" + body;
}

}  // namespace

QByteArray headerOf(const QByteArray& message, const QByteArray& name) {
  const qsizetype end = message.indexOf("\r\n\r\n");
  for (const QByteArray& line : message.left(end).split('\n')) {
    const qsizetype colon = line.indexOf(':');
    if (colon > 0 && line.left(colon).trimmed().compare(name, Qt::CaseInsensitive) == 0)
      return line.mid(colon + 1).trimmed();
  }
  return {};
}

QByteArray xccosIdOf(const QByteArray& body) {
  static const QRegularExpression id(QStringLiteral("<(?:cmd|rpl|ntc|err|grpchat) id=\"([^\"]+)\""));
  return id.match(QString::fromUtf8(body)).captured(1).toLatin1();
}

QByteArray Recorded::header(const QByteArray& name) const { return headerOf(text, name); }
QByteArray Recorded::xccosId() const { return xccosIdOf(body()); }

Recording Recording::load() {
  Recording recording;
  QFile file(Parlour::Testing::sourcePath(QStringLiteral("tests/transcripts/pidgin-sipe.txt")));
  if (!file.open(QIODevice::ReadOnly)) return recording;
  Recorded current;
  bool inMessage = false;
  const auto flush = [&] {
    if (inMessage) {
      current.text = withCrLf(current.text);
      recording.sections_.last().second.append(current);
    }
    inMessage = false;
  };
  bool afterRuler = false;
  while (!file.atEnd()) {
    const QByteArray line = file.readLine();
    if (line.startsWith(kRuler)) {
      flush();
      afterRuler = true;
    } else if (afterRuler && line.startsWith("# ")) {
      recording.sections_.append({line.mid(2).trimmed(), {}});
      afterRuler = false;
    } else if (line.startsWith(kMark)) {
      flush();
      const auto words = line.trimmed().split(' ');
      current = Recorded{words.value(2) == "C->S", words.value(3), {}};
      inMessage = true;
    } else if (inMessage) {
      current.text += line;
    }
  }
  flush();
  return recording;
}

QList<Recorded> Recording::section(const QByteArray& title) const {
  for (const auto& [name, messages] : sections_) {
    if (name.startsWith(title)) return messages;
  }
  return {};
}

}  // namespace Parlour::Tests
