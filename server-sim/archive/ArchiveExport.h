// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "server-sim/archive/ArchiveReader.h"

class QIODevice;

namespace Parlour::Server {

enum class ArchiveFormat { Text, Html, Json, Csv };
std::optional<ArchiveFormat> parseArchiveFormat(const QString& text);  // "text", "html", "json", "csv"

// Events of an archive as a document, one after the other, so that its length does not matter. Nothing of a message can
// become markup, a formula, or the beginning of another line. Blocking.
Result<qint64> exportArchive(const ArchiveReader& reader, const ArchiveFilter& filter, ArchiveFormat format,
                             QIODevice& out);

}  // namespace Parlour::Server
