// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringView>

// Names of files from elsewhere are hostile: they are for display and a proposal for saving, never a path.
namespace Parlour::Files {

inline constexpr qsizetype kLongestNameBytes = 240;  // UTF-8

// The last part of a name with either slash, without control, format and reordering characters, without dots and
// blanks at its ends, never a device name of Windows, of at most kLongestNameBytes (the ending is kept). Empty when
// nothing usable is left.
QString cleanFileName(QStringView name);

// The lower-case ending without the dot: "gz" of "tides.tar.gz"; empty for none, or one with other characters than
// letters and digits or more than ten of them.
QByteArray endingOf(QStringView name);

// A repository name: "<guid>" or "<guid>.<ending>" in lower case (xccos 8.1, 9).
QByteArray repositoryNameFor(QStringView name);
bool isRepositoryName(QByteArrayView name);

}  // namespace Parlour::Files
