// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <span>

namespace Parlour::Server {

// What may follow an option, or stand in its place in a request.
enum class ValueKind {
  Text,
  Number,  // from 0 upward
  OnOff,   // "on" or "off"
  Time,    // a date, or date and time of ISO 8601; UTC unless it says otherwise
  List,    // text, may be repeated; an array in a request
  Flag,    // nothing follows; true in a request
};

struct AdminOption {
  const char* name;  // "until"
  ValueKind kind;
  const char* value;  // what stands for the value in help: "TIME", or the words allowed: "open|closed|secret"
  const char* help;
};

enum class Danger {
  None,
  TakesAccess,  // confirmed when somebody loses something by it
  Destroys,     // always confirmed
};

// One thing an administrator can ask for. Pure data, the same for the command line, the control socket and the manual.
struct AdminVerb {
  const char* name;        // "room member add"
  const char* parameters;  // "ROOM PRINCIPAL...", "[WORDS]"; their lower-case names are the arguments of a request
  const char* options;     // names from adminOptions(), those that must be given with '!'
  const char* columns;     // of a list, in their order; empty when the answer is no list
  Danger danger;
  const char* help;
  const char* cmdlet;  // of Persistent Chat (product.md 3) that it stands for, without "Cs" and "PersistentChat"
  bool local = false;  // carried out by parlourctl on files, not over the control socket
};

std::span<const AdminVerb> adminVerbs();
std::span<const AdminOption> adminOptions();
const AdminVerb* findAdminVerb(const QString& name);
const AdminOption* findAdminOption(const QString& name);

// A place in a verb's parameters, taken apart.
struct AdminParameter {
  QString name;  // lower case
  bool list = false;
  bool required = true;
};
QList<AdminParameter> parametersOf(const AdminVerb& verb);

// Null when the verb does not take the option.
struct OptionUse {
  const AdminOption* option = nullptr;
  bool required = false;
};
QList<OptionUse> optionsOf(const AdminVerb& verb);

}  // namespace Parlour::Server
