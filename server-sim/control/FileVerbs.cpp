// SPDX-License-Identifier: Apache-2.0
// Files of rooms on a running server.
#include <algorithm>
#include <array>

#include "server-sim/control/AdminJson.h"
#include "server-sim/control/AdminLookup.h"
#include "server-sim/control/ChangeWords.h"
#include "server-sim/control/VerbTable.h"
#include "server-sim/files/FileControl.h"

namespace Parlour::Server::Verbs {
namespace {

constexpr qint64 kFilesShown = 100;
constexpr qint64 kMostFilesShown = 10'000;

// Null when there is none, which has been answered then.
FileControl* fileServiceOf(const AdminContext& context, const AdminCall& call) {
  if (!context.live.files) {
    call.fail(Error::make(ErrorCode::NotSupported,
                          QStringLiteral("This needs a running server that moves files (web.listen, files.enabled).")));
  }
  return context.live.files;
}

QJsonObject fileLine(const ChannelState& state, const FileFacts& facts) {
  const Room* room = state.rooms().find(facts.room);
  return {{QStringLiteral("file"), QString::fromLatin1(facts.file)},
          {QStringLiteral("room"), room ? room->name : QStringLiteral("(room %1)").arg(facts.room)},
          {QStringLiteral("name"), facts.name},
          {QStringLiteral("size"), facts.size},
          {QStringLiteral("state"), facts.quarantined ? QStringLiteral("quarantined") : QStringLiteral("complete")},
          {QStringLiteral("user"), ChangeWords::nameOf(state, facts.user)},
          {QStringLiteral("time"), AdminJson::time(facts.time)}};
}

void listFiles(const AdminContext& context, const AdminCall& call) {
  FileControl* files = fileServiceOf(context, call);
  if (!files) return;
  RoomId id = 0;
  if (call.arguments.has("room")) {
    const auto room = AdminLookup::room(context.state(), call.arguments.text("room"));
    if (!room) return call.fail(room.error());
    id = (*room)->id;
  }
  const qint64 limit = std::clamp<qint64>(call.arguments.number("limit").value_or(kFilesShown), 1, kMostFilesShown);
  files->list(id, static_cast<int>(limit) + 1,
              context.answering<std::vector<FileFacts>>(call, [&context, call, limit](const auto& found) {
                QJsonArray lines;
                for (const FileFacts& facts : found) {
                  if (lines.size() < limit) lines.append(fileLine(context.state(), facts));
                }
                call.succeedInPart(lines, static_cast<qint64>(found.size()) > limit);
              }));
}

// A hold keeps what was said, and a file is a part of that.
const LegalHold* holdOn(const ChannelState& state, const FileFacts& facts) {
  for (const LegalHold& hold : state.holds()) {
    const bool held = (hold.room == 0 || hold.room == facts.room) && (hold.user == 0 || hold.user == facts.user) &&
                      (hold.from.isNull() || facts.time >= hold.from) && (hold.to.isNull() || facts.time <= hold.to);
    if (held) return &hold;
  }
  return nullptr;
}

void removeFile(const AdminContext& context, const AdminCall& call) {
  FileControl* files = fileServiceOf(context, call);
  if (!files) return;
  const auto show = [&context, call](const FileFacts& facts) { call.succeed(fileLine(context.state(), facts)); };
  const QByteArray file = call.arguments.text("file").toLatin1();
  files->find(file, context.answering<FileFacts>(call, [&context, call, files, file, show](const FileFacts& facts) {
    if (const LegalHold* hold = holdOn(context.state(), facts)) {
      return call.fail(Error::make(ErrorCode::PermissionDenied,
                                   QStringLiteral("The legal hold \"%1\" keeps this file.").arg(hold->name)));
    }
    if (call.dryRun) return show(facts);
    files->remove(file, call.actor.name, context.answering<FileFacts>(call, show));
  }));
}

void collectFiles(const AdminContext& context, const AdminCall& call) {
  FileControl* files = fileServiceOf(context, call);
  if (!files) return;
  if (call.dryRun) return call.succeed(QJsonObject());
  files->collectNow(context.answering<qint64>(call, [call](qint64 deleted) {
    call.succeed(QJsonObject{{QStringLiteral("deleted"), deleted}});
  }));
}

constexpr std::array kFileVerbs{VerbRow{"file list", listFiles}, VerbRow{"file rm", removeFile},
                                VerbRow{"file gc", collectFiles}};

}  // namespace

Run fileVerb(const QString& name) { return runOf(kFileVerbs, name); }

}  // namespace Parlour::Server::Verbs
