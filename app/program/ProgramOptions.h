// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>
#include <optional>

#include "app/core/rooms/RoomLink.h"
#include "app/ui/theme/Theme.h"
#include "app/ui/theme/ThemeManager.h"
#include "protocol/support/Result.h"

namespace Parlour::Program {

struct ProgramOptions {
  QString profile = QStringLiteral("default");
  QString profileDir;                     // settings and trusted certificates
  QString cacheDir;                       // messages for reading without a connection
  bool demo = false;                      // starts the demo server and signs in there
  QStringList demoFaults;                 // what goes wrong in it on purpose: --fault of parlour-server
  std::optional<Ui::ColorScheme> scheme;  // in place of the chosen one
  std::optional<Core::RoomLink> link;     // to open once signed in
};

// The file with the account and the preferences of the profile.
QString accountFile(const ProgramOptions& options);

// The interface language in the preferences of the profile; empty: the system's.
QString chosenLanguage(const ProgramOptions& options);

// `text` of the error is ready to print; --help and --version are an error with code Cancelled.
Result<ProgramOptions> parseProgramOptions(const QStringList& arguments);

}  // namespace Parlour::Program
