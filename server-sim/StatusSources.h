// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server-sim/status/StatusBoard.h"

namespace Parlour::Sip {
class SofiaTransport;
}

namespace Parlour::Server {

class ChannelService;
class ComplianceService;
class FileService;
class FrontEnd;
class SqliteStore;
class Store;
struct ChannelSettings;
struct FrontEndSettings;

// Let the board gather from the components of one server. The components outlive the last call of the board.
void watchChat(StatusBoard& board, ChannelService& service, const Store& store, const ChannelSettings& settings);
void watchFrontEnd(StatusBoard& board, FrontEnd& frontEnd, const FrontEndSettings& settings);
// Also tells the event log when messages cannot be stored and when they can again.
void watchStore(StatusBoard& board, SqliteStore& store, const QString& dataDirectory);
void watchFiles(StatusBoard& board, FileService& files);
// Also tells the event log when compliance is in trouble and when it is well again.
void watchCompliance(StatusBoard& board, ComplianceService& compliance);
void watchTransport(StatusBoard& board, const Sip::SofiaTransport& transport);

StatusDetails statusDetails(const ChannelService& service, const QString& dataDirectory);

}  // namespace Parlour::Server
