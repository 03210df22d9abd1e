// SPDX-License-Identifier: Apache-2.0
#include "app/models/DateWords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QList>
#include <QLocale>

namespace Parlour::Models {

namespace {

class DateTexts {
  Q_DECLARE_TR_FUNCTIONS(Parlour::Models::DateWords)
};

QDateTime localDateTime(const Timestamp& time) { return QDateTime::fromMSecsSinceEpoch(time.toMs()); }

// A date format as QLocale has it, cut into fields and what stands between them.
class DatePattern {
 public:
  explicit DatePattern(const QString& format) {
    for (qsizetype i = 0; i < format.size();) i = isField(format[i]) ? readField(format, i) : readBetween(format, i);
  }

  // Without that field and what ties it to its neighbours; a unit as in "2026年" belongs to its number.
  DatePattern without(const QString& field) const {
    DatePattern left = *this;
    for (qsizetype i = 0; i < left.parts_.size(); ++i) {
      if (!left.parts_[i].field || !left.parts_[i].text.startsWith(field)) continue;
      if (i + 1 < left.parts_.size() && left.parts_[i + 1].unit) left.parts_.removeAt(i + 1);
      const bool last = i + 2 >= left.parts_.size();
      if (left.isBetween(i + 1) && (i == 0 || last)) left.parts_.removeAt(i + 1);
      if (left.isBetween(i - 1)) left.parts_.removeAt(--i);
      left.parts_.removeAt(i--);
    }
    return left;
  }

  QString text() const {
    QString joined;
    for (const Part& part : parts_) joined += part.text;
    return joined;
  }

 private:
  struct Part {
    QString text;
    bool field = false;
    bool unit = false;
  };

  static bool isField(QChar sign) { return QStringLiteral("dMy").contains(sign); }
  static bool isUnit(QChar sign) { return QStringLiteral("年月日년월일").contains(sign); }

  bool isBetween(qsizetype i) const { return i >= 0 && i < parts_.size() && !parts_[i].field && !parts_[i].unit; }

  qsizetype readField(const QString& format, qsizetype at) {
    qsizetype end = at;
    while (end < format.size() && format[end] == format[at]) ++end;
    parts_.append({format.mid(at, end - at), true, false});
    return end;
  }

  qsizetype readBetween(const QString& format, qsizetype at) {
    if (isUnit(format[at])) {
      parts_.append({format.mid(at, 1), false, true});
      return at + 1;
    }
    qsizetype end = at;
    bool quoted = false;
    while (end < format.size() && (quoted || (!isField(format[end]) && !isUnit(format[end])))) {
      if (format[end] == QLatin1Char('\'')) quoted = !quoted;
      ++end;
    }
    parts_.append({format.mid(at, end - at), false, false});
    return end;
  }

  QList<Part> parts_;
};

DatePattern datePattern() {
  return DatePattern(QLocale().dateFormat(QLocale::LongFormat)).without(QStringLiteral("ddd"));
}

QString withYearUnlessThis(const QDate& day, const QDate& today) {
  return day.year() == today.year() ? dateWordsOfYear(day) : dateWords(day);
}

QString shortDate(const QDate& day, const QDate& today) {
  const DatePattern pattern = datePattern();
  QString format = (day.year() == today.year() ? pattern.without(QStringLiteral("y")) : pattern).text();
  format.replace(QStringLiteral("MMMM"), QStringLiteral("MMM"));
  return QLocale().toString(day, format);
}

// The system's choice, where it made one: a bare "C" system did not.
bool systemHas24Hours(const QLocale& words) {
  const QLocale system = QLocale::system();
  const QLocale& says = system.language() == QLocale::C ? words : system;
  return !says.timeFormat(QLocale::ShortFormat).contains(QLatin1String("ap"), Qt::CaseInsensitive);
}

}  // namespace

QString timeWords(const Timestamp& time, Core::ClockFormat clock) {
  const QLocale locale;
  const bool long24 =
      clock == Core::ClockFormat::System ? systemHas24Hours(locale) : clock == Core::ClockFormat::Hours24;
  // Of the locale's own form, which may have other separators; the C locale's has seconds, which no desktop's has.
  const QString format = locale.timeFormat(QLocale::ShortFormat);
  const bool own24 = !format.contains(QLatin1String("ap"), Qt::CaseInsensitive);
  if (own24 == long24 && locale.language() != QLocale::C) {
    return locale.toString(localDateTime(time).time(), format);
  }
  return locale.toString(localDateTime(time).time(),
                         long24 ? QStringLiteral("HH:mm") : DateTexts::tr("h:mm ap", "a time format of 12 hours"));
}

QString fullTimeWords(const Timestamp& time) { return QLocale().toString(localDateTime(time), QLocale::LongFormat); }

QString dateWords(const QDate& day) { return QLocale().toString(day, datePattern().text()); }

QString dateWordsOfYear(const QDate& day) {
  return QLocale().toString(day, datePattern().without(QStringLiteral("y")).text());
}

QString dayWords(const QDate& day, const QDate& today) {
  const QString date = DateTexts::tr("%1 %2", "weekday and date: Thursday 12 November")
                           .arg(QLocale().dayName(day.dayOfWeek()), withYearUnlessThis(day, today));
  if (day == today) return DateTexts::tr("Today, %1").arg(date);
  return day == today.addDays(-1) ? DateTexts::tr("Yesterday, %1").arg(date) : date;
}

QString shortWhen(const Timestamp& time, const QDate& today) {
  const QDate day = localDateTime(time).date();
  const QString clock = timeWords(time);
  const qint64 days = day.daysTo(today);
  constexpr int kWeek = 7;
  if (days == 0) return clock;
  if (days == 1) return DateTexts::tr("Yesterday %1").arg(clock);
  if (days > 0 && days < kWeek) {
    return DateTexts::tr("%1 %2", "weekday and time: Thu 16:20")
        .arg(QLocale().standaloneDayName(day.dayOfWeek(), QLocale::ShortFormat), clock);
  }
  return shortDate(day, today);
}

}  // namespace Parlour::Models
