// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace Parlour::Sip {

class TraceBuffer;

// Limits and times of a SofiaTransport. Times in milliseconds; 0 switches a time off where that is said.
struct SofiaOptions {
  QByteArray certificateDirectory;              // TLS listeners: holds agent.pem (see TlsFiles)
  qsizetype maxMessageBytes = 2 * 1024 * 1024;  // one received message; above it 413 and the end of the connection
  int maxConnections = 8'000;                   // above it 503 to the first request, far above it the door stays shut
  int connectionsPerAddress = 2'000;            // at one time; above it the same. IPv6: of one /64 network
  int newConnectionsPerAddress = 4'000;         // in ten seconds
  bool limitLoopback = false;                   // the two limits above hold for this computer, too
  int queueMessages = 512;                      // a connection's send queue; also the listen backlog; 1000 at most
  int maxUnansweredInfos = 512;                 // a connection that leaves more unanswered is cut
  qint64 maxUnansweredInfoBytes = 4 * 1024 * 1024;
  int maxUnansweredRequests = 1'000;   // requests of one connection that wait for our answer; above it 503
  int answerTimeout = 32'000;          // for an answer to a request (timer F)
  int inviteTimeout = 180'000;         // for the final answer to an INVITE after a provisional one
  int openTimeout = 10'000;            // to connect, TLS included
  int partialMessageTimeout = 30'000;  // a message that is not complete by then ends its connection
  int firstRequestTimeout = 30'000;    // a connection without a request for so long is ended
  int idleTimeout = 60'000;            // connections that sent bytes but never a request
  // Of connections for which expectPongs() was called: CR LF CR LF is sent after so much silence (0: off), and without
  // a byte in answer the connection is ended.
  int keepaliveInterval = 0;
  int pongTimeout = 10'000;
  TraceBuffer* trace = nullptr;  // not owned; outlives the transport
};

// How many connections beyond a limit are let in, only to be told so.
constexpr int connectionHeadroom(int limit) { return limit / 16 < 16 ? 16 : (limit / 16 > 512 ? 512 : limit / 16); }

}  // namespace Parlour::Sip
