// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace Parlour::Tests {

// A document as one line per element, attributes sorted, white space between elements left out, and
// the differences ironed out that the codec makes on purpose: the visibility of a room is named
// once, under its proper spelling; the reply id getservinfo reads getserverinfo; err has no empty
// data. "error: ..." for what is not well-formed.
QString canonicalXml(const QByteArray& document);

QString transcriptFolder();
// The names of all recorded messages, without ending.
QStringList transcriptNames();
QByteArray readTranscript(const QString& name);

}  // namespace Parlour::Tests
