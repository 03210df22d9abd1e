// SPDX-License-Identifier: Apache-2.0
#include "app/program/ProgramOptions.h"

#include <QCommandLineParser>
#include <QRegularExpression>
#include <QStandardPaths>

#include "app/core/preferences/PreferenceFile.h"
#include "app/core/real/FileSettings.h"

namespace Parlour::Program {
namespace {

Result<Ui::ColorScheme> schemeFromName(const QString& name) {
  if (name == QLatin1String("light")) return Ui::ColorScheme::Light;
  if (name == QLatin1String("dark")) return Ui::ColorScheme::Dark;
  if (name == QLatin1String("system")) return Ui::ColorScheme::System;
  return Error::make(ErrorCode::InvalidArgument,
                     QStringLiteral("--theme is light, dark or system, not \"%1\".").arg(name));
}

}  // namespace

QString accountFile(const ProgramOptions& options) { return options.profileDir + QStringLiteral("/account.ini"); }

QString chosenLanguage(const ProgramOptions& options) {
  const Core::FileSettings settings(accountFile(options));
  Core::GeneralPreferences values;
  Core::readPreferences(settings, values);
  return Core::bounded(values).language;
}

Result<ProgramOptions> parseProgramOptions(const QStringList& arguments) {
  QCommandLineParser parser;
  parser.setApplicationDescription(QStringLiteral("Topic rooms that keep their history."));
  parser.addHelpOption();
  parser.addVersionOption();
  parser.addOptions(
      {{QStringLiteral("demo"), QStringLiteral("Starts a demo server on this computer and signs in there.")},
       {QStringLiteral("fault"),
        QStringLiteral("With --demo: makes something go wrong in the server on purpose; see parlour-server --help."),
        QStringLiteral("SPEC")},
       {QStringLiteral("profile"), QStringLiteral("Keeps accounts and settings apart under this name."),
        QStringLiteral("NAME"), QStringLiteral("default")},
       {QStringLiteral("theme"), QStringLiteral("light, dark or system, in place of the one in the preferences."),
        QStringLiteral("THEME")}});
  parser.addPositionalArgument(QStringLiteral("link"), QStringLiteral("A ma-chan: link to a room or a message."),
                               QStringLiteral("[link]"));
  if (!parser.parse(arguments)) return Error::make(ErrorCode::InvalidArgument, parser.errorText());
  if (parser.isSet(QStringLiteral("help"))) return Error::make(ErrorCode::Cancelled, parser.helpText());
  if (parser.isSet(QStringLiteral("version")))
    return Error::make(ErrorCode::Cancelled, QStringLiteral("parlour " PARLOUR_VERSION));
  ProgramOptions options;
  options.demo = parser.isSet(QStringLiteral("demo"));
  options.demoFaults = parser.values(QStringLiteral("fault"));
  options.profile = parser.value(QStringLiteral("profile"));
  static const QRegularExpression plainName(QStringLiteral("^[A-Za-z0-9_-]{1,40}$"));
  if (!plainName.match(options.profile).hasMatch()) {
    return Error::make(ErrorCode::InvalidArgument,
                       QStringLiteral("A profile's name is made of letters, digits, - and _."));
  }
  if (parser.isSet(QStringLiteral("theme"))) {
    const auto scheme = schemeFromName(parser.value(QStringLiteral("theme")));
    if (!scheme) return scheme.error();
    options.scheme = *scheme;
  }
  const QStringList links = parser.positionalArguments();
  if (links.size() > 1) return Error::make(ErrorCode::InvalidArgument, QStringLiteral("One link at a time."));
  if (!links.isEmpty()) {
    const auto link = Core::RoomLink::parse(links.first());
    if (!link) return link.error();
    options.link = *link;
  }
  options.profileDir = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
                       QStringLiteral("/parlour/") + options.profile;
  options.cacheDir = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
                     QStringLiteral("/parlour/") + options.profile;
  return options;
}

}  // namespace Parlour::Program
