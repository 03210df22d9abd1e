// SPDX-License-Identifier: Apache-2.0
#include "app/core/export/HistoryFormat.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <utility>

#include "protocol/xccos/ChatText.h"

namespace Parlour::Core {

namespace {

struct HistoryWords {
  Q_DECLARE_TR_FUNCTIONS(Parlour::Core::HistoryFormat)
};

bool turnsDirection(char16_t unit) {
  return (unit >= 0x202A && unit <= 0x202E) || (unit >= 0x2066 && unit <= 0x2069) || unit == 0x200E || unit == 0x200F ||
         unit == 0x061C;
}

// Without control characters and marks that turn the direction of what follows; lines end with LF.
QString tamed(QString text) {
  text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(QLatin1Char('\r'), QLatin1Char('\n'));
  QString plain;
  plain.reserve(text.size());
  for (const QChar unit : text) {
    const bool line = unit == QChar::LineSeparator || unit == QChar::ParagraphSeparator;
    const bool control = unit.category() == QChar::Other_Control;
    if (unit == QLatin1Char('\n') || unit == QLatin1Char('\t') ||
        (!control && !line && !turnsDirection(unit.unicode())))
      plain += unit;
    if (line) plain += QLatin1Char('\n');
  }
  return plain;
}

QString tamedLine(const QString& text) { return tamed(text).simplified(); }

QString spanText(const Xccos::ChatSpan& span) {
  switch (span.kind) {
    case Xccos::ChatSpan::Kind::Text:
    case Xccos::ChatSpan::Kind::RoomLink:
      return span.text;
    case Xccos::ChatSpan::Kind::Link:
      return span.text == span.href ? span.text : QStringLiteral("%1 <%2>").arg(span.text, span.href);
    case Xccos::ChatSpan::Kind::FileLink:
      break;
  }
  if (!span.file) return span.text;
  return span.file->sizeText.isEmpty()
             ? HistoryWords::tr("[File: %1]").arg(span.file->fileName)
             : HistoryWords::tr("[File: %1, %2]").arg(span.file->fileName, span.file->sizeText);
}

struct MessageWords {
  QString author;
  QString title;  // of a story
  QString body;
};

MessageWords wordsOf(const Message& message) {
  MessageWords words;
  words.author = tamedLine(message.authorName.isEmpty() ? message.author.toString() : message.authorName);
  const Xccos::ChatText text = Xccos::parseChatText(message.text);
  words.title = tamedLine(text.title);
  for (const Xccos::ChatSpan& span : text.spans) words.body += spanText(span);
  words.body = tamed(words.body);
  if (message.removed && words.body.isEmpty()) words.body = HistoryWords::tr("A message was removed");
  return words;
}

QString timeOf(Timestamp time) {
  return QDateTime::fromMSecsSinceEpoch(time.toMs(), Qt::UTC).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString dayOf(Timestamp time) { return timeOf(time).left(10); }

QString rangeOf(const HistoryHead& head) {
  if (head.from.isNull() && head.to.isNull()) return HistoryWords::tr("All messages");
  if (head.to.isNull()) return HistoryWords::tr("From %1").arg(dayOf(head.from));
  if (head.from.isNull()) return HistoryWords::tr("Until %1").arg(dayOf(head.to));
  return HistoryWords::tr("%1 to %2").arg(dayOf(head.from), dayOf(head.to));
}

QString exportedAt(const HistoryHead& head) {
  return HistoryWords::tr("Exported %1. All times are UTC.").arg(timeOf(head.madeAt));
}

QStringList marksOf(const Message& message) {
  QStringList marks;
  if (message.alert) marks += HistoryWords::tr("high importance");
  if (message.removed) marks += HistoryWords::tr("removed");
  return marks;
}

class TextHistory final : public HistoryFormat {
 public:
  QByteArray head(const HistoryHead& head) override {
    return QStringList{tamedLine(head.roomName), head.room.toString(), rangeOf(head), exportedAt(head), {}}
               .join(QLatin1Char('\n'))
               .toUtf8() +
           '\n';
  }
  // Lines of a message are indented, so that none of them can pass for the first line of another.
  QByteArray message(const Message& message) override {
    const MessageWords words = wordsOf(message);
    QString lines = QStringLiteral("[%1] %2").arg(timeOf(message.time), words.author);
    const QStringList marks = marksOf(message);
    if (!marks.isEmpty()) lines += QStringLiteral(" (%1)").arg(marks.join(QStringLiteral(", ")));
    QString body = words.title.isEmpty() ? words.body : words.title + QLatin1Char('\n') + words.body;
    body.replace(QLatin1Char('\n'), QStringLiteral("\n    "));
    return (lines + QStringLiteral("\n    ") + body + QLatin1Char('\n')).toUtf8();
  }
  QByteArray foot() override { return {}; }
};

class HtmlHistory final : public HistoryFormat {
 public:
  QByteArray head(const HistoryHead& head) override {
    const QString name = tamedLine(head.roomName).toHtmlEscaped();
    QString page = QStringLiteral(
        "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        "<title>");
    page += name + QStringLiteral(
                       "</title>\n<style>body{font-family:sans-serif;max-width:50em;margin:2em auto;padding:0 1em}"
                       "article{margin:.8em 0}header{color:#555;font-size:.85em}"
                       "p{margin:.1em 0;white-space:pre-wrap;overflow-wrap:anywhere}"
                       ".alert{border-left:3px solid #c4314b;padding-left:.6em}.removed p{color:#777;"
                       "font-style:italic}h2{font-size:1em;margin:.2em 0}</style></head>\n<body>\n<h1><bdi>");
    page += name + QStringLiteral("</bdi></h1>\n<p>") + head.room.toString().toHtmlEscaped() + QStringLiteral("<br>") +
            rangeOf(head).toHtmlEscaped() + QStringLiteral("<br>") + exportedAt(head).toHtmlEscaped() +
            QStringLiteral("</p>\n");
    return page.toUtf8();
  }
  QByteArray message(const Message& message) override {
    const MessageWords words = wordsOf(message);
    QStringList classes;
    if (message.alert) classes += QStringLiteral("alert");
    if (message.removed) classes += QStringLiteral("removed");
    QString out = QStringLiteral("<article class=\"") + classes.join(QLatin1Char(' ')) +
                  QStringLiteral("\"><header><time>") + timeOf(message.time) + QStringLiteral("</time> <b><bdi>") +
                  words.author.toHtmlEscaped() + QStringLiteral("</bdi></b>");
    const QStringList marks = marksOf(message);
    if (!marks.isEmpty()) out += QStringLiteral(" · ") + marks.join(QStringLiteral(", ")).toHtmlEscaped();
    out += QStringLiteral("</header>");
    if (!words.title.isEmpty()) {
      out += QStringLiteral("<h2 dir=\"auto\">") + words.title.toHtmlEscaped() + QStringLiteral("</h2>");
    }
    out += QStringLiteral("<p dir=\"auto\">") + words.body.toHtmlEscaped() + QStringLiteral("</p></article>\n");
    return out.toUtf8();
  }
  QByteArray foot() override { return QByteArrayLiteral("</body></html>\n"); }
};

// One object a message; what was written is kept as it came, beside its plain words.
class JsonHistory final : public HistoryFormat {
 public:
  QByteArray head(const HistoryHead& head) override {
    QJsonObject object{{QStringLiteral("room"), head.room.toString()},
                       {QStringLiteral("roomName"), head.roomName},
                       {QStringLiteral("exported"), QString::fromLatin1(head.madeAt.toXccosSeconds())}};
    if (!head.from.isNull()) object.insert(QStringLiteral("from"), QString::fromLatin1(head.from.toXccosSeconds()));
    if (!head.to.isNull()) object.insert(QStringLiteral("to"), QString::fromLatin1(head.to.toXccosSeconds()));
    QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    json.chop(1);
    return json + ",\"messages\":[";
  }
  QByteArray message(const Message& message) override {
    const Xccos::ChatText text = Xccos::parseChatText(message.text);
    QJsonArray files;
    for (const Xccos::ChatSpan& span : text.spans) {
      if (span.file) files.append(span.file->fileName);
    }
    QJsonObject object{
        {QStringLiteral("id"), QString::number(message.chatId)},
        {QStringLiteral("time"), QString::fromLatin1(message.time.toXccos())},
        {QStringLiteral("author"), message.author.toString()},
        {QStringLiteral("authorName"), message.authorName},
        {QStringLiteral("importance"), message.alert ? QStringLiteral("high") : QStringLiteral("normal")},
        {QStringLiteral("removed"), message.removed},
        {QStringLiteral("text"), wordsOf(message).body},
        {QStringLiteral("chat"), message.text}};
    if (text.kind == Xccos::ChatText::Kind::Story) object.insert(QStringLiteral("title"), text.title);
    if (!files.isEmpty()) object.insert(QStringLiteral("files"), files);
    const QByteArray before = std::exchange(first_, false) ? "\n" : ",\n";
    return before + QJsonDocument(object).toJson(QJsonDocument::Compact);
  }
  QByteArray foot() override { return QByteArrayLiteral("\n]}\n"); }

 private:
  bool first_ = true;
};

}  // namespace

std::unique_ptr<HistoryFormat> makeHistoryFormat(HistoryFile kind) {
  switch (kind) {
    case HistoryFile::Text:
      return std::make_unique<TextHistory>();
    case HistoryFile::Html:
      return std::make_unique<HtmlHistory>();
    case HistoryFile::Json:
      break;
  }
  return std::make_unique<JsonHistory>();
}

}  // namespace Parlour::Core
