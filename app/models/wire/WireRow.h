// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>
#include <optional>

#include "protocol/support/Clock.h"

namespace Parlour::Models {

// What a row of the Wire view is about; decides its colour and which box hides it.
enum class WireKind { Registration, Subscription, Dialog, ChatCommand, ChatReply, Notice, Error };
inline constexpr int kWireKindCount = 7;

enum class Lifeline { Client, FrontEnd, PersistentChat };

enum class WireStatus {
  None,
  Provisional,  // 1xx and 3xx
  Good,
  Challenge,  // 401 and 407, expected while signing in
  Bad,
  Waiting,   // no answer for two seconds
  NoAnswer,  // and none until the protocol's timeout
};

// One message of the ladder, ready to paint. A value; texts are already redacted.
struct WireRow {
  quint64 number = 0;  // of the trace record
  Timestamp time;
  qint64 offsetMs = 0;  // since the first row
  WireKind kind = WireKind::Dialog;
  Lifeline from = Lifeline::Client;
  Lifeline to = Lifeline::FrontEnd;
  bool dashed = false;                 // responses and chat replies
  bool passesThroughFrontEnd = false;  // the front end only relays it
  QString label;                       // drawn bold: "REGISTER", "INFO rpl", "200 OK"
  QString rest;                        // "bjoin · 7 rooms"
  QString title;                       // of the detail pane: "INFO · bjoin reply"
  QString statusText;
  WireStatus status = WireStatus::None;
  std::optional<qint64> elapsedMs;
  bool isAcknowledgement = false;  // a plain 2xx or 1xx; its request row tells status and time
  bool outgoing = false;
  qint64 bodyBytes = 0;  // as Content-Length says
  quint64 connection = 0;
  QByteArray callId;
  QByteArray text;  // the whole message

  QString what() const { return rest.isEmpty() ? label : label + QLatin1Char(' ') + rest; }
};

QString wireKindName(WireKind kind);
QString lifelineName(Lifeline lifeline);

}  // namespace Parlour::Models

Q_DECLARE_METATYPE(Parlour::Models::WireRow)
