// SPDX-License-Identifier: Apache-2.0
#include "app/core/signin/ConnectSteps.h"

#include "app/core/Words.h"
#include "protocol/signin/Provisioning.h"
#include "protocol/signin/RoamingSelf.h"

namespace Parlour::Core {

namespace {

constexpr int kMaxRedirects = 5;
constexpr qint64 kResubscribeMs = 30'000;

SubscriptionTopic provisioningTopic() {
  Signin::ProvisioningRequest request;
  request.groups = {QStringLiteral("ServerConfiguration"), QStringLiteral("persistentChatConfiguration")};
  return {Signin::kProvisioningEvent, Signin::kProvisioningType, request.toXml(), true};
}

SubscriptionTopic roamingTopic() {
  Signin::RoamingScope scope;
  scope.categories = true;
  return {Signin::kRoamingSelfEvent, Signin::kRoamingSelfType, scope.toXml(), false};
}

// The transport's or a parser's failure, said as that of the step.
Error stepError(SignInStep step, Error error) {
  const bool untrusted = step == SignInStep::Resolve && error.code == ErrorCode::PermissionDenied;
  const QString what = untrusted ? Words::tr("Cannot trust the server.") : Words::stepFailed(step);
  error.text = what + u' ' + error.text;
  return error;
}

QString targetText(const Sip::Target& target) {
  const QString host = QString::fromLatin1(target.host);
  return QStringLiteral("%1:%2").arg(host.contains(u':') ? u'[' + host + u']' : host).arg(target.port);
}

}  // namespace

ConnectSteps::ConnectSteps(ServerLocator& locator, SipLink& link, Registrar& registrar, ChatSession& session,
                           FollowedRooms& followed, Scheduler& scheduler)
    : locator_(locator),
      link_(link),
      registrar_(registrar),
      session_(session),
      followed_(followed),
      provisioning_(link, scheduler),
      roaming_(link, scheduler),
      resubscribeTimer_(scheduler) {
  roaming_.onDocument = [this](const QByteArray& document) { followed_.apply(document, false); };
  roaming_.onTerminated = [this] {
    resubscribeTimer_.start(kResubscribeMs, [this] { followRoaming([](const StepResult&) {}); });
  };
}

void ConnectSteps::install(SignInFlow& flow) {
  flow_ = &flow;
  flow.setWork(SignInStep::Resolve, [this](const StepDone& done) { resolve(done); });
  flow.setWork(SignInStep::Connect, [this](const StepDone& done) { connectTo(0, done); });
  flow.setWork(SignInStep::Register, [this](const StepDone& done) { registerEndpoint(done); });
  flow.setWork(SignInStep::Provisioning, [this](const StepDone& done) { provision(done); });
  flow.setWork(SignInStep::RoamingSelf, [this](const StepDone& done) { followRoaming(done); });
  flow.setWork(SignInStep::OpenSession, [this](const StepDone& done) { openSession(done); });
}

QString ConnectSteps::serverKey() const {
  return QStringLiteral("%1:%2:%3").arg(askedFor_.host).arg(askedFor_.port).arg(askedFor_.tls ? 1 : 0);
}

void ConnectSteps::setRequest(const SignInRequest& request) {
  request_ = request;
  askedFor_ = request;
  redirects_ = 0;
}

void ConnectSteps::closeConnection() {
  lifetime_.renew();
  registrar_.reset();
  provisioning_.reset();
  roaming_.reset();
  resubscribeTimer_.stop();
  link_.close();
}

void ConnectSteps::resolve(const StepDone& done) {
  locator_.locate(request_, lifetime_.guard([this, done](const Result<QList<Sip::Target>>& found) {
    if (!found) return done(StepResult::failed(stepError(SignInStep::Resolve, found.error())));
    targets_ = *found;
    if (targets_.isEmpty()) {
      return done(StepResult::failed(Error::make(ErrorCode::NotFound, Words::stepFailed(SignInStep::Resolve))));
    }
    done(StepResult::done(targetText(targets_.first())));
  }));
}

void ConnectSteps::connectTo(qsizetype index, const StepDone& done) {
  const Sip::Target target = targets_.at(index);
  link_.open(target, lifetime_.guard([this, index, target, done](const Status& opened) {
    if (opened) return done(StepResult::done(targetText(target)));
    if (index + 1 < targets_.size()) return connectTo(index + 1, done);
    done(StepResult::failed(stepError(SignInStep::Connect, opened.error())));
  }));
}

void ConnectSteps::registerEndpoint(const StepDone& done) {
  registrar_.registerEndpoint([this, done](const RegistrationResult& result) {
    switch (result.kind) {
      case RegistrationResult::Kind::Registered:
        return done(StepResult::done());
      case RegistrationResult::Kind::Redirected:
        return redirect(result.response, done);
      case RegistrationResult::Kind::Failed:
        return done(StepResult::failed(result.error));
    }
  });
}

void ConnectSteps::redirect(const Sip::Response& response, const StepDone& done) {
  if (++redirects_ > kMaxRedirects) {
    return done(StepResult::failed(
        Error::make(ErrorCode::Conflict, Words::tr("Cannot sign in. The servers point at each other in a circle."))));
  }
  const RedirectTarget target = redirectTarget(response);
  request_.host = target.host;
  request_.port = target.port;
  request_.tls = target.tls || askedFor_.tls;  // a redirect never takes the encryption away
  flow_->handle(SignInEventKind::Redirected);
}

void ConnectSteps::provision(const StepDone& done) {
  provisioning_.subscribe(provisioningTopic(),
                          [this, done](const Result<QByteArray>& document, const Sip::Response& response) {
                            if (document) return done(choosePool(*document));
                            poolUri_.clear();
                            const bool lookUp = !request_.lookupUri.isEmpty() && !response.local;
                            if (lookUp) return done(StepResult::skipped(Words::tr("the chat service is looked up")));
                            done(StepResult::failed(signInError(SignInStep::Provisioning, response)));
                          });
}

StepResult ConnectSteps::choosePool(const QByteArray& document) {
  poolUri_.clear();
  const auto read = Signin::ProvisioningDocument::parse(document);
  if (!read) return StepResult::failed(stepError(SignInStep::Provisioning, read.error()));
  const auto chat = read->persistentChat();
  if (chat && chat->enabled == false) return StepResult::failed(chatDisabledError());
  if (chat && !chat->poolsInOrder().isEmpty()) {
    poolUri_ = chat->poolsInOrder().first();
    return StepResult::done(QString::fromUtf8(poolUri_));
  }
  if (request_.lookupUri.isEmpty()) return StepResult::failed(noPoolError());
  return StepResult::done(Words::tr("the chat service is looked up"));
}

void ConnectSteps::followRoaming(const StepDone& done) {
  roaming_.subscribe(roamingTopic(), [this, done](const Result<QByteArray>& document, const Sip::Response& response) {
    if (!document) return done(StepResult::failed(signInError(SignInStep::RoamingSelf, response)));
    followed_.apply(*document, true);
    done(StepResult::done(Words::tr("%n rooms followed", nullptr, static_cast<int>(followed_.rooms().size()))));
  });
}

void ConnectSteps::openSession(const StepDone& done) {
  if (poolUri_.isEmpty()) return lookUpPool(done);
  invite(poolUri_, done);
}

// OCS 2007 R2: a lookup service names the server to use (xccos 3.1, 7.2).
void ConnectSteps::lookUpPool(const StepDone& done) {
  invite(request_.lookupUri, [this, done](const StepResult& opened) {
    if (opened.kind != SignInEventKind::StepDone) return done(opened);
    session_.ask<Xccos::RequestUriReply>(
        Xccos::RequestUri{}, lifetime_.guard([this, done](const Result<Xccos::RequestUriReply>& reply) {
          session_.bye();
          if (!reply) return done(StepResult::failed(stepError(SignInStep::OpenSession, reply.error())));
          if (reply->uri.isEmpty()) return done(StepResult::failed(noPoolError()));
          invite(reply->uri, done);
        }));
  });
}

void ConnectSteps::invite(const QByteArray& poolUri, const StepDone& done) {
  session_.open(poolUri, registrar_.keepAliveMs(), lifetime_.guard([poolUri, done](const Sip::Response& response) {
    if (response.isSuccess()) return done(StepResult::done(QString::fromUtf8(poolUri)));
    done(StepResult::failed(signInError(SignInStep::OpenSession, response)));
  }));
}

}  // namespace Parlour::Core
