// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <memory>

#include "server-sim/channel/ChannelService.h"
#include "server-sim/control/AdminCommands.h"
#include "server-sim/ctl/OfflinePool.h"
#include "server-sim/store/SqliteStore.h"

namespace Parlour::Server::Testing {

// Ada, Bo, Cy, Dot and Eve; the group Crew = Ada and Bo. Category Harbour, for Crew and Cy but not Dot: the rooms Tides
// (closed; Crew and Cy; managed by Bo; three messages of Ada and Cy), Board (secret; Bo), Stage (auditorium; Ada and
// Cy, presenter Cy). Category Yard, for everybody: Lobby (open). Category Loft, for Ada and Bo alone.
QByteArray houseOrganisation();
// Fills a data directory, which must not exist. Empty when it went well, else what went wrong.
QString fillDataDirectory(const QString& path);

// The commands over the chat service and a real store in a temporary directory.
class AdminHouse final : private SessionSink {
 public:
  AdminHouse();
  ~AdminHouse() override;

  // Empty when it opened.
  const QString& problem() const { return problem_; }
  QJsonObject ask(const char* verb, const QJsonObject& arguments = {}, bool dryRun = false);
  // The result of a request that succeeds; null else.
  QJsonValue result(const char* verb, const QJsonObject& arguments = {}, bool dryRun = false);
  QString errorText(const char* verb, const QJsonObject& arguments = {});
  // Opens a session of the user and joins rooms, by their names.
  bool join(const QByteArray& user, const QStringList& rooms);
  ChannelService& service() { return *service_; }

 private:
  void deliver(SessionId, const SharedEnvelope&) override {}

  QTemporaryDir directory_;
  FakeClock clock_;
  QString problem_;
  Ctl::WorkQueue queue_;
  std::unique_ptr<SqliteStore> store_;
  std::unique_ptr<ChannelService> service_;
  std::unique_ptr<AdminCommands> commands_;
};

}  // namespace Parlour::Server::Testing
