// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include "app/core/Types.h"
#include "protocol/support/Result.h"

namespace Parlour::Console {

struct Options {
  Core::SignInRequest account;
  QStringList commands;  // from -e; empty: read standard input
  bool json = false;
  bool trace = false;         // print every SIP message to standard error
  int timeLimitSeconds = 30;  // for each command
  QString profileDir;         // where this computer's settings of the account are kept
  QString fingerprint;  // SHA-256 of a certificate that is accepted although nobody vouches for it; hex digits only
  QByteArray computerName;
};

// Parses the program's arguments. `text` of the error is ready to print; --help and --version are an error
// with code Cancelled. The password comes from PARLOUR_PASSWORD or --password-file, never from an argument.
Result<Options> parseOptions(const QStringList& arguments);

// Splits one command line at blanks; double quotes keep blanks, a backslash takes the next character as it is.
Result<QStringList> splitCommand(const QString& line);

}  // namespace Parlour::Console
