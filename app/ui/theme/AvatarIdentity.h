// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QColor>
#include <QList>
#include <QString>

namespace Parlour::Ui {

// The nine avatar fills, the same in every theme; white text reaches a contrast of 6.0 on each.
const QList<QColor>& avatarFills();

// The fill of a person: a stable hash of the lower-case SIP address, so that a colour survives a restart.
QColor avatarFill(const QByteArray& sipAddress);

// First letters of the first and the last word in upper case, one letter for one word, "?" for none.
QString initials(const QString& displayName);

}  // namespace Parlour::Ui
