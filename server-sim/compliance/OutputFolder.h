// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/compliance/Rendering.h"
#include "server-sim/compliance/Steps.h"

namespace Parlour::Server {

// Puts the files of a batch into a folder, which is created when needed. Each is written and synced under another name
// first and all are renamed at the end, so that whoever reads the folder sees whole files alone, and a second time
// replaces them by the same. After an error none of them is there. Files are readable by the owner and the group.
Status writeOutput(const QString& directory, const std::vector<OutputFile>& files, const StepHook& hook);

// A file as a whole into another, synced and renamed; for files that are to be kept. The target's folder exists.
Status copyDurably(const QString& source, const QString& target);

}  // namespace Parlour::Server
