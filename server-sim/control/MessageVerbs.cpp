// SPDX-License-Identifier: Apache-2.0
#include <QJsonDocument>
#include <algorithm>
#include <array>

#include "server-sim/channel/ChatRecorder.h"
#include "server-sim/channel/changes/MessagePlans.h"
#include "server-sim/control/AdminJson.h"
#include "server-sim/control/AdminLookup.h"
#include "server-sim/control/ChangeWords.h"
#include "server-sim/control/VerbTable.h"

namespace Parlour::Server::Verbs {
namespace {

constexpr qint64 kMessagesFound = 1'000;

// Which messages of a room: by their numbers, or what the store finds.
struct MessageChoice {
  RoomUri room;
  std::vector<ChatId> chatIds;
  std::optional<HistoryQuery> query;
};

Status readIds(const QStringList& texts, std::vector<ChatId>& ids) {
  for (const QString& text : texts) {
    bool number = false;
    const ChatId id = text.toULongLong(&number);
    if (!number || id == 0) {
      return Error::make(ErrorCode::InvalidArgument, QStringLiteral("\"%1\" is no number of a message.").arg(text));
    }
    ids.push_back(id);
  }
  return success();
}

Result<HistoryQuery> historyQuery(const ChannelState& state, const AdminArguments& arguments, RoomId room) {
  HistoryQuery query;
  query.room = room;
  query.from = arguments.time("from").value_or(Timestamp{});
  query.to = arguments.time("to").value_or(Timestamp{});
  query.text = arguments.text("words");
  query.exactPhrase = arguments.text("match") == QLatin1String("exact");
  query.allWords = arguments.text("match") != QLatin1String("any");
  query.matchCase = arguments.flag("case");
  query.limit = static_cast<int>(std::min(arguments.number("limit").value_or(kMessagesFound), kMessagesFound));
  if (!arguments.has("user")) return query;
  const auto user = AdminLookup::person(state, arguments.text("user"));
  if (!user) return user.error();
  query.authors.push_back((*user)->id);
  return query;
}

bool isNarrowed(const AdminArguments& arguments) {
  return arguments.has("user") || arguments.has("from") || arguments.has("to") || arguments.has("words");
}

Result<MessageChoice> messageChoice(const ChannelState& state, const AdminArguments& arguments, bool everything) {
  const auto room = AdminLookup::room(state, arguments.text("room"));
  if (!room) return room.error();
  MessageChoice choice;
  choice.room = (*room)->uri;
  if (const Status read = readIds(arguments.list("id"), choice.chatIds); !read) return read.error();
  if (!choice.chatIds.empty() && isNarrowed(arguments)) {
    return Error::make(ErrorCode::InvalidArgument, QStringLiteral("Give either --id or what to search for."));
  }
  if (choice.chatIds.empty() && !isNarrowed(arguments) && !everything) {
    return Error::make(ErrorCode::InvalidArgument,
                       QStringLiteral("Say which messages: --id, or --user, --from, --to and --words. To empty a "
                                      "room there is \"room purge\"."));
  }
  auto query = historyQuery(state, arguments, (*room)->id);
  if (!query) return query.error();
  if (choice.chatIds.empty()) choice.query = std::move(*query);
  return choice;
}

// Whoever reads beside the rooms is recorded as well.
ComplianceEvent adminRead(const AdminContext& context, const AdminCall& call, const HistoryPage& page) {
  const Room* room = context.state().rooms().find(page.room);
  ComplianceEvent read = context.service.recorder().byAdministrator(ComplianceKind::AdminRead, call.actor.name, room);
  read.content = call.arguments.text("words").toUtf8();
  QJsonArray numbers;
  for (const StoredMessage& message : page.messages) numbers.append(static_cast<qint64>(message.chatId));
  read.extension = QJsonDocument(QJsonObject{{QStringLiteral("messages"), numbers}}).toJson(QJsonDocument::Compact);
  return read;
}

void findMessages(const AdminContext& context, const AdminCall& call) {
  const auto choice = messageChoice(context.state(), call.arguments, true);
  if (!choice) return call.fail(choice.error());
  if (!choice->query) {
    return call.fail(Error::make(ErrorCode::InvalidArgument, QStringLiteral("\"message find\" takes no --id.")));
  }
  context.store.history(*choice->query, context.answering<HistoryPage>(call, [&context, call](const HistoryPage& page) {
    QJsonArray lines;
    for (const StoredMessage& message : page.messages) {
      lines.append(QJsonObject{{QStringLiteral("id"), static_cast<qint64>(message.chatId)},
                               {QStringLiteral("time"), AdminJson::time(message.time)},
                               {QStringLiteral("author"), ChangeWords::nameOf(context.state(), message.author)},
                               {QStringLiteral("text"), QString::fromUtf8(message.chat)}});
    }
    const auto recorded = [call, lines, truncated = page.truncated](const Status& saved) {
      saved ? call.succeedInPart(lines, truncated) : call.fail(saved.error());
    };
    context.service.recorder().record(adminRead(context, call, page), recorded);
  }));
}

void takeOut(const AdminContext& context, const AdminCall& call, const RoomUri& room,
             const std::vector<ChatId>& chatIds, const std::optional<QString>& replacement) {
  context.change(
      call, [room, chatIds, replacement, actor = call.actor, now = context.clock.now()](const ChannelState& state) {
        return removeMessages(state, actor, room, chatIds, replacement, now);
      });
}

void removeChosen(const AdminContext& context, const AdminCall& call, const std::optional<QString>& replacement) {
  const auto choice = messageChoice(context.state(), call.arguments, false);
  if (!choice) return call.fail(choice.error());
  if (!choice->query) return takeOut(context, call, choice->room, choice->chatIds, replacement);
  const auto found = [&context, call, room = choice->room, replacement](const HistoryPage& page) {
    if (page.messages.empty()) {
      return call.fail(Error::make(ErrorCode::NotFound, QStringLiteral("No message matches.")));
    }
    std::vector<ChatId> chatIds;
    for (const StoredMessage& message : page.messages) chatIds.push_back(message.chatId);
    takeOut(context, call, room, chatIds, replacement);
  };
  context.store.history(*choice->query, context.answering<HistoryPage>(call, found));
}

void redactMessages(const AdminContext& context, const AdminCall& call) {
  removeChosen(context, call, call.arguments.text("text"));
}

void removeMessagesVerb(const AdminContext& context, const AdminCall& call) {
  removeChosen(context, call, std::nullopt);
}

constexpr std::array kMessageVerbs{VerbRow{"message find", findMessages}, VerbRow{"message redact", redactMessages},
                                   VerbRow{"message rm", removeMessagesVerb}};

}  // namespace

Run messageVerb(const QString& name) { return runOf(kMessageVerbs, name); }

}  // namespace Parlour::Server::Verbs
