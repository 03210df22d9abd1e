// SPDX-License-Identifier: Apache-2.0
#include "app/core/preferences/PreferenceFile.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "app/core/preferences/Preferences.h"

namespace Parlour::Core {

namespace {

namespace Limits = PreferenceLimits;

// The names of the choices in the file, in the order of their enumeration.
template <class E>
struct ChoiceNames;
template <>
struct ChoiceNames<SendKey> {
  static constexpr std::array kNames{"enter", "ctrl-enter"};
};
template <>
struct ChoiceNames<ThemeChoice> {
  static constexpr std::array kNames{"system", "light", "dark", "high-contrast"};
};
template <>
struct ChoiceNames<TextSizeChoice> {
  static constexpr std::array kNames{"small", "normal", "large", "larger"};
};
template <>
struct ChoiceNames<RowSpacing> {
  static constexpr std::array kNames{"comfortable", "compact"};
};
template <>
struct ChoiceNames<ClockFormat> {
  static constexpr std::array kNames{"system", "24", "12"};
};
template <>
struct ChoiceNames<ProxyChoice> {
  static constexpr std::array kNames{"system", "none"};
};
template <>
struct ChoiceNames<BannerFor> {
  static constexpr std::array kNames{"every-message", "high-importance", "mentions-and-keywords", "nothing"};
};
template <>
struct ChoiceNames<RuleChoice> {
  static constexpr std::array kNames{"default", "on", "off"};
};

template <class E>
QString choiceName(E choice) {
  return QString::fromLatin1(ChoiceNames<E>::kNames.at(static_cast<size_t>(choice)));
}

template <class E>
void readChoice(const QString& name, E& choice) {
  const auto& names = ChoiceNames<E>::kNames;
  const auto found =
      std::find_if(names.begin(), names.end(), [&name](const char* known) { return name == QLatin1String(known); });
  if (found != names.end()) choice = static_cast<E>(std::distance(names.begin(), found));
}

void decode(const QVariant& raw, bool& value) {
  const QString text = raw.toString();
  if (text == QLatin1String("true")) value = true;
  if (text == QLatin1String("false")) value = false;
}

void decode(const QVariant& raw, int& value) {
  bool number = false;
  // QVariant's own toInt cuts off what does not fit.
  const qint64 read = raw.toLongLong(&number);
  if (number && std::in_range<int>(read)) value = static_cast<int>(read);
}

void decode(const QVariant& raw, QString& value) {
  if (raw.typeId() == QMetaType::QString) value = raw.toString();
}

void decode(const QVariant& raw, QStringList& value) {
  // The file has a list of one as a plain text.
  if (raw.typeId() == QMetaType::QStringList || raw.typeId() == QMetaType::QString) value = raw.toStringList();
}

void decode(const QVariant& raw, QTime& value) {
  const QTime read = QTime::fromString(raw.toString(), QStringLiteral("HH:mm"));
  if (read.isValid()) value = read;
}

template <class E>
requires std::is_enum_v<E>
void decode(const QVariant& raw, E& value) { readChoice(raw.toString(), value); }

RoomRule ruleFrom(const QJsonObject& object) {
  RoomRule rule;
  readChoice(object.value(QLatin1String("banner")).toString(), rule.banner);
  readChoice(object.value(QLatin1String("sound")).toString(), rule.sound);
  rule.onTaskbar = object.value(QLatin1String("onTaskbar")).toBool(rule.onTaskbar);
  rule.mutedUntilMs = object.value(QLatin1String("mutedUntilMs")).toInteger();
  rule.name = object.value(QLatin1String("name")).toString();
  return rule;
}

void decode(const QVariant& raw, QHash<RoomUri, RoomRule>& rules) {
  const QJsonArray items = QJsonDocument::fromJson(raw.toString().toUtf8()).array();
  for (const QJsonValue& item : items) {
    const QJsonObject object = item.toObject();
    const auto room = RoomUri::parse(object.value(QLatin1String("room")).toString().toUtf8());
    if (room) rules.insert(*room, ruleFrom(object));
  }
}

QVariant encode(bool value) { return value ? QStringLiteral("true") : QStringLiteral("false"); }
QVariant encode(int value) { return value; }
QVariant encode(const QString& value) { return value; }
QVariant encode(const QStringList& value) { return value; }
QVariant encode(QTime value) { return value.toString(QStringLiteral("HH:mm")); }

template <class E>
requires std::is_enum_v<E> QVariant encode(E value) { return choiceName(value); }

QVariant encode(const QHash<RoomUri, RoomRule>& rules) {
  QJsonArray items;
  for (auto it = rules.begin(); it != rules.end(); ++it) {
    items.append(QJsonObject{{QStringLiteral("room"), it.key().toString()},
                             {QStringLiteral("banner"), choiceName(it->banner)},
                             {QStringLiteral("sound"), choiceName(it->sound)},
                             {QStringLiteral("onTaskbar"), it->onTaskbar},
                             {QStringLiteral("mutedUntilMs"), it->mutedUntilMs},
                             {QStringLiteral("name"), it->name}});
  }
  return QString::fromUtf8(QJsonDocument(items).toJson(QJsonDocument::Compact));
}

// Each page lists its keys once; the same list reads and writes.
template <class Visit>
void eachValue(GeneralPreferences& v, const Visit& visit) {
  visit("general/signInAtStart", v.signInAtStart);
  visit("general/startWithComputer", v.startWithComputer);
  visit("general/reopenRooms", v.reopenRooms);
  visit("general/keepInTray", v.keepInTray);
  visit("general/sendKey", v.sendKey);
  visit("general/keepDrafts", v.keepDrafts);
  visit("general/drawEmoticons", v.drawEmoticons);
  visit("general/checkSpelling", v.checkSpelling);
  visit("general/spellLanguages", v.spellLanguages);
  visit("general/awayAfterMinutes", v.awayAfterMinutes);
  visit("general/language", v.language);
}

template <class Visit>
void eachValue(NotificationPreferences& v, const Visit& visit) {
  visit("notifications/mentions", v.mentions);
  visit("notifications/highImportance", v.highImportance);
  visit("notifications/keywordMatches", v.keywordMatches);
  visit("notifications/invitations", v.invitations);
  visit("notifications/banners", v.banners);
  visit("notifications/sound", v.sound);
  visit("notifications/taskbarCount", v.taskbarCount);
  visit("notifications/quietWhileBusy", v.quietWhileBusy);
  visit("notifications/textInBanner", v.textInBanner);
  visit("notifications/mentionsWhenMuted", v.mentionsWhenMuted);
  visit("notifications/doNotDisturb", v.doNotDisturb);
  visit("notifications/quietHours", v.quietHours);
  visit("notifications/quietFrom", v.quietFrom);
  visit("notifications/quietTo", v.quietTo);
  visit("notifications/keywords", v.keywords);
  visit("notifications/rooms", v.rooms);
}

template <class Visit>
void eachValue(AppearancePreferences& v, const Visit& visit) {
  visit("appearance/theme", v.theme);
  visit("appearance/textSize", v.textSize);
  visit("appearance/rowSpacing", v.rowSpacing);
  visit("appearance/clock", v.clock);
  visit("appearance/groupMessages", v.groupMessages);
  visit("appearance/showAvatars", v.showAvatars);
  visit("appearance/openStories", v.openStories);
  visit("appearance/tintOwnMessages", v.tintOwnMessages);
  visit("appearance/reduceAnimation", v.reduceAnimation);
}

template <class Visit>
void eachValue(ConnectionPreferences& v, const Visit& visit) {
  visit("connection/reconnect", v.reconnect);
  visit("connection/outboxWaitSeconds", v.outboxWaitSeconds);
  visit("connection/fileProxy", v.fileProxy);
}

template <class Visit>
void eachValue(StoragePreferences& v, const Visit& visit) {
  visit("storage/cacheDays", v.cacheDays);
  visit("storage/cacheMegabytes", v.cacheMegabytes);
  visit("storage/downloadFolder", v.downloadFolder);
  visit("storage/askWhereToSave", v.askWhereToSave);
}

QString preferenceKey(const char* name) { return QLatin1String("preferences/") + QLatin1String(name); }

template <class Page>
void readPage(const LocalSettings& settings, Page& values) {
  eachValue(values, [&settings](const char* name, auto& value) {
    const QVariant raw = settings.value(preferenceKey(name));
    if (raw.isValid()) decode(raw, value);
  });
  values = bounded(std::move(values));
}

template <class Page>
void writePage(LocalSettings& settings, Page& values) {
  eachValue(values, [&settings](const char* name, const auto& value) {
    settings.setValue(preferenceKey(name), encode(value));
  });
}

// Language codes such as "de" or "en_GB"; they become parts of file names.
bool isLanguageCode(const QString& code) {
  constexpr qsizetype kLongest = 16;
  return !code.isEmpty() && code.size() <= kLongest && std::all_of(code.begin(), code.end(), [](QChar c) {
    return c == u'_' || c == u'-' || (c.unicode() < 0x80 && c.isLetterOrNumber());
  });
}

// Keywords lose surrounding blanks and quotation marks, repeats (whatever the case) and control characters.
QStringList boundedKeywords(const QStringList& words) {
  QStringList kept;
  for (const QString& word : words) {
    QString plain = word.left(4 * Limits::kKeywordLength).simplified();
    plain.remove(QLatin1Char('"')).remove(QChar(0x201C)).remove(QChar(0x201D)).remove(QChar(0x201E));
    plain = plain.simplified().left(Limits::kKeywordLength).trimmed();
    if (plain.isEmpty() || kept.contains(plain, Qt::CaseInsensitive)) continue;
    kept.append(plain);
    if (kept.size() == Limits::kKeywords) break;
  }
  return kept;
}

}  // namespace

bool NotificationPreferences::isQuietTime(QTime now) const {
  if (!quietHours || quietFrom == quietTo) return false;
  if (quietFrom < quietTo) return quietFrom <= now && now < quietTo;
  return quietFrom <= now || now < quietTo;
}

void readPreferences(const LocalSettings& settings, GeneralPreferences& values) { readPage(settings, values); }
void readPreferences(const LocalSettings& settings, NotificationPreferences& values) { readPage(settings, values); }
void readPreferences(const LocalSettings& settings, AppearancePreferences& values) { readPage(settings, values); }
void readPreferences(const LocalSettings& settings, ConnectionPreferences& values) { readPage(settings, values); }
void readPreferences(const LocalSettings& settings, StoragePreferences& values) { readPage(settings, values); }

void writePreferences(LocalSettings& settings, GeneralPreferences values) { writePage(settings, values); }
void writePreferences(LocalSettings& settings, NotificationPreferences values) { writePage(settings, values); }
void writePreferences(LocalSettings& settings, AppearancePreferences values) { writePage(settings, values); }
void writePreferences(LocalSettings& settings, ConnectionPreferences values) { writePage(settings, values); }
void writePreferences(LocalSettings& settings, StoragePreferences values) { writePage(settings, values); }

GeneralPreferences bounded(GeneralPreferences values) {
  values.awayAfterMinutes = std::clamp(values.awayAfterMinutes, 0, Limits::kMaxAwayMinutes);
  if (!isLanguageCode(values.language)) values.language.clear();
  values.spellLanguages.removeIf([](const QString& code) { return !isLanguageCode(code); });
  values.spellLanguages.removeDuplicates();
  constexpr qsizetype kSpellLanguages = 5;
  values.spellLanguages = values.spellLanguages.mid(0, kSpellLanguages);
  return values;
}

NotificationPreferences bounded(NotificationPreferences values) {
  values.keywords = boundedKeywords(values.keywords);
  constexpr qsizetype kRoomName = 256;
  while (values.rooms.size() > Limits::kRoomRules) values.rooms.erase(values.rooms.begin());
  for (RoomRule& rule : values.rooms) {
    rule.name.truncate(kRoomName);
    rule.mutedUntilMs = std::max<qint64>(rule.mutedUntilMs, 0);
  }
  if (!values.quietFrom.isValid()) values.quietFrom = NotificationPreferences().quietFrom;
  if (!values.quietTo.isValid()) values.quietTo = NotificationPreferences().quietTo;
  return values;
}

AppearancePreferences bounded(AppearancePreferences values) { return values; }

ConnectionPreferences bounded(ConnectionPreferences values) {
  values.outboxWaitSeconds =
      std::clamp(values.outboxWaitSeconds, Limits::kMinOutboxWaitSeconds, Limits::kMaxOutboxWaitSeconds);
  return values;
}

StoragePreferences bounded(StoragePreferences values) {
  values.cacheDays = std::clamp(values.cacheDays, 0, Limits::kMaxCacheDays);
  values.cacheMegabytes = std::clamp(values.cacheMegabytes, Limits::kMinCacheMegabytes, Limits::kMaxCacheMegabytes);
  constexpr qsizetype kLongestPath = 4096;
  const QString& folder = values.downloadFolder;
  if (!QDir::isAbsolutePath(folder) || folder.size() > kLongestPath || folder.contains(QChar(0))) {
    values.downloadFolder.clear();
  }
  return values;
}

}  // namespace Parlour::Core
