// SPDX-License-Identifier: Apache-2.0
#include "app/console/Printer.h"

#include <QJsonDocument>

namespace Parlour::Console {
namespace {

QString stateName(Core::StepState state) {
  switch (state) {
    case Core::StepState::Waiting:
      return QStringLiteral("waiting");
    case Core::StepState::Running:
      return QStringLiteral("running");
    case Core::StepState::Done:
      return QStringLiteral("done");
    case Core::StepState::Skipped:
      return QStringLiteral("skipped");
    case Core::StepState::Failed:
      return QStringLiteral("failed");
  }
  return {};
}

QString connectionName(Core::ConnectionState state) {
  switch (state) {
    case Core::ConnectionState::SignedOut:
      return QStringLiteral("signed-out");
    case Core::ConnectionState::SigningIn:
      return QStringLiteral("signing-in");
    case Core::ConnectionState::Connected:
      return QStringLiteral("connected");
    case Core::ConnectionState::Slow:
      return QStringLiteral("slow");
    case Core::ConnectionState::Reconnecting:
      return QStringLiteral("reconnecting");
    case Core::ConnectionState::Busy:
      return QStringLiteral("busy");
    case Core::ConnectionState::NoNetwork:
      return QStringLiteral("no-network");
    case Core::ConnectionState::Refused:
      return QStringLiteral("refused");
  }
  return {};
}

QString privacyName(Core::Privacy privacy) {
  switch (privacy) {
    case Core::Privacy::Unknown:
      return QStringLiteral("unknown");
    case Core::Privacy::Open:
      return QStringLiteral("open");
    case Core::Privacy::Closed:
      return QStringLiteral("closed");
    case Core::Privacy::Secret:
      return QStringLiteral("secret");
  }
  return {};
}

// What would end the line, or command the terminal that shows it.
bool breaksOut(QChar c) {
  const char16_t code = c.unicode();
  return (code < 0x20 && code != '\t') || (code >= 0x7f && code < 0xa0) || code == 0x2028 || code == 0x2029;
}

QString oneLine(QString text) {
  text.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(QLatin1Char('\r'), QLatin1Char('\n'));
  QString line;
  for (const QChar c : std::as_const(text)) {
    if (c == QLatin1Char('\\')) {
      line += QLatin1String("\\\\");
    } else if (c == QLatin1Char('\n')) {
      line += QLatin1String("\\n");
    } else if (breaksOut(c)) {
      line += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
    } else {
      line += c;
    }
  }
  return line;
}

}  // namespace

QString stepName(Core::SignInStep step) {
  switch (step) {
    case Core::SignInStep::Resolve:
      return QStringLiteral("resolve");
    case Core::SignInStep::Connect:
      return QStringLiteral("connect");
    case Core::SignInStep::Register:
      return QStringLiteral("register");
    case Core::SignInStep::Provisioning:
      return QStringLiteral("provisioning");
    case Core::SignInStep::RoamingSelf:
      return QStringLiteral("roaming-self");
    case Core::SignInStep::OpenSession:
      return QStringLiteral("open-session");
    case Core::SignInStep::ServerInfo:
      return QStringLiteral("server-info");
    case Core::SignInStep::MemberRooms:
      return QStringLiteral("member-rooms");
    case Core::SignInStep::ManagedRooms:
      return QStringLiteral("managed-rooms");
    case Core::SignInStep::JoinFollowed:
      return QStringLiteral("join-followed");
    case Core::SignInStep::JoinOpened:
      return QStringLiteral("join-opened");
    case Core::SignInStep::RecentHistory:
      return QStringLiteral("recent-history");
    case Core::SignInStep::Invitations:
      return QStringLiteral("invitations");
  }
  return {};
}

QString presenceName(Core::Presence presence) {
  switch (presence) {
    case Core::Presence::Available:
      return QStringLiteral("available");
    case Core::Presence::Away:
      return QStringLiteral("away");
    case Core::Presence::Busy:
      return QStringLiteral("busy");
    case Core::Presence::Offline:
      return QStringLiteral("offline");
    case Core::Presence::Unknown:
      break;
  }
  return QStringLiteral("unknown");
}

void Printer::event(const QString& name, const QJsonObject& members, const QString& text) {
  if (json_) {
    QJsonObject object = members;
    object.insert(QStringLiteral("event"), name);
    sink_(QJsonDocument(object).toJson(QJsonDocument::Compact));
    return;
  }
  sink_(oneLine(text.isEmpty() ? name : name + QLatin1Char(' ') + text).toUtf8());
}

void Printer::error(const QString& command, const Error& error) {
  event(QStringLiteral("error"),
        {{QStringLiteral("command"), command},
         {QStringLiteral("code"), QString::fromLatin1(errorCodeName(error.code))},
         {QStringLiteral("text"), error.text},
         {QStringLiteral("detail"), error.detail}},
        command + QLatin1String(": ") + error.text);
}

void Printer::step(const Core::StepProgress& progress) {
  if (progress.state == Core::StepState::Waiting) return;
  event(QStringLiteral("step"),
        {{QStringLiteral("step"), stepName(progress.step)},
         {QStringLiteral("state"), stateName(progress.state)},
         {QStringLiteral("startedMs"), progress.startedMs},
         {QStringLiteral("finishedMs"), progress.finishedMs},
         {QStringLiteral("note"), progress.note}},
        QStringLiteral("%1 %2 at %3 ms %4")
            .arg(stepName(progress.step), stateName(progress.state))
            .arg(progress.state == Core::StepState::Running ? progress.startedMs : progress.finishedMs)
            .arg(progress.note)
            .trimmed());
}

void Printer::status(const Core::ConnectionStatus& status) {
  const QString text = status.error ? status.error->text : QString();
  event(QStringLiteral("status"),
        {{QStringLiteral("state"), connectionName(status.state)},
         {QStringLiteral("text"), text},
         {QStringLiteral("advice"), status.advice},
         {QStringLiteral("retryInMs"), status.retryInMs}},
        (connectionName(status.state) + QLatin1Char(' ') + text + QLatin1Char(' ') + status.advice).trimmed());
}

void Printer::message(const QString& name, const QString& roomName, const Core::Message& message) {
  const QString author = message.authorName.isEmpty() ? message.author.toString() : message.authorName;
  event(name,
        {{QStringLiteral("room"), roomName},
         {QStringLiteral("roomUri"), message.room.toString()},
         {QStringLiteral("chatId"), static_cast<qint64>(message.chatId)},
         {QStringLiteral("time"), QString::fromLatin1(message.time.toXccos())},
         {QStringLiteral("author"), message.author.toString()},
         {QStringLiteral("authorName"), message.authorName},
         {QStringLiteral("alert"), message.alert},
         {QStringLiteral("own"), message.own},
         {QStringLiteral("text"), message.text}},
        QStringLiteral("[%1] #%2 %3 %4: %5")
            .arg(roomName)
            .arg(message.chatId)
            .arg(QString::fromLatin1(message.time.toXccosSeconds()), author, message.text));
}

void Printer::room(const QString& name, const Core::RoomSummary& room, const QString& remark) {
  event(name,
        {{QStringLiteral("uri"), room.uri.toString()},
         {QStringLiteral("name"), room.name},
         {QStringLiteral("description"), room.description},
         {QStringLiteral("privacy"), privacyName(room.privacy)},
         {QStringLiteral("auditorium"), room.kind == Core::RoomKind::Auditorium},
         {QStringLiteral("participants"), room.participants},
         {QStringLiteral("remark"), remark}},
        QStringLiteral("%1 \"%2\" %3 %4")
            .arg(room.uri.toString(), room.name, privacyName(room.privacy), remark)
            .trimmed());
}

void Printer::invitation(const Core::Invitation& invitation) {
  room(QStringLiteral("invitation"), invitation.room, QStringLiteral("#%1").arg(invitation.number));
}

void Printer::joinRequest(const QString& name, const Core::JoinRequest& request) {
  const QString user = QString::fromUtf8(request.user.address());
  event(name,
        {{QStringLiteral("uri"), request.room.toString()},
         {QStringLiteral("name"), request.roomName},
         {QStringLiteral("user"), user},
         {QStringLiteral("userName"), request.userName},
         {QStringLiteral("words"), request.words}},
        QStringLiteral("\"%1\" %2 %3").arg(request.roomName, user, request.words).trimmed());
}

void Printer::category(const Core::CategoryChoice& category) {
  const QString uri = QString::fromUtf8(category.uri);
  event(QStringLiteral("category"),
        {{QStringLiteral("uri"), uri},
         {QStringLiteral("name"), category.name},
         {QStringLiteral("description"), category.description},
         {QStringLiteral("invitations"), category.invitations}},
        QStringLiteral("%1 \"%2\"").arg(uri, category.name));
}

void Printer::details(const Core::RoomDetails& details) {
  QStringList remarks;
  if (!details.summary.categoryName.isEmpty()) remarks.append(QStringLiteral("in ") + details.summary.categoryName);
  if (details.summary.kind == Core::RoomKind::Auditorium) remarks.append(QStringLiteral("auditorium"));
  if (details.summary.disabled) remarks.append(QStringLiteral("disabled"));
  if (!details.invitationsInherited) remarks.append(QStringLiteral("no-invitations"));
  if (details.mayManage) remarks.append(QStringLiteral("managed-by-you"));
  room(QStringLiteral("room-details"), details.summary, remarks.join(QLatin1String(", ")));
  for (const Core::Principal& principal : details.managers) listEntry(QStringLiteral("manager"), principal);
  for (const Core::Principal& principal : details.members) listEntry(QStringLiteral("member"), principal);
  for (const Core::Principal& principal : details.presenters) listEntry(QStringLiteral("presenter"), principal);
}

void Printer::listEntry(const QString& role, const Core::Principal& principal) {
  const QString uri = QString::fromUtf8(principal.uri);
  event(QStringLiteral("list-entry"),
        {{QStringLiteral("role"), role}, {QStringLiteral("uri"), uri}, {QStringLiteral("name"), principal.name}},
        QStringLiteral("%1 %2 \"%3\"").arg(role, uri, principal.name));
}

void Printer::presence(const Core::Participant& participant) {
  const QString presence = presenceName(participant.presence);
  event(QStringLiteral("presence"),
        {{QStringLiteral("uri"), participant.uri.toString()},
         {QStringLiteral("name"), participant.name},
         {QStringLiteral("presence"), presence}},
        QStringLiteral("%1 \"%2\" %3").arg(participant.uri.toString(), participant.name, presence));
}

void Printer::participant(const Core::Participant& participant) {
  const QString role = participant.manager     ? QStringLiteral("manager")
                       : participant.presenter ? QStringLiteral("presenter")
                                               : QStringLiteral("member");
  event(QStringLiteral("member"),
        {{QStringLiteral("uri"), participant.uri.toString()},
         {QStringLiteral("name"), participant.name},
         {QStringLiteral("role"), role}},
        QStringLiteral("%1 \"%2\" %3").arg(participant.uri.toString(), participant.name, role));
}

}  // namespace Parlour::Console
