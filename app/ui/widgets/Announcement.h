// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QWidget>

namespace Parlour::Ui {

// Reads words out to assistive tools; the focus stays where it is. For what happens without the person: messages that
// arrive, errors, toasts, states of the connection. `about` is in the window concerned.
void announce(QWidget& about, const QString& words);

}  // namespace Parlour::Ui
