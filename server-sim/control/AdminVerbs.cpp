// SPDX-License-Identifier: Apache-2.0
#include "server-sim/control/AdminVerbs.h"

#include <algorithm>
#include <array>

namespace Parlour::Server {
namespace {

// clang-format off
constexpr std::array kAdminOptions{
    AdminOption{"action", ValueKind::Text, "ACTION", "Lines whose action begins so, such as \"room.\"."},
    AdminOption{"actor", ValueKind::Text, "NAME", "Lines of this actor."},
    AdminOption{"add-allowed", ValueKind::List, "PRINCIPAL", "Lets these into the scope as well."},
    AdminOption{"add-creator", ValueKind::List, "PRINCIPAL", "Lets these create rooms as well."},
    AdminOption{"add-denied", ValueKind::List, "PRINCIPAL", "Keeps these out as well."},
    AdminOption{"addin", ValueKind::Text, "ADDIN", "Add-in by name or number; \"none\" for none."},
    AdminOption{"allowed", ValueKind::List, "PRINCIPAL", "Exactly these are in scope."},
    AdminOption{"case", ValueKind::Flag, "", "Minds upper and lower case."},
    AdminOption{"category", ValueKind::Text, "CATEGORY", "Category by name or address."},
    AdminOption{"company", ValueKind::Text, "TEXT", "Company."},
    AdminOption{"creator", ValueKind::List, "PRINCIPAL", "Exactly these may create rooms."},
    AdminOption{"denied", ValueKind::List, "PRINCIPAL", "Exactly these are kept out; this beats allowing."},
    AdminOption{"description", ValueKind::Text, "TEXT", "Description; of a list, a part of it."},
    AdminOption{"disabled", ValueKind::OnOff, "on|off", "Disabled; of a list, only those that are, or are not."},
    AdminOption{"email", ValueKind::Text, "ADDRESS", "Mail address."},
    AdminOption{"enabled", ValueKind::OnOff, "on|off", "Whether people may use the chat rooms."},
    AdminOption{"files", ValueKind::OnOff, "on|off", "Whether files may be sent."},
    AdminOption{"format", ValueKind::Text, "text|html|json|csv", "What the export is; text when not given."},
    AdminOption{"from", ValueKind::Time, "TIME", "From this time on."},
    AdminOption{"hash", ValueKind::Text, "HASH", "A hash that an earlier verification showed; it must still be there."},
    AdminOption{"history", ValueKind::OnOff, "on|off", "Whether messages are kept."},
    AdminOption{"id", ValueKind::List, "NUMBER", "Number of a message in its room."},
    AdminOption{"invitations", ValueKind::Text, "on|off|inherit", "Whether new members are invited."},
    AdminOption{"key", ValueKind::Text, "FILE", "The archive's public key; else the one beside it is believed."},
    AdminOption{"larger", ValueKind::Number, "MB", "Rooms with more content than this."},
    AdminOption{"level", ValueKind::Text, "all|user|category|room-directory|content", "How much; all when not given."},
    AdminOption{"limit", ValueKind::Number, "N", "At most this many."},
    AdminOption{"manager", ValueKind::List, "PRINCIPAL", "Manager; of a list, rooms that all of these manage."},
    AdminOption{"match", ValueKind::Text, "all|any|exact", "All of the words, any of them, or the exact phrase."},
    AdminOption{"member", ValueKind::List, "PRINCIPAL", "Member; of a list, rooms that have all of these."},
    AdminOption{"name", ValueKind::Text, "NAME", "Name; of a list, a part of it."},
    AdminOption{"object", ValueKind::Text, "OBJECT", "Lines about this object, by address or name."},
    AdminOption{"only-category", ValueKind::List, "CATEGORY", "This category with its rooms; may be repeated."},
    AdminOption{"presenter", ValueKind::List, "PRINCIPAL", "Presenter, in an auditorium."},
    AdminOption{"privacy", ValueKind::Text, "open|closed|secret", "Who finds and joins the room."},
    AdminOption{"reason", ValueKind::Text, "TEXT", "Why, for those who look later."},
    AdminOption{"remove-allowed", ValueKind::List, "PRINCIPAL", "Takes these out of the scope."},
    AdminOption{"remove-creator", ValueKind::List, "PRINCIPAL", "Takes these off the creators."},
    AdminOption{"remove-denied", ValueKind::List, "PRINCIPAL", "No longer keeps these out."},
    AdminOption{"report", ValueKind::Text, "FILE", "Writes the report as a web page as well."},
    AdminOption{"role", ValueKind::Text, "member|manager|presenter|creator", "The role in question."},
    AdminOption{"room", ValueKind::Text, "ROOM", "Room by name or address."},
    AdminOption{"scope", ValueKind::Text, "global|site|pool|user", "Where it counts."},
    AdminOption{"text", ValueKind::Text, "TEXT", "Words to find; of redact, the text to show instead."},
    AdminOption{"to", ValueKind::Time, "TIME", "Up to this time."},
    AdminOption{"topic", ValueKind::Text, "TEXT", "Topic."},
    AdminOption{"type", ValueKind::Text, "normal|auditorium", "In an auditorium only presenters post."},
    AdminOption{"until", ValueKind::Time, "TIME", "Everything sent before this time."},
    AdminOption{"url", ValueKind::Text, "URL", "Web page, http or https."},
    AdminOption{"user", ValueKind::Text, "USER", "Messages of this user; in the archive all that the user did."},
    AdminOption{"words", ValueKind::Text, "TEXT", "Words to find."},
};

constexpr char kRoomColumns[] = "name category privacy type disabled members managers";
constexpr char kPersonColumns[] = "name address kind enabled chat";
constexpr char kMessageFilter[] = "id user from to words match case limit";

constexpr std::array kAdminVerbs{
    AdminVerb{"category add", "NAME", "description invitations files history allowed denied creator", "", Danger::None,
              "Creates a category.", "New-Category"},
    AdminVerb{"category list", "", "", "name description invitations files history rooms", Danger::None,
              "Lists the categories.", "Get-Category"},
    AdminVerb{"category show", "CATEGORY", "", "", Danger::None, "Shows a category with its lists.", "Get-Category"},
    AdminVerb{"category set", "CATEGORY",
              "name description invitations files history allowed add-allowed remove-allowed denied add-denied "
              "remove-denied creator add-creator remove-creator",
              "", Danger::TakesAccess,
              "Changes a category. Rooms lose the list entries that a smaller scope no longer allows.", "Set-Category"},
    AdminVerb{"category rm", "CATEGORY", "", "", Danger::Destroys, "Deletes a category without rooms.",
              "Remove-Category"},

    AdminVerb{"room add", "NAME",
              "category! description topic privacy type invitations addin disabled member manager presenter", "", Danger::None,
              "Creates a room.", "New-Room"},
    AdminVerb{"room list", "",
              "name description category member manager addin disabled privacy type invitations larger limit",
              kRoomColumns, Danger::None, "Lists rooms; filters narrow the list together.", "Get-Room"},
    AdminVerb{"room show", "ROOM", "", "", Danger::None, "Shows a room with its lists.", "Get-Room"},
    AdminVerb{"room set", "ROOM", "name description topic privacy type invitations addin", "", Danger::TakesAccess,
              "Changes the properties of a room.", "Set-Room"},
    AdminVerb{"room move", "ROOM", "category!", "", Danger::TakesAccess,
              "Moves a room into another category; entries that it does not allow are dropped.", "Set-Room"},
    AdminVerb{"room member add", "ROOM PRINCIPAL...", "", "", Danger::None, "Adds members.", "Set-Room"},
    AdminVerb{"room member rm", "ROOM PRINCIPAL...", "", "", Danger::TakesAccess,
              "Removes members; who is in the room has to leave.", "Set-Room"},
    AdminVerb{"room manager add", "ROOM PRINCIPAL...", "", "", Danger::None, "Adds managers.", "Set-Room"},
    AdminVerb{"room manager rm", "ROOM PRINCIPAL...", "", "", Danger::None, "Removes managers.", "Set-Room"},
    AdminVerb{"room presenter add", "ROOM PRINCIPAL...", "", "", Danger::None, "Adds presenters of an auditorium.",
              "Set-Room"},
    AdminVerb{"room presenter rm", "ROOM PRINCIPAL...", "", "", Danger::None, "Removes presenters.", "Set-Room"},
    AdminVerb{"room enable", "ROOM", "", "", Danger::None, "Enables a disabled room again.", "Set-Room"},
    AdminVerb{"room disable", "ROOM", "", "", Danger::TakesAccess,
              "Disables a room: everybody has to leave, nobody finds it.", "Set-Room"},
    AdminVerb{"room purge", "ROOM", "until!", "", Danger::Destroys, "Deletes the messages sent before a time.",
              "Clear-Room"},
    AdminVerb{"room rm", "ROOM", "", "", Danger::Destroys, "Deletes a room with all its messages.", "Remove-Room"},
    AdminVerb{"room eligible", "[WORDS]", "room category role limit", kPersonColumns, Danger::None,
              "Lists who may get a role in --room, or in the rooms of --category.",
              "Get-EligiblePrincipal"},
    AdminVerb{"room why", "ROOM USER", "", "action may reason", Danger::None,
              "Explains what a user may do with a room, and by which rule not.", ""},

    AdminVerb{"message find", "ROOM", kMessageFilter, "id time author text", Danger::None,
              "Finds messages of a room, the newest last.", "Remove-Message"},
    AdminVerb{"message redact", "ROOM", "id user from to words match case limit text", "", Danger::Destroys,
              "Replaces messages by a text.", "Remove-Message"},
    AdminVerb{"message rm", "ROOM", kMessageFilter, "", Danger::Destroys, "Removes messages without a trace.",
              "Remove-Message"},

    AdminVerb{"file list", "", "room limit", "file room name size state user time", Danger::None,
              "Lists the files of a room, or of all rooms, the newest first.", ""},
    AdminVerb{"file rm", "FILE", "", "", Danger::Destroys, "Takes a file away, whatever messages name it.", ""},
    AdminVerb{"file gc", "", "", "", Danger::None, "Deletes at once what no file needs any more.", ""},

    AdminVerb{"hold add", "NAME", "room user from to reason", "", Danger::None,
              "Keeps messages of a room, a user or a time from being removed, replaced or purged.", ""},
    AdminVerb{"hold list", "", "", "name room user from to reason by since", Danger::None, "Lists the legal holds.", ""},
    AdminVerb{"hold rm", "NAME", "", "", Danger::Destroys, "Releases a legal hold.", ""},
    AdminVerb{"wall check", "A B", "", "", Danger::None,
              "Looks for rooms and categories that let somebody of both sides in; finding any is a failure.", ""},
    AdminVerb{"room readers", "ROOM", "", "user address now why", Danger::None,
              "Lists who may read a room, and whom the audit trail shows to have been able to before.", ""},
    AdminVerb{"exposure", "ROOM MESSAGE", "", "user address could present read", Danger::None,
              "Shows who could read a message and, by the archive, who did.", "", true},

    AdminVerb{"archive verify", "[DIRECTORY]", "key hash", "", Danger::None,
              "Looks whether anything in the archive was changed, dropped, reordered, added or cut off.", "", true},
    AdminVerb{"archive search", "", "words user room from to limit", "event time kind room person message content",
              Danger::None, "Finds events in the archive.", "", true},
    AdminVerb{"archive export", "FILE", "format words user room from to", "", Danger::None,
              "Writes events of the archive into a file; that is recorded itself.", "", true},
    AdminVerb{"archive replay", "FOLDER", "from to", "", Danger::None,
              "Lets the configured adapter write the batches of a time anew, into a folder.", "", true},
    AdminVerb{"archive note", "TEXT", "", "", Danger::None,
              "Records that something is taken out of the archive, as archive export does by itself.", ""},

    AdminVerb{"addin add", "NAME URL", "", "", Danger::None, "Registers a web page that rooms may show.", "New-Addin"},
    AdminVerb{"addin list", "", "", "name url id rooms", Danger::None, "Lists the registered add-ins.", "Get-Addin"},
    AdminVerb{"addin set", "ADDIN", "name url", "", Danger::None, "Changes an add-in.", "Set-Addin"},
    AdminVerb{"addin rm", "ADDIN", "", "", Danger::Destroys, "Removes an add-in; rooms that show it show none.",
              "Remove-Addin"},

    AdminVerb{"policy add", "NAME", "scope! enabled!", "", Danger::None, "Creates a policy.", "New-Policy"},
    AdminVerb{"policy list", "", "", "name scope enabled grants", Danger::None, "Lists the policies.", "Get-Policy"},
    AdminVerb{"policy set", "NAME", "enabled!", "", Danger::None, "Changes a policy.", "Set-Policy"},
    AdminVerb{"policy rm", "NAME", "", "", Danger::Destroys, "Deletes a policy and its grants.", "Remove-Policy"},
    AdminVerb{"policy grant", "USER [NAME]", "", "", Danger::None,
              "Grants a policy of scope user; without a name takes the grant away.", "Grant-Policy"},

    AdminVerb{"config get", "KEY", "", "", Danger::None, "Shows one setting with all scopes.", "Get-Configuration"},
    AdminVerb{"config list", "", "", "key effective pool site global range", Danger::None,
              "Lists all settings that can be changed here.", "Get-Configuration"},
    AdminVerb{"config set", "KEY VALUE", "scope", "", Danger::None,
              "Sets a value; for the pool unless --scope says otherwise.", "Set-Configuration, New-Configuration"},
    AdminVerb{"config rm", "KEY", "scope", "", Danger::None, "Takes a value away; the wider scope, or the default, counts.",
              "Remove-Configuration"},

    AdminVerb{"compliance config get", "KEY", "", "", Danger::None, "Shows one setting of the compliance service.",
              "Get-ComplianceConfiguration"},
    AdminVerb{"compliance config list", "", "", "key effective pool site global range", Danger::None,
              "Lists the settings of the compliance service.", "Get-ComplianceConfiguration"},
    AdminVerb{"compliance config set", "KEY VALUE", "scope", "", Danger::None,
              "Sets a value; for the pool unless --scope says otherwise.",
              "Set-ComplianceConfiguration, New-ComplianceConfiguration"},
    AdminVerb{"compliance config rm", "KEY", "scope", "", Danger::None,
              "Takes a value away; the wider scope, or the default, counts.", "Remove-ComplianceConfiguration"},
    AdminVerb{"compliance status", "", "", "", Danger::None,
              "Shows what waits for the compliance adapter, and how its last run went.", ""},
    AdminVerb{"compliance run", "", "", "", Danger::None,
              "Gives the adapter at once all that waits, instead of at the end of the interval.", ""},
    AdminVerb{"compliance test", "", "", "", Danger::None,
              "Tries the adapter with a made-up conversation that leaves nothing behind.", ""},

    AdminVerb{"endpoint add", "ADDRESS", "", "", Danger::None,
              "Lets older clients reach the pool at a friendlier SIP address as well.", "New-Endpoint"},
    AdminVerb{"endpoint list", "", "", "address", Danger::None, "Lists the pool's addresses for older clients.",
              "Get-Endpoint"},
    AdminVerb{"endpoint rm", "ADDRESS", "", "", Danger::Destroys,
              "Takes such an address away; sessions that were opened at it go on.", "Remove-Endpoint"},

    AdminVerb{"user add", "ADDRESS", "name! email company", "", Danger::None,
              "Adds a person to the directory.", ""},
    AdminVerb{"user list", "[WORDS]", "disabled limit", kPersonColumns, Danger::None, "Lists people.", ""},
    AdminVerb{"user show", "USER", "", "", Danger::None, "Shows a person: groups, rooms, policy.", ""},
    AdminVerb{"user set", "USER", "name email company", "", Danger::None, "Changes a person's data.", ""},
    AdminVerb{"user enable", "USER", "", "", Danger::None, "Lets a disabled person in again.", ""},
    AdminVerb{"user disable", "USER", "", "", Danger::TakesAccess, "Ends a person's sessions and keeps the person out.", ""},
    AdminVerb{"group add", "NAME", "", "", Danger::None, "Creates a group.", ""},
    AdminVerb{"group list", "[WORDS]", "limit", "name address members", Danger::None, "Lists groups.", ""},
    AdminVerb{"group show", "GROUP", "", "", Danger::None, "Shows a group with its members.", ""},
    AdminVerb{"group set", "GROUP", "name!", "", Danger::None, "Renames a group.", ""},
    AdminVerb{"group member add", "GROUP PRINCIPAL...", "", "", Danger::None, "Puts people or groups into a group.", ""},
    AdminVerb{"group member rm", "GROUP PRINCIPAL...", "", "", Danger::TakesAccess, "Takes people or groups out of a group.", ""},

    AdminVerb{"audit list", "", "actor object action from to limit", "time actor action object before after",
              Danger::None, "Lists who changed what, the newest first.", ""},
    AdminVerb{"invitation list", "USER", "limit", "id time room", Danger::None, "Lists a user's invitations.", ""},
    AdminVerb{"request list", "", "room limit", "time room user words", Danger::None,
              "Lists who asks to join closed rooms, the oldest first.", ""},
    AdminVerb{"request grant", "ROOM USER", "", "", Danger::None, "Makes a member of who asked, and invites.", ""},
    AdminVerb{"request decline", "ROOM USER", "", "", Danger::None, "Ends a request without making a member.", ""},
    AdminVerb{"sessions", "", "", "user address client since unanswered rooms", Danger::None,
              "Lists the open chat sessions: whose, from where, since when, and what they have not answered.", ""},
    AdminVerb{"data export", "FILE", "level only-category from report", "", Danger::None,
              "Writes the data, or a part, into a file; the server may run.", "Export-Data", true},
    AdminVerb{"data import", "FILE", "report", "", Danger::None,
              "Adds what an export holds; the server must not run.", "Import-Data", true},
    AdminVerb{"backup create", "FILE", "", "", Danger::None, "Copies the database; the server may run.", "", true},
    AdminVerb{"backup verify", "FILE", "", "", Danger::None, "Looks whether a backup can be relied on.", "", true},
    AdminVerb{"backup restore", "FILE", "", "", Danger::Destroys,
              "Puts a backup in the place of the database; the server must not run.", "", true},
    AdminVerb{"test message", "FIRST SECOND", "room!", "", Danger::None,
              "Lets two members of a room send each other a message and measures it; the messages stay.",
              "Test-Message"},
    AdminVerb{"doctor", "", "", "", Danger::None,
              "Looks for what is or will be wrong: files, disk, clock, certificate, listeners, database, settings.", "",
              true},
    AdminVerb{"status", "", "", "", Danger::None, "Shows the load, the busiest rooms and the latest events.", ""},
    AdminVerb{"pool status", "", "", "", Danger::None, "Shows how the server is doing.", "Get-CsService"},
    AdminVerb{"pool state", "[STATE]", "", "", Danger::None,
              "Shows whether the pool works on its own database (normal); with STATE, normal or failed-over, sets it.",
              "Get-State, Set-State"},
    AdminVerb{"pool active list", "", "", "server active", Danger::None,
              "Lists the servers of the pool and whether they take new sessions.", "Set-ActiveServer"},
    AdminVerb{"pool active set", "[SERVER...]", "", "", Danger::None,
              "Lets exactly these servers take new sessions, without any none; open sessions go on.", "Set-ActiveServer"},
    AdminVerb{"pool active swap", "", "", "", Danger::None,
              "Exchanges the active servers with those that stand by.", "Set-ActiveServer"},
};
// clang-format on

template <typename Row>
const Row* findRow(std::span<const Row> rows, const QString& name) {
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return name == QLatin1String(row.name); });
  return found == rows.end() ? nullptr : &*found;
}

QStringList wordsOf(const char* text) { return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts); }

}  // namespace

std::span<const AdminVerb> adminVerbs() { return kAdminVerbs; }

std::span<const AdminOption> adminOptions() { return kAdminOptions; }

const AdminVerb* findAdminVerb(const QString& name) { return findRow<AdminVerb>(kAdminVerbs, name); }

const AdminOption* findAdminOption(const QString& name) { return findRow<AdminOption>(kAdminOptions, name); }

QList<AdminParameter> parametersOf(const AdminVerb& verb) {
  QList<AdminParameter> parameters;
  for (QString word : wordsOf(verb.parameters)) {
    AdminParameter parameter;
    parameter.required = !word.startsWith(QLatin1Char('['));
    word.remove(QLatin1Char('[')).remove(QLatin1Char(']'));
    parameter.list = word.endsWith(QLatin1String("..."));
    parameter.name = word.remove(QLatin1String("...")).toLower();
    parameters.append(parameter);
  }
  return parameters;
}

QList<OptionUse> optionsOf(const AdminVerb& verb) {
  QList<OptionUse> uses;
  for (QString word : wordsOf(verb.options)) {
    const bool required = word.endsWith(QLatin1Char('!'));
    if (required) word.chop(1);
    uses.append({findAdminOption(word), required});
  }
  return uses;
}

}  // namespace Parlour::Server
