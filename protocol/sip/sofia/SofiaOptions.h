// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace Parlour::Sip {

class TraceBuffer;

// Limits and times of a SofiaTransport. Times in milliseconds; 0 switches a time off where that is said.
struct SofiaOptions {
  QByteArray certificateDirectory;              // TLS listeners: holds agent.pem (see TlsFiles)
  qsizetype maxMessageBytes = 2 * 1024 * 1024;  // one received message; above it 413 and the end of the connection
  int maxConnections = 8'000;                   // with at least one request received; above it 503
  int queueMessages = 512;                      // a connection's send queue; also the listen backlog; 1000 at most
  int maxUnansweredInfos = 512;                 // a connection that leaves more unanswered is cut
  qint64 maxUnansweredInfoBytes = 4 * 1024 * 1024;
  int maxUnansweredRequests = 1'000;   // requests of one connection that wait for our answer; above it 503
  int answerTimeout = 32'000;          // for an answer to a request (timer F)
  int inviteTimeout = 180'000;         // for the final answer to an INVITE after a provisional one
  int openTimeout = 10'000;            // to connect, TLS included
  int partialMessageTimeout = 30'000;  // a message that stops half-way ends its connection
  int idleTimeout = 60'000;            // connections that sent bytes but never a request
  int keepaliveInterval = 0;           // 0: off; else CR LF CR LF is sent after so much silence
  int pongTimeout = 0;                 // 0: answers to it are not demanded
  TraceBuffer* trace = nullptr;        // not owned; outlives the transport
};

}  // namespace Parlour::Sip
