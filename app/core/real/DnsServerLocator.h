// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDnsLookup>
#include <QObject>

#include "app/core/RealEnvironment.h"
#include "app/core/real/ServerCandidates.h"
#include "app/core/real/TlsProbe.h"
#include "app/core/real/TrustFiles.h"

namespace Parlour::Core {

// Finds the addresses of a server by DNS (signin 1.1), or takes the one typed, and makes sure of its
// certificate before the transport connects (DESIGN D5b). One search at a time: a new one ends the old one silently.
class DnsServerLocator final : public QObject, public ServerLocator {
 public:
  explicit DnsServerLocator(const RealEnvironmentOptions& options);
  void locate(const SignInRequest& request, Callback done) override;

 private:
  struct Search;
  using SearchPtr = std::shared_ptr<Search>;

  bool isCurrent(const SearchPtr& search) const { return search == current_; }
  void lookUpServices(const SearchPtr& search);
  void servicesFound(const SearchPtr& search, const QDnsLookup& lookup, bool tls);
  void resolveNext(const SearchPtr& search);
  void resolved(const SearchPtr& search, const ServerCandidate& candidate, const QStringList& addresses);
  void probe(const SearchPtr& search, const ServerCandidate& candidate, const QStringList& addresses);
  void judge(const SearchPtr& search, const ServerCandidate& candidate, const QStringList& addresses,
             const TlsFindings& findings);
  void ask(const SearchPtr& search, const ServerCandidate& candidate, const QStringList& addresses,
           const TlsFindings& findings);
  void accept(const SearchPtr& search, const ServerCandidate& candidate, const QStringList& addresses,
              const Result<QByteArray>& trustFile);
  void next(const SearchPtr& search, const Error& error);
  void finish(const SearchPtr& search);

  RealEnvironmentOptions options_;
  TrustFiles trust_;
  SearchPtr current_;
};

}  // namespace Parlour::Core
