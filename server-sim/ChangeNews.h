// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace Parlour::Server {

struct ChangeSet;

// What operators should know of a change, in sentences for the event log: what was made, deleted, disabled or enabled,
// and settings. Nothing for everyday changes.
QStringList changeNews(const ChangeSet& set);

}  // namespace Parlour::Server
