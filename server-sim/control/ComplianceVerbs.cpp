// SPDX-License-Identifier: Apache-2.0
// The running compliance service; its settings are in SettingVerbs.cpp.
#include <array>

#include "server-sim/control/VerbTable.h"

namespace Parlour::Server::Verbs {
namespace {

// Null when there is none, which has been answered then.
ComplianceControl* serviceOf(const AdminContext& context, const AdminCall& call) {
  if (!context.live.compliance) {
    call.fail(Error::make(ErrorCode::NotSupported, QStringLiteral("This needs a running server.")));
  }
  return context.live.compliance;
}

ComplianceControl::Answer answering(const AdminCall& call) {
  return [call](const Result<QJsonObject>& result) { result ? call.succeed(*result) : call.fail(result.error()); };
}

void showCompliance(const AdminContext& context, const AdminCall& call) {
  if (const ComplianceControl* service = serviceOf(context, call)) call.succeed(service->status());
}

void runCompliance(const AdminContext& context, const AdminCall& call) {
  ComplianceControl* service = serviceOf(context, call);
  if (!service) return;
  if (call.dryRun) return call.succeed(service->status());
  service->run(answering(call));
}

void testCompliance(const AdminContext& context, const AdminCall& call) {
  if (ComplianceControl* service = serviceOf(context, call)) service->test(answering(call));
}

constexpr std::array kComplianceVerbs{VerbRow{"compliance status", showCompliance},
                                      VerbRow{"compliance run", runCompliance},
                                      VerbRow{"compliance test", testCompliance}};

}  // namespace

Run complianceVerb(const QString& name) { return runOf(kComplianceVerbs, name); }

}  // namespace Parlour::Server::Verbs
