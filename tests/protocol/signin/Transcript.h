// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QFile>
#include <QList>

#include "tests/program/Paths.h"

namespace Parlour::Signin {

// A message or document of tests/transcripts/signin with the line ends that the wire has.
inline QByteArray readTranscript(const QByteArray& name) {
  QFile file(Parlour::Testing::sourcePath(QStringLiteral("tests/transcripts/signin/")) + QString::fromUtf8(name));
  if (!file.open(QIODevice::ReadOnly)) qFatal("cannot read transcript %s", name.constData());
  return file.readAll().replace("\r\n", "\n").replace("\n", "\r\n");
}

// The body of a message; fatal when it does not have the length that the message announces.
inline QByteArray transcriptBody(const QByteArray& name) {
  const QByteArray message = readTranscript(name);
  const qsizetype end = message.indexOf("\r\n\r\n");
  const qsizetype length = message.indexOf("Content-Length: ");
  const QByteArray body = message.mid(end + 4);
  const int announced = message.mid(length + 16, message.indexOf("\r\n", length) - length - 16).toInt();
  if (body.size() != announced) qFatal("%s: body has %d bytes", name.constData(), static_cast<int>(body.size()));
  return body;
}

// All values of a header in a message.
inline QList<QByteArray> transcriptHeader(const QByteArray& name, const QByteArray& header) {
  QList<QByteArray> values;
  const QByteArray message = readTranscript(name);
  for (const auto& line : message.left(message.indexOf("\r\n\r\n")).split('\n')) {
    if (line.startsWith(header + ": ")) values.append(line.mid(header.size() + 2).trimmed());
  }
  return values;
}

}  // namespace Parlour::Signin
