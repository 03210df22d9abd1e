// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Parlour::Core {

// Names from the wire on this computer's disk: always inside the directory, never over another file.

// A path in `directory` for a file of this name that does not exist, nor with ".part" behind it: "tides (2).pdf".
// The name is cleaned first; what is left without a name is called "file".
QString freePath(const QString& directory, const QString& name);

// Where a download keeps its bytes until all of them are there.
QString partPath(const QString& path);

// Renames without replacing; takes another free name beside `path` when that exists by now. Empty when it failed.
QString moveToFreePath(const QString& from, const QString& path);

// Whether opening a file of this name may run something: programs, scripts, documents with macros, links.
bool mayRunSomething(const QString& name);

// PNG, JPEG, GIF or WebP by the ending of the name: what a preview is made of.
bool isPictureName(const QString& name);

}  // namespace Parlour::Core
