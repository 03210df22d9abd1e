// SPDX-License-Identifier: Apache-2.0
#include "tests/app/models/wire/TraceTranscript.h"
#include "tests/program/Paths.h"

#include <QFile>

namespace Parlour::Testing {

namespace {

QByteArray wireText(QByteArray text) {
  if (text.endsWith('\n') && text.indexOf("\n\n") != text.size() - 2) text.chop(1);
  text.replace("\n", "\r\n");
  const qsizetype headEnd = text.indexOf("\r\n\r\n");
  const qsizetype length = headEnd < 0 ? 0 : text.size() - headEnd - 4;
  return text.replace("Content-Length: auto", "Content-Length: " + QByteArray::number(length));
}

}  // namespace

QList<TranscriptMessage> readTranscript(const QByteArray& name) {
  QFile file(
      Parlour::Testing::sourcePath(QStringLiteral("tests/transcripts/wire/%1.trace")).arg(QString::fromUtf8(name)));
  QList<TranscriptMessage> messages;
  if (!file.open(QIODevice::ReadOnly)) return messages;
  while (!file.atEnd()) {
    const QByteArray line = file.readLine();
    if (line.startsWith("@ ")) {
      const QList<QByteArray> parts = line.simplified().split(' ');
      messages.append({qRound64(parts.value(1).toDouble() * 1000), parts.value(2) == ">", {}});
    } else if (!messages.isEmpty()) {
      messages.last().text += line;
    }
  }
  for (TranscriptMessage& message : messages) message.text = wireText(message.text);
  return messages;
}

void replay(const QList<TranscriptMessage>& messages, ReplayClock& clock, Sip::TraceBuffer& buffer) {
  for (const TranscriptMessage& message : messages) {
    clock.setOffsetMs(message.offsetMs);
    buffer.add(message.outgoing, 1, message.text);
  }
}

}  // namespace Parlour::Testing
