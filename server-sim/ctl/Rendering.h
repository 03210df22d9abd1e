// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonValue>
#include <QString>

#include "server-sim/control/AdminVerbs.h"

// Results of AdminCommands as text for people. Control characters of names and messages are made visible, so that
// nothing in them commands the terminal.
namespace Parlour::Ctl {

// A list as a table in the verb's columns, one object as its properties, a change as what changes.
QString renderResult(const Server::AdminVerb& verb, const QJsonValue& result);
// Columns as wide as their widest cell. In lists cells of more than `kWidestCell` letters are cut, but not the last.
inline constexpr int kWidestCell = 60;
QString renderTable(const QStringList& columns, const QList<QStringList>& rows);
// Whether a change takes something from somebody.
bool takesAccess(const QJsonValue& result);

}  // namespace Parlour::Ctl
