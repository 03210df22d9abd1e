// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <QCoreApplication>
#include <QJsonDocument>
#include <cstdio>
#include <functional>

#include "server-sim/ctl/CommandLine.h"
#include "server-sim/ctl/FileCommands.h"
#include "server-sim/ctl/Pool.h"
#include "server-sim/ctl/Rendering.h"

namespace {

using namespace Parlour;
using namespace Parlour::Ctl;

// Documented in the manual page.
enum ExitStatus { Succeeded = 0, Refused = 1, WrongUse = 2, NotConfirmed = 3, NoServer = 4 };

void print(FILE* file, const QString& text) {
  fputs(text.toUtf8().constData(), file);
  fflush(file);
}

ExitStatus complain(const QString& text, ExitStatus status) {
  print(stderr, QStringLiteral("parlourctl: %1\n").arg(text));
  return status;
}

QJsonObject requestOf(const Invocation& invocation, bool dryRun) {
  return {{QStringLiteral("verb"), QLatin1String(invocation.verb->name)},
          {QStringLiteral("arguments"), invocation.arguments},
          {QStringLiteral("dryRun"), dryRun}};
}

QString errorText(const QJsonObject& answer) {
  return answer.value(QStringLiteral("error")).toObject().value(QStringLiteral("text")).toString();
}

// A doctor who found something failing has succeeded in looking, but scripts should see it.
bool foundFailing(const QJsonObject& answer) {
  return answer.value(QStringLiteral("result")).toObject().value(QStringLiteral("failed")).toInt() > 0;
}

ExitStatus show(const Invocation& invocation, const QJsonObject& answer) {
  const bool fine = answer.value(QStringLiteral("ok")).toBool();
  if (invocation.json) {
    print(stdout, QString::fromUtf8(QJsonDocument(answer).toJson()));
    return fine && !foundFailing(answer) ? Succeeded : Refused;
  }
  if (!fine) return complain(errorText(answer), Refused);
  print(stdout, renderResult(*invocation.verb, answer.value(QStringLiteral("result"))));
  if (foundFailing(answer)) return Refused;
  if (answer.value(QStringLiteral("truncated")).toBool()) {
    print(stderr, QStringLiteral("There are more; say how many with --limit.\n"));
  }
  return Succeeded;
}

bool agrees(const QString& plan) {
  print(stderr, plan + QStringLiteral("Go on? [y/N] "));
  char reply[16] = {};
  if (!fgets(reply, sizeof(reply), stdin)) return false;
  return reply[0] == 'y' || reply[0] == 'Y';
}

using Ask = std::function<Result<QJsonObject>(bool dryRun)>;

// Plans first what could destroy something. Succeeded: go on.
ExitStatus confirm(const Invocation& invocation, const Ask& ask) {
  const auto planned = ask(true);
  if (!planned) return complain(planned.error().text, NoServer);
  if (!planned->value(QStringLiteral("ok")).toBool()) return show(invocation, *planned);
  const QJsonValue result = planned->value(QStringLiteral("result"));
  if (invocation.verb->danger != Server::Danger::Destroys && !takesAccess(result)) return Succeeded;
  if (::isatty(STDIN_FILENO) == 0) {
    return complain(QStringLiteral("This takes something away for good. Look with --dry-run, then say --yes."),
                    NotConfirmed);
  }
  return agrees(renderResult(*invocation.verb, result)) ? Succeeded : NotConfirmed;
}

ExitStatus carryOut(const Invocation& invocation, const Ask& ask) {
  const bool dangerous = invocation.verb->danger != Server::Danger::None;
  if (dangerous && !invocation.confirmed && !invocation.dryRun) {
    const ExitStatus confirmed = confirm(invocation, ask);
    if (confirmed != Succeeded) return confirmed;
  }
  const auto answer = ask(invocation.dryRun);
  if (!answer) return complain(answer.error().text, NoServer);
  return show(invocation, *answer);
}

ExitStatus run(const Invocation& invocation) {
  if (invocation.verb->local) {
    return carryOut(invocation, [&](bool dryRun) { return Result<QJsonObject>(runOnFiles(invocation, dryRun)); });
  }
  auto pool = openPool(invocation.dataDir);
  if (!pool) return complain(pool.error().text, NoServer);
  return carryOut(invocation, [&](bool dryRun) { return (*pool)->ask(requestOf(invocation, dryRun)); });
}

}  // namespace

int main(int argc, char** argv) {
  QCoreApplication application(argc, argv);
  const auto invocation = parseInvocation(QCoreApplication::arguments().mid(1), qEnvironmentVariable("PARLOUR_DATA"));
  if (invocation) return run(*invocation);
  if (invocation.error().code != ErrorCode::Cancelled) return complain(invocation.error().text, WrongUse);
  print(stdout, invocation.error().text);
  return Succeeded;
}
