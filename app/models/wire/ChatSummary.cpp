// SPDX-License-Identifier: Apache-2.0
#include "app/models/wire/ChatSummary.h"

#include "app/models/wire/WireWords.h"

namespace Parlour::Models {

namespace {

class ChatWords {
  Q_DECLARE_TR_FUNCTIONS(Parlour::Models::ChatWords)

 public:
  static QString replyTitle(const QString& name) { return tr("INFO · %1 reply").arg(name); }
  static QString noticeTitle(const QString& name) { return tr("INFO · %1 notice").arg(name); }
  static QString commandTitle(const QString& name) { return tr("INFO · %1").arg(name); }
  static QString chatTitle() { return tr("INFO · chat message"); }
  static QString errorTitle() { return tr("INFO · error report"); }
};

// "bjoin" of "cmd:bjoin".
QString bareName(const QByteArray& id) { return QString::fromUtf8(id.mid(id.indexOf(':') + 1)); }

QString andMore(const QString& first, size_t count) {
  return count < 2 ? first : QStringLiteral("%1 +%2").arg(first).arg(count - 1);
}

ChatSummary summarizeCommands(const Xccos::Envelope& envelope, const RoomNames& names) {
  ChatSummary summary;
  summary.label = QStringLiteral("INFO");
  const auto& commands = *envelope.commands();
  if (commands.empty()) return summary;
  const QString name = bareName(Xccos::messageId(commands.front().message));
  summary.command = envelope.envId;
  summary.rest = andMore(withDots({name, commandDetail(commands.front().message, names)}), commands.size());
  summary.title = ChatWords::commandTitle(name);
  return summary;
}

ChatSummary summarizeReplies(const Xccos::Envelope& envelope) {
  ChatSummary summary;
  summary.label = QStringLiteral("INFO rpl");
  summary.kind = WireKind::ChatReply;
  const auto& replies = *envelope.replies();
  if (replies.empty()) return summary;
  const Xccos::Reply& reply = replies.front().message;
  const Xccos::ReplyHeader& header = Xccos::headerOf(reply);
  const QString name = bareName(Xccos::messageId(reply));
  summary.code = header.code;
  summary.codeText = header.text;
  summary.answers = Xccos::CommandRef{header.commandEnvId, header.commandSeqId};
  if (!header.ok()) summary.kind = WireKind::Error;
  summary.rest = andMore(withDots({name, header.ok() ? replyDetail(reply) : header.text}), replies.size());
  summary.title = ChatWords::replyTitle(name);
  return summary;
}

ChatSummary summarizeNotices(const Xccos::Envelope& envelope, const RoomNames& names) {
  ChatSummary summary;
  summary.label = QStringLiteral("INFO ntc");
  summary.kind = WireKind::Notice;
  const auto& notices = *envelope.notices();
  if (notices.empty()) return summary;
  const QString name = bareName(Xccos::messageId(notices.front().message));
  summary.rest = andMore(withDots({name, noticeDetail(notices.front().message, names)}), notices.size());
  summary.title = ChatWords::noticeTitle(name);
  return summary;
}

ChatSummary summarizeErrors(const Xccos::Envelope& envelope) {
  ChatSummary summary;
  summary.label = QStringLiteral("INFO err");
  summary.kind = WireKind::Error;
  summary.title = ChatWords::errorTitle();
  const auto& errors = *envelope.errors();
  if (errors.empty()) return summary;
  const Xccos::ErrorReport& report = errors.front().message;
  summary.code = report.code;
  summary.codeText = report.text;
  summary.answers = report.command;
  summary.rest = withDots({bareName(QByteArray(Xccos::wireName(report.id).data())), report.text});
  return summary;
}

ChatSummary summarizePost(const Xccos::Envelope& envelope, bool outgoing, const RoomNames& names) {
  ChatSummary summary;
  summary.label = QStringLiteral("INFO grpchat");
  summary.kind = outgoing ? WireKind::ChatCommand : WireKind::Notice;
  summary.rest = names.of(envelope.chat()->chanUri);
  summary.title = ChatWords::chatTitle();
  return summary;
}

}  // namespace

ChatSummary summarizeChat(const Xccos::Envelope& envelope, bool outgoing, RoomNames& names) {
  names.learnFrom(envelope);
  if (envelope.commands()) return summarizeCommands(envelope, names);
  if (envelope.replies()) return summarizeReplies(envelope);
  if (envelope.notices()) return summarizeNotices(envelope, names);
  if (envelope.errors()) return summarizeErrors(envelope);
  return summarizePost(envelope, outgoing, names);
}

}  // namespace Parlour::Models
