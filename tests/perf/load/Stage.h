// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTemporaryDir>
#include <optional>

#include "tests/perf/load/Crowd.h"
#include "tests/perf/load/OrganisationFile.h"
#include "tests/perf/load/Scenarios.h"
#include "tests/perf/load/ServerProcess.h"

namespace Parlour::Perf {

constexpr std::chrono::seconds kSignInTimeout{240};
constexpr std::chrono::seconds kDrainTimeout{15};
constexpr std::chrono::milliseconds kWarmUp{500};

// The directory that a server runs in: the organisation file, its data, its log. Temporary, or one that stays.
class Stage {
 public:
  Stage() = default;
  explicit Stage(const QString& kept) : kept_(kept) {}

  Status prepare(const OrganisationShape& shape) const;
  Result<ServerProcess> start(const RunOptions& options, bool withOrganisation = true) const;
  Result<ServerProcess> startFloor(const RunOptions& options, int membersPerRoom, bool coalesce) const;
  QString file(const QString& name) const;
  // The end of what the server said, for reports of failures.
  QString logTail() const;

 private:
  QTemporaryDir directory_;
  QString kept_;
};

SteadyTime soon(double seconds);
Error runError(const QString& text, const std::vector<std::string>& failures = {});
Check checkThat(const QString& what, bool passed);
Check stopCheck(ServerProcess& server);
SignInPlan planFor(const ServerProcess& server, int historyMessages);
// Puts p50 to p99 and the whole curve into the figures.
void addLatencies(QJsonObject& figures, std::vector<double>& valuesMs);

}  // namespace Parlour::Perf
