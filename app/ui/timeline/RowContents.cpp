// SPDX-License-Identifier: Apache-2.0
#include "app/ui/timeline/RowContents.h"

#include <QCoreApplication>
#include <QDateTime>

#include "app/ui/text/MessageSpans.h"

namespace Parlour::Ui {

namespace {

class RowContentWords {
  Q_DECLARE_TR_FUNCTIONS(Parlour::Ui::RowContents)
};

constexpr qint64 kQuietSendingMs = 400;

}  // namespace

std::optional<Xccos::FileLink> onlyFile(const Xccos::ChatText& text) {
  std::optional<Xccos::FileLink> file;
  for (const Xccos::ChatSpan& span : text.spans) {
    if (span.kind == Xccos::ChatSpan::Kind::FileLink && span.file && !file) {
      file = span.file;
    } else if (!span.text.trimmed().isEmpty()) {
      return std::nullopt;
    }
  }
  return file;
}

void RowContents::setMe(const SipUri& me, const QString& displayName) {
  mentionWords_ = mentionWords(QString::fromUtf8(me.user()), displayName);
}

QString RowContents::rowId(const Core::Message& message) {
  return message.chatId != 0 ? QString::number(message.chatId) : QStringLiteral("local-%1").arg(message.localId);
}

bool RowContents::toggleStory(const QString& rowId) {
  if (openStories_.remove(rowId)) {
    return false;
  }
  openStories_.insert(rowId);
  return true;
}

RowContent RowContents::read(const Models::TimelineRow& row) const {
  const Core::Message& message = row.message;
  RowContent content;
  content.id = rowId(message);
  content.dayAbove = row.dayLineAbove ? dayWords(row.day, today_.isValid() ? today_ : QDate::currentDate()) : QString();
  content.newLineAbove = row.newLineAbove;
  content.grouped = row.grouped && appearance().groupMessages;
  content.own = message.own;
  content.alert = message.alert;
  content.author = message.authorName.isEmpty() ? QString::fromUtf8(message.author.user()) : message.authorName;
  content.address = message.author.address();
  content.time = timeWords(message.time, appearance().clock);
  content.fullTime = fullTimeWords(message.time);
  if (message.mentionsMe) {
    content.attention = RowContentWords::tr("Mentions you");
  }
  readText(message, content);
  readDelivery(message, content);
  return content;
}

void RowContents::readText(const Core::Message& message, RowContent& content) const {
  const Xccos::ChatText text = Xccos::parseChatText(message.text);
  const SpanWords words{message.mentionsMe && !message.own ? mentionWords_ : QStringList(), {}};
  if (text.kind == Xccos::ChatText::Kind::Story) {
    content.kind = RowContent::Kind::Story;
    content.storyTitle = text.title;
    content.storyOpen = openStories_.contains(content.id) != appearance().openStories;
    content.readingMinutes = readingMinutes(text.plainText());
    content.grouped = false;
    content.body = messageSpans(text, message.rtf, words);
    return;
  }
  if (const std::optional<Xccos::FileLink> file = onlyFile(text); file && !message.removed) {
    content.kind = RowContent::Kind::File;
    content.file.name = file->fileName;
    content.file.size = file->sizeText;
    if (describeFile_) {
      content.file = describeFile_(message, *file);
    }
    content.grouped = false;
    return;
  }
  content.body = messageSpans(text, message.rtf, words);
}

void RowContents::readDelivery(const Core::Message& message, RowContent& content) const {
  switch (message.state) {
    case Core::MessageState::Stored:
      content.delivery = RowContent::Delivery::Stored;
      break;
    case Core::MessageState::Sending:
      content.delivery = RowContent::Delivery::Sending;
      content.showSending = QDateTime::currentMSecsSinceEpoch() - message.time.toMs() >= kQuietSendingMs;
      break;
    case Core::MessageState::Waiting:
      content.delivery = RowContent::Delivery::Waiting;
      break;
    case Core::MessageState::Failed:
      content.delivery = RowContent::Delivery::Failed;
      content.failure = RowContentWords::tr("Not sent. %1").arg(message.failure ? message.failure->text : QString());
      break;
  }
}

}  // namespace Parlour::Ui
