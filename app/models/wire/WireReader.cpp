// SPDX-License-Identifier: Apache-2.0
#include "app/models/wire/WireReader.h"

#include <QCoreApplication>

#include "app/models/wire/ChatSummary.h"
#include "app/models/wire/SipSummary.h"
#include "protocol/xccos/Codec.h"

namespace Parlour::Models {

namespace {

WireStatus statusClass(int status) {
  if (status < 200 || (status >= 300 && status < 400)) return WireStatus::Provisional;
  if (status < 300) return WireStatus::Good;
  return status == 401 || status == 407 ? WireStatus::Challenge : WireStatus::Bad;
}

void setLifelines(WireRow& row, bool outgoing, bool throughFrontEnd) {
  const Lifeline server = throughFrontEnd ? Lifeline::PersistentChat : Lifeline::FrontEnd;
  row.from = outgoing ? Lifeline::Client : server;
  row.to = outgoing ? server : Lifeline::Client;
  row.passesThroughFrontEnd = throughFrontEnd;
}

// Answers that open something get rows of their own; all other 2xx without a document only confirm.
bool onlyConfirms(const WireMessage& response) {
  if (response.status < 200) return true;
  if (response.status >= 300 || response.method == "REGISTER" || response.method == "INVITE") return false;
  return response.body.isEmpty();
}

bool isAnswered(const QByteArray& method) { return method != "ACK" && method != "BENOTIFY"; }

bool mayCarryChat(const WireMessage& message) {
  if (message.method != "INFO" || message.body.isEmpty()) return false;
  const QByteArray type = message.contentType();
  return type.isEmpty() || type == "text/plain" || type == "text/xml" || type == "application/xml";
}

}  // namespace

void WireReader::clear() {
  names_.clear();
  facts_ = {};
  transactions_.clear();
}

WireReading WireReader::read(const Sip::TraceRecord& record) {
  WireReading reading;
  WireRow& row = reading.row;
  row.number = record.number;
  row.time = record.time;
  row.outgoing = record.outgoing;
  row.connection = record.connection;
  row.text = record.text;
  const WireMessage message = WireMessage::parse(record.text);
  row.callId = message.callId();
  row.bodyBytes = message.bodyBytes();
  if (!message.valid) {
    readUnknown(reading);
    return reading;
  }
  facts_.take(message, record.outgoing, record.time);
  if (message.request) {
    readRequest(message, reading);
  } else {
    readResponse(message, reading);
  }
  return reading;
}

void WireReader::readUnknown(WireReading& reading) const {
  setLifelines(reading.row, reading.row.outgoing, false);
  reading.row.kind = WireKind::Error;
  reading.row.label = QStringLiteral("?");
  reading.row.rest = QCoreApplication::translate("Parlour::Models::WireReader", "not a SIP message");
  reading.row.title = reading.row.rest;
}

void WireReader::readRequest(const WireMessage& message, WireReading& reading) {
  WireRow& row = reading.row;
  const auto envelope = mayCarryChat(message) ? Xccos::parse(message.body) : Result<Xccos::Envelope>(Error{});
  if (envelope) {
    readChat(message, *envelope, reading);
  } else {
    const SipSummary summary = summarizeRequest(message, names_);
    row.kind = summary.kind;
    row.label = summary.label;
    row.rest = summary.rest;
    row.title = summary.title;
    setLifelines(row, row.outgoing, summary.throughFrontEnd);
    if (mayCarryChat(message) && message.body.contains("<xccos")) {
      row.kind = WireKind::Error;
      row.rest = QCoreApplication::translate("Parlour::Models::WireReader", "unreadable chat document");
    }
  }
  reading.expectsAnswer = isAnswered(message.method);
  if (reading.expectsAnswer) {
    transactions_.addRequest(row.callId, message.cseq(), message.method, row.outgoing,
                             {row.number, row.time, row.kind, false});
  }
}

void WireReader::readChat(const WireMessage& message, const Xccos::Envelope& envelope, WireReading& reading) {
  WireRow& row = reading.row;
  const ChatSummary summary = summarizeChat(envelope, row.outgoing, names_);
  facts_.take(envelope, row.time);
  row.kind = summary.kind;
  row.label = summary.label;
  row.rest = summary.rest;
  row.title = summary.title;
  setLifelines(row, row.outgoing, true);
  row.dashed = summary.answers.has_value();
  if (summary.code != 0) {
    row.statusText = QString::number(summary.code);
    row.status = statusClass(summary.code);
    if (row.status == WireStatus::Challenge) row.status = WireStatus::Bad;
  }
  if (summary.answers) {
    if (const auto command = transactions_.reply(message.callId(), summary.answers->envId)) {
      row.elapsedMs = row.time.toMs() - command->time.toMs();
      reading.answers.append({command->number, true, false, {}, WireStatus::None, std::nullopt});
    }
  } else if (summary.command) {
    reading.expectsReply = true;
    transactions_.addCommand(message.callId(), *summary.command, {row.number, row.time, row.kind, false});
  }
}

void WireReader::readResponse(const WireMessage& message, WireReading& reading) {
  WireRow& row = reading.row;
  const bool final = message.status >= 200;
  const auto request = transactions_.answer(row.callId, message.cseq(), message.method, row.outgoing, final);
  const WireMessage named = WireMessage{true, true, message.method, {}, 0, {}, {}, {}};
  const SipSummary summary =
      summarizeResponse(message, request ? request->kind : summarizeRequest(named, names_).kind, names_);
  row.kind = summary.kind;
  row.label = summary.label;
  row.rest = summary.rest;
  row.title = summary.title;
  row.dashed = true;
  setLifelines(row, row.outgoing, summary.throughFrontEnd);
  row.statusText = QString::number(message.status);
  row.status = statusClass(message.status);
  row.isAcknowledgement = onlyConfirms(message);
  if (!request) return;
  row.elapsedMs = row.time.toMs() - request->time.toMs();
  if (final) {
    reading.answers.append({request->number, false, row.isAcknowledgement, row.statusText, row.status, row.elapsedMs});
  }
}

}  // namespace Parlour::Models
