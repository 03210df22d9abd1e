// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>

// What "status" and "doctor" answer, as text for people. Texts are made harmless by the caller.
namespace Parlour::Ctl {

using Harmless = QString (*)(const QString& text);

QString renderStatus(const QJsonObject& report, Harmless harmless);
QString renderDoctor(const QJsonObject& result, Harmless harmless);

}  // namespace Parlour::Ctl
