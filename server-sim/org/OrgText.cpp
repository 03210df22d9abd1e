// SPDX-License-Identifier: Apache-2.0
#include "server-sim/org/OrgText.h"

#include <algorithm>

namespace Parlour::Server {
namespace {

QByteArray wireText(QString text) {
  text.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(QLatin1Char('\r'), QLatin1Char('\n'));
  return text.replace(QLatin1Char('\n'), QLatin1String("\r\n")).toUtf8();
}

// XML 1.0 cannot carry them, so no client could have sent them.
bool hasControlCharacter(const QByteArray& text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto u = static_cast<unsigned char>(c);
    return u < 0x20 && c != '\t' && c != '\r' && c != '\n';
  });
}

void readStory(const OrgFields& message, OrgMessage& read) {
  const auto fields = message.object(QLatin1String("story"));
  if (!fields) return;
  fields->allowOnly({QLatin1String("title"), QLatin1String("body")});
  OrgMessage::Story story;
  story.title = fields->requiredText(QLatin1String("title"));
  story.body = wireText(fields->requiredText(QLatin1String("body")));
  if (story.title.contains(QLatin1Char('\n')) || story.title.contains(QLatin1Char('\r')))
    fields->problem(QStringLiteral("the title of a story is one line"));
  read.story = std::move(story);
}

}  // namespace

OrgMessage readOrgMessage(const OrgFields& fields) {
  OrgMessage message;
  message.alert = fields.flag(QLatin1String("alert"), false);
  message.text = wireText(fields.text(QLatin1String("text")));
  readStory(fields, message);
  if (message.text.trimmed().isEmpty() == !message.story.has_value())
    fields.problem(QStringLiteral("a message has either a text or a story"));
  if (message.text.startsWith("[STORY]"))
    fields.problem(QStringLiteral("a story belongs into \"story\", not into \"text\""));
  const QByteArray sent = message.chatText();
  const int limit = message.story ? kMaxOrgStoryBytes : kMaxOrgMessageBytes;
  if (sent.size() > limit) fields.problem(QStringLiteral("the text is longer than %1 bytes").arg(limit));
  if (hasControlCharacter(sent)) fields.problem(QStringLiteral("the text has a control character"));
  return message;
}

}  // namespace Parlour::Server
