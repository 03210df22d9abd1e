// SPDX-License-Identifier: Apache-2.0
#include "server-sim/web/PageWriter.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QLocale>

#include "protocol/support/Clock.h"

namespace Parlour::Server {
namespace {

constexpr int kAvatarColours = 9;
constexpr qint64 kMinuteMs = 60'000;
constexpr qint64 kHourMs = 60 * kMinuteMs;
constexpr qint64 kDayMs = 24 * kHourMs;

}  // namespace

PageWriter::PageWriter(const PageFrame& frame) : formToken_(frame.formToken) {
  open("html", {{"lang", QStringLiteral("en")}});
  head(frame);
  open("body");
  element("a", {{"class", QStringLiteral("skip")}, {"href", QStringLiteral("#content")}},
          QStringLiteral("To the content"));
  banner(frame);
  open("main", {{"id", QStringLiteral("content")}});
  if (!frame.error.isEmpty()) {
    open("p", {{"class", QStringLiteral("message failed")}, {"role", QStringLiteral("alert")}});
    icon("warning").text(frame.error).close();
  }
  if (!frame.notice.isEmpty()) {
    open("p", {{"class", QStringLiteral("message done")}, {"role", QStringLiteral("status")}});
    icon("check").text(frame.notice).close();
  }
}

void PageWriter::head(const PageFrame& frame) {
  open("head");
  single("meta", {{"charset", QStringLiteral("utf-8")}});
  single("meta", {{"name", QStringLiteral("viewport")}, {"content", QStringLiteral("width=device-width")}});
  single("meta", {{"name", QStringLiteral("color-scheme")}, {"content", QStringLiteral("light dark")}});
  element("title", frame.title + QStringLiteral(" \u2013 Parlour server"));
  single("link", {{"rel", QStringLiteral("icon")}, {"href", QStringLiteral("/static/favicon.svg")}});
  single("link", {{"rel", QStringLiteral("stylesheet")}, {"href", QStringLiteral("/static/parlour.css")}});
  open("script", {{"src", QStringLiteral("/static/parlour.js")}, {"defer", QString()}}).close();
  close();
}

void PageWriter::banner(const PageFrame& frame) {
  open("header", {{"class", QStringLiteral("top")}});
  open("a", {{"class", QStringLiteral("brand")}, {"href", QStringLiteral("/rooms")}});
  open("span", {{"class", QStringLiteral("mark")}}).close();
  text(QStringLiteral("Parlour server")).close();
  if (!frame.me.isEmpty()) {
    tabs(frame);
    account(frame);
  }
  close();
}

void PageWriter::tabs(const PageFrame& frame) {
  open("nav", {{"aria-label", QStringLiteral("Areas")}});
  const auto tab = [&](const char* key, const QString& words) {
    const bool current = frame.tab == QLatin1String(key);
    element("a", {{"href", QLatin1Char('/') + QLatin1String(key)}, {"aria-current", QStringLiteral("page"), current}},
            words);
  };
  tab("rooms", QStringLiteral("Rooms"));
  if (frame.me.value(QStringLiteral("administrator")).toBool()) {
    tab("categories", QStringLiteral("Categories"));
    tab("people", QStringLiteral("People"));
    tab("status", QStringLiteral("Status"));
  }
  close();
}

void PageWriter::account(const PageFrame& frame) {
  const QString name = textIn(frame.me, "name");
  open("div", {{"class", QStringLiteral("account")}});
  element("span", {{"class", QStringLiteral("domain")}}, textIn(frame.me, "domain"));
  const QString colour = QStringLiteral("avatar avatar-%1").arg(avatarColour(textIn(frame.me, "address")));
  element("span", {{"class", colour}, {"aria-hidden", QStringLiteral("true")}}, initialsOf(name));
  element("bdi", {{"title", textIn(frame.me, "address")}}, name);
  form(QStringLiteral("/sign-out")).button(QStringLiteral("Sign out"), "quiet").close();
  close();
}

PageWriter& PageWriter::heading(const QString& words) {
  element("h1", words);
  return *this;
}

PageWriter& PageWriter::form(const QString& action, const char* cssClass) {
  open("form", {{"method", QStringLiteral("post")},
                {"action", action},
                {"class", QLatin1String(cssClass), cssClass[0] != '\0'}});
  return hidden("token", formToken_);
}

PageWriter& PageWriter::button(const QString& words, const char* cssClass) {
  element("button", {{"type", QStringLiteral("submit")}, {"class", QLatin1String(cssClass)}}, words);
  return *this;
}

PageWriter& PageWriter::icon(const char* name) {
  open("span", {{"class", QStringLiteral("icon icon-") + QLatin1String(name)}, {"aria-hidden", QStringLiteral("true")}})
      .close();
  return *this;
}

PageWriter& PageWriter::link(const QString& address, const QString& words, const char* cssClass) {
  element("a", {{"href", address}, {"class", QLatin1String(cssClass), cssClass[0] != '\0'}}, words);
  return *this;
}

void PageWriter::hintLine(const QString& id, const QString& hint) {
  if (!hint.isEmpty()) element("small", {{"id", id + QStringLiteral("-hint")}}, hint);
}

PageWriter& PageWriter::field(const QString& label, const char* name, const QString& value, int longest,
                              const QString& hint) {
  const QString id = QStringLiteral("f%1").arg(++fields_);
  open("p", {{"class", QStringLiteral("field")}});
  element("label", {{"for", id}}, label);
  single("input", {{"id", id},
                   {"name", QLatin1String(name)},
                   {"value", value},
                   {"maxlength", QString::number(longest)},
                   {"autocomplete", QStringLiteral("off")},
                   {"aria-describedby", id + QStringLiteral("-hint"), !hint.isEmpty()}});
  hintLine(id, hint);
  close();
  return *this;
}

PageWriter& PageWriter::choice(const QString& label, const char* name, const QString& value,
                               const QList<std::pair<QString, QString>>& choices, const QString& hint) {
  const QString id = QStringLiteral("f%1").arg(++fields_);
  open("p", {{"class", QStringLiteral("field")}});
  element("label", {{"for", id}}, label);
  open(
      "select",
      {{"id", id}, {"name", QLatin1String(name)}, {"aria-describedby", id + QStringLiteral("-hint"), !hint.isEmpty()}});
  for (const auto& [key, words] : choices) {
    element("option", {{"value", key}, {"selected", QString(), key == value}}, words);
  }
  close();
  hintLine(id, hint);
  close();
  return *this;
}

PageWriter& PageWriter::check(const QString& label, const char* name, bool on, const QString& hint) {
  const QString id = QStringLiteral("f%1").arg(++fields_);
  open("p", {{"class", QStringLiteral("check")}});
  single("input", {{"id", id},
                   {"type", QStringLiteral("checkbox")},
                   {"name", QLatin1String(name)},
                   {"value", QStringLiteral("on")},
                   {"checked", QString(), on},
                   {"aria-describedby", id + QStringLiteral("-hint"), !hint.isEmpty()}});
  element("label", {{"for", id}}, label);
  hintLine(id, hint);
  close();
  return *this;
}

PageWriter& PageWriter::hidden(const char* name, const QString& value) {
  single("input", {{"type", QStringLiteral("hidden")}, {"name", QLatin1String(name)}, {"value", value}});
  return *this;
}

PageWriter& PageWriter::peopleField(const QString& label, const char* name, const QString& value,
                                    const QString& source) {
  const QString id = QStringLiteral("f%1").arg(++fields_);
  open("p", {{"class", QStringLiteral("field")}});
  element("label", {{"for", id}}, label);
  single("input", {{"id", id},
                   {"name", QLatin1String(name)},
                   {"value", value},
                   {"maxlength", QStringLiteral("4000")},
                   {"autocomplete", QStringLiteral("off")},
                   {"list", id + QStringLiteral("-list")},
                   {"data-people", source},
                   {"aria-describedby", id + QStringLiteral("-hint")}});
  open("datalist", {{"id", id + QStringLiteral("-list")}}).close();
  hintLine(id, QStringLiteral("Names or addresses of people and groups, with ; between several."));
  close();
  return *this;
}

QByteArray PageWriter::finish(PageFoot foot) {
  close();  // main
  if (foot == PageFoot::None) return take();
  open("footer");
  element("span", QStringLiteral("Changes reach signed-in clients at once."));
  element("span", QStringLiteral("Parlour server " PARLOUR_VERSION));
  return take();
}

QString textIn(const QJsonObject& object, const char* key) { return object.value(QLatin1String(key)).toString(); }

bool flagIn(const QJsonObject& object, const char* key) { return object.value(QLatin1String(key)).toBool(); }

qint64 numberIn(const QJsonObject& object, const char* key) { return object.value(QLatin1String(key)).toInteger(); }

const char* roomIcon(const QJsonObject& room) {
  if (textIn(room, "type") == QLatin1String("auditorium")) return "megaphone";
  const QString privacy = textIn(room, "privacy");
  if (privacy == QLatin1String("open")) return "door";
  return privacy == QLatin1String("closed") ? "lock" : "eye-off";
}

QString initialsOf(const QString& name) {
  const QStringList words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
  if (words.isEmpty()) return QStringLiteral("?");
  const QString first = words.first().left(1);
  return (words.size() == 1 ? first : first + words.last().left(1)).toUpper();
}

int avatarColour(const QString& address) {
  const QByteArray hash = QCryptographicHash::hash(address.toLower().toUtf8(), QCryptographicHash::Sha1);
  return static_cast<unsigned char>(hash.at(0)) % kAvatarColours;
}

QString timeInWords(const QString& time, qint64 nowMs) {
  const auto parsed = Timestamp::parse(time.toUtf8());
  if (!parsed) return {};
  const qint64 age = nowMs - parsed->toMs();
  if (age < kMinuteMs) return QStringLiteral("now");
  if (age < kHourMs) return QStringLiteral("%1 min ago").arg(age / kMinuteMs);
  if (age < kDayMs) return QStringLiteral("%1 h ago").arg(age / kHourMs);
  const QDate date = QDateTime::fromMSecsSinceEpoch(parsed->toMs(), Qt::UTC).date();
  const bool recent = age < 300 * kDayMs;
  return QLocale::c().toString(date, recent ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy"));
}

}  // namespace Parlour::Server
