// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QString>

#include "app/core/preferences/Preferences.h"
#include "protocol/support/Clock.h"

namespace Parlour::Models {

// Words of the screen for days and times (design guide 12), in local time and in the order and the names of the
// default locale, which is that of the interface's language. 12 or 24 hours are the system's, where it says.
QString timeWords(const Timestamp& time, Core::ClockFormat clock = Core::ClockFormat::System);
QString fullTimeWords(const Timestamp& time);
// "12 November 2026", and without the year.
QString dateWords(const QDate& day);
QString dateWordsOfYear(const QDate& day);
// "Today, Thursday 12 November"; the year where it is another than today's.
QString dayWords(const QDate& day, const QDate& today);
// "08:43", "Yesterday 16:20", "Thu 16:20", "12 Nov".
QString shortWhen(const Timestamp& time, const QDate& today);

}  // namespace Parlour::Models
