// SPDX-License-Identifier: Apache-2.0
#include "server-sim/ctl/CommandLine.h"

#include <QCommandLineParser>
#include <QJsonArray>

#include "server-sim/control/AdminArguments.h"

namespace Parlour::Ctl {
namespace {

using Server::AdminParameter;
using Server::AdminVerb;
using Server::OptionUse;
using Server::ValueKind;

struct GlobalOption {
  const char* name;
  const char* value;
  const char* help;
};
constexpr GlobalOption kGlobalOptions[] = {
    {"data", "DIR", "Data directory of the server; else PARLOUR_DATA says it."},
    {"json", "", "Prints the answer as JSON."},
    {"dry-run", "", "Shows what would change and who would lose what, and changes nothing."},
    {"yes", "", "Does what destroys without asking."},
    {"help", "", "Shows this text; after a command, that of the command."},
    {"version", "", "Shows the version."},
};
constexpr int kHelpColumn = 38;

Error wrongUse(const QString& text) { return Error::make(ErrorCode::InvalidArgument, text); }
Error asked(const QString& text) { return Error::make(ErrorCode::Cancelled, text); }

// The command begins at the first word that is no option and no value of --data.
qsizetype beginningOfVerb(const QStringList& arguments) {
  for (qsizetype i = 0; i < arguments.size(); ++i) {
    if (arguments.at(i) == QLatin1String("--data")) {
      ++i;
    } else if (!arguments.at(i).startsWith(QLatin1Char('-'))) {
      return i;
    }
  }
  return arguments.size();
}

// The longest name of a command that the words begin with; `length` is how many they are.
const AdminVerb* verbAt(const QStringList& words, qsizetype& length) {
  constexpr qsizetype longest = 3;
  for (length = std::min(longest, words.size()); length > 0; --length) {
    const AdminVerb* verb = Server::findAdminVerb(words.mid(0, length).join(QLatin1Char(' ')));
    if (verb) return verb;
  }
  return nullptr;
}

void addOptions(QCommandLineParser& parser, const AdminVerb* verb) {
  const auto add = [&parser](const char* name, const char* value) {
    QCommandLineOption option(QString::fromLatin1(name));
    if (*value != 0) option.setValueName(QString::fromLatin1(value));
    parser.addOption(option);
  };
  for (const GlobalOption& option : kGlobalOptions) add(option.name, option.value);
  if (!verb) return;
  for (const OptionUse& use : Server::optionsOf(*verb)) add(use.option->name, use.option->value);
}

void readOptions(const QCommandLineParser& parser, const AdminVerb& verb, QJsonObject& arguments) {
  for (const OptionUse& use : Server::optionsOf(verb)) {
    const QString name = QString::fromLatin1(use.option->name);
    if (!parser.isSet(name)) continue;
    if (use.option->kind == ValueKind::Flag) {
      arguments.insert(name, true);
    } else if (use.option->kind == ValueKind::List) {
      arguments.insert(name, QJsonArray::fromStringList(parser.values(name)));
    } else {
      arguments.insert(name, parser.value(name));
    }
  }
}

Status readParameters(QStringList words, const AdminVerb& verb, QJsonObject& arguments) {
  for (const AdminParameter& parameter : Server::parametersOf(verb)) {
    if (words.isEmpty()) break;
    if (parameter.list) {
      arguments.insert(parameter.name, QJsonArray::fromStringList(std::exchange(words, {})));
    } else {
      arguments.insert(parameter.name, words.takeFirst());
    }
  }
  if (words.isEmpty()) return success();
  return wrongUse(QStringLiteral("\"%1\" is one word too many.").arg(words.first()));
}

QString helpLine(const QString& left, const char* right) {
  return QStringLiteral("  %1 %2\n").arg(left, -kHelpColumn).arg(QString::fromLatin1(right));
}

QString globalHelp() {
  QString text = QStringLiteral("\nOptions of every command:\n");
  for (const GlobalOption& option : kGlobalOptions) {
    const QString value = QString::fromLatin1(option.value);
    text += helpLine(QStringLiteral("--%1 %2").arg(QLatin1String(option.name), value).trimmed(), option.help);
  }
  return text;
}

Result<Invocation> finished(const QCommandLineParser& parser, const AdminVerb& verb, const QString& dataDir) {
  Invocation invocation;
  invocation.verb = &verb;
  invocation.json = parser.isSet(QStringLiteral("json"));
  invocation.dryRun = parser.isSet(QStringLiteral("dry-run"));
  invocation.confirmed = parser.isSet(QStringLiteral("yes"));
  invocation.dataDir = parser.isSet(QStringLiteral("data")) ? parser.value(QStringLiteral("data")) : dataDir;
  if (const Status read = readParameters(parser.positionalArguments(), verb, invocation.arguments); !read) {
    return read.error();
  }
  readOptions(parser, verb, invocation.arguments);
  if (const auto checked = Server::AdminArguments::read(verb, invocation.arguments); !checked) return checked.error();
  const bool saysWhere = verb.local && invocation.arguments.contains(QStringLiteral("directory"));
  if (invocation.dataDir.isEmpty() && !saysWhere) {
    return wrongUse(QStringLiteral("Say which data directory: --data DIR, or PARLOUR_DATA in the environment."));
  }
  return invocation;
}

}  // namespace

Result<Invocation> parseInvocation(const QStringList& arguments, const QString& dataDir) {
  const qsizetype begin = beginningOfVerb(arguments);
  qsizetype length = 0;
  const AdminVerb* verb = verbAt(arguments.mid(begin), length);
  if (!verb && begin < arguments.size()) {
    return wrongUse(QStringLiteral("There is no command \"%1\". See parlourctl --help.")
                        .arg(arguments.mid(begin).join(QLatin1Char(' '))));
  }
  QCommandLineParser parser;
  addOptions(parser, verb);
  const QStringList rest = arguments.mid(0, begin) + arguments.mid(begin + length);
  if (!parser.parse(QStringList{QStringLiteral("parlourctl")} + rest)) return wrongUse(parser.errorText());
  if (parser.isSet(QStringLiteral("help"))) return asked(verb ? verbHelp(*verb) : programHelp());
  if (parser.isSet(QStringLiteral("version"))) return asked(QStringLiteral("parlourctl " PARLOUR_VERSION "\n"));
  if (!verb) return wrongUse(QStringLiteral("Say what to do. See parlourctl --help."));
  return finished(parser, *verb, dataDir);
}

QString programHelp() {
  QString text = QStringLiteral(
      "Usage: parlourctl [--data DIR] COMMAND [ARGUMENTS] [OPTIONS]\n\n"
      "Administers a Parlour server: over its control socket while it runs, else in its data directory.\n"
      "Rooms, categories, people and groups are named by name or address.\n\nCommands:\n");
  for (const AdminVerb& verb : Server::adminVerbs()) {
    text += helpLine(QStringLiteral("%1 %2").arg(QLatin1String(verb.name), QLatin1String(verb.parameters)).trimmed(),
                     verb.help);
  }
  return text + globalHelp();
}

QString verbHelp(const AdminVerb& verb) {
  QString text =
      QStringLiteral("Usage: parlourctl %1\n\n%2\n")
          .arg(QStringLiteral("%1 %2").arg(QLatin1String(verb.name), QLatin1String(verb.parameters)).trimmed(),
               QLatin1String(verb.help));
  const auto uses = Server::optionsOf(verb);
  if (!uses.isEmpty()) text += QStringLiteral("\nOptions:\n");
  for (const OptionUse& use : uses) {
    QString left = QStringLiteral("--%1 %2").arg(QLatin1String(use.option->name), QLatin1String(use.option->value));
    if (use.required) left = left.trimmed() + QStringLiteral(" (needed)");
    text += helpLine(left.trimmed(), use.option->help);
  }
  return text + globalHelp();
}

}  // namespace Parlour::Ctl
