// SPDX-License-Identifier: Apache-2.0
#include "app/core/real/DnsServerLocator.h"

#include <QHostAddress>
#include <QHostInfo>
#include <algorithm>

#include "app/core/Words.h"

namespace Parlour::Core {

namespace {

QString serverText(const ServerCandidate& candidate) {
  return QStringLiteral("%1:%2").arg(candidate.host).arg(candidate.port);
}

Error nameUnknown(const QString& host) {
  return Error::make(ErrorCode::NotFound, Words::tr("There is no server named %1.").arg(host));
}

Error notEncrypted(const QString& host) {
  return Error::make(ErrorCode::PermissionDenied,
                     Words::tr("%1 would be used without encryption, which is not allowed.").arg(host));
}

}  // namespace

struct DnsServerLocator::Search {
  SignInRequest request;
  Callback done;
  QList<SrvName> services;
  QList<ServerCandidate> candidates;
  bool automatic = false;
  QList<Sip::Target> targets;
  std::optional<Error> error;  // the first one: of the server wanted most
};

DnsServerLocator::DnsServerLocator(const RealEnvironmentOptions& options)
    : options_(options), trust_(options.trustDirectory) {}

void DnsServerLocator::locate(const SignInRequest& request, Callback done) {
  auto search = std::make_shared<Search>();
  current_ = search;
  search->request = request;
  search->done = std::move(done);
  const QString domain = QString::fromUtf8(request.address.domain());
  if (request.host.trimmed().isEmpty()) {
    search->automatic = true;
    search->services = srvNames(domain, options_.allowPlaintext);
  } else {
    search->candidates = {typedServer(request)};
  }
  QMetaObject::invokeMethod(
      this, [this, search] { lookUpServices(search); }, Qt::QueuedConnection);
}

void DnsServerLocator::lookUpServices(const SearchPtr& search) {
  if (!isCurrent(search)) return;
  if (search->services.isEmpty()) {
    if (search->automatic && search->candidates.isEmpty()) {
      search->candidates = fallbackHosts(QString::fromUtf8(search->request.address.domain()));
    }
    return resolveNext(search);
  }
  const SrvName service = search->services.takeFirst();
  auto* lookup = new QDnsLookup(QDnsLookup::SRV, service.name, this);
  connect(lookup, &QDnsLookup::finished, this, [this, search, lookup, tls = service.tls] {
    lookup->deleteLater();
    servicesFound(search, *lookup, tls);
  });
  lookup->lookup();
}

// The first name that has records decides; the others would lead elsewhere (signin 1.1). QDnsLookup sorts
// by priority and weight.
void DnsServerLocator::servicesFound(const SearchPtr& search, const QDnsLookup& lookup, bool tls) {
  for (const QDnsServiceRecord& record : lookup.serviceRecords()) {
    search->candidates.append({record.target(), record.port(), tls});
  }
  if (!search->candidates.isEmpty()) search->services.clear();
  lookUpServices(search);
}

void DnsServerLocator::resolveNext(const SearchPtr& search) {
  if (!isCurrent(search)) return;
  const bool enough = !search->targets.isEmpty() && search->automatic;
  if (search->candidates.isEmpty() || enough) return finish(search);
  const ServerCandidate candidate = search->candidates.takeFirst();
  if (!candidate.tls && !isLoopbackHost(candidate.host) && !options_.allowPlaintext) {
    return next(search, notEncrypted(candidate.host));
  }
  if (isLiteralAddress(candidate.host)) return resolved(search, candidate, {candidate.host});
  QHostInfo::lookupHost(candidate.host, this, [this, search, candidate](const QHostInfo& info) {
    QStringList addresses;
    for (const QHostAddress& address : info.addresses()) addresses.append(address.toString());
    resolved(search, candidate, addresses);
  });
}

void DnsServerLocator::resolved(const SearchPtr& search, const ServerCandidate& candidate,
                                const QStringList& addresses) {
  if (!isCurrent(search)) return;
  if (addresses.isEmpty()) return next(search, nameUnknown(candidate.host));
  if (candidate.tls) return probe(search, candidate, addresses);
  accept(search, candidate, addresses, QByteArray());
}

void DnsServerLocator::probe(const SearchPtr& search, const ServerCandidate& candidate, const QStringList& addresses) {
  TlsProbe::run(addresses.first(), candidate.port, candidate.host, this,
                [this, search, candidate, addresses](const Result<TlsFindings>& findings) {
                  if (!isCurrent(search)) return;
                  if (findings) return judge(search, candidate, addresses, *findings);
                  const QStringList others = addresses.mid(1);
                  if (!others.isEmpty()) return probe(search, candidate, others);
                  next(search, findings.error());
                });
}

void DnsServerLocator::judge(const SearchPtr& search, const ServerCandidate& candidate, const QStringList& addresses,
                             const TlsFindings& findings) {
  const QString server = serverText(candidate);
  if (findings.problems.isEmpty()) return accept(search, candidate, addresses, trust_.anchor(server, findings.chain));
  if (trust_.isPinned(server, findings.own())) return accept(search, candidate, addresses, trust_.pinPath(server));
  ask(search, candidate, addresses, findings);
}

void DnsServerLocator::ask(const SearchPtr& search, const ServerCandidate& candidate, const QStringList& addresses,
                           const TlsFindings& findings) {
  const QString server = serverText(candidate);
  const CertificateQuestion question{server, findings.problems.first(), TrustFiles::fingerprint(findings.own()),
                                     trust_.hasPin(server)};
  Error refusal = Error::make(ErrorCode::PermissionDenied,
                              Words::tr("The certificate of %1 is not trusted. %2").arg(server, question.reason),
                              QStringLiteral("SHA-256 ") + question.fingerprint);
  if (!options_.askAboutCertificate) return next(search, refusal);
  options_.askAboutCertificate(question, [this, search, candidate, addresses, findings, refusal](bool accepted) {
    if (!isCurrent(search)) return;
    if (!accepted) return next(search, refusal);
    accept(search, candidate, addresses, trust_.pin(serverText(candidate), findings.own()));
  });
}

void DnsServerLocator::accept(const SearchPtr& search, const ServerCandidate& candidate, const QStringList& addresses,
                              const Result<QByteArray>& trustFile) {
  if (!trustFile) return next(search, trustFile.error());
  for (const QString& address : addresses) {
    search->targets.append(
        {address.toLatin1(), candidate.port, candidate.tls ? Sip::Protocol::Tls : Sip::Protocol::Tcp, *trustFile});
  }
  resolveNext(search);
}

void DnsServerLocator::next(const SearchPtr& search, const Error& error) {
  if (!search->error) search->error = error;
  resolveNext(search);
}

void DnsServerLocator::finish(const SearchPtr& search) {
  current_.reset();
  if (!search->targets.isEmpty()) return search->done(search->targets);
  const QString domain = QString::fromUtf8(search->request.address.domain());
  const Error nothing = Error::make(ErrorCode::NotFound, Words::tr("No server for %1 was found.").arg(domain));
  const bool namesOnly = search->automatic && search->error && search->error->code == ErrorCode::NotFound;
  search->done(namesOnly ? nothing : search->error.value_or(nothing));
}

}  // namespace Parlour::Core
