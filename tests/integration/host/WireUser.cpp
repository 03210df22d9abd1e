// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/host/WireUser.h"

#include <QElapsedTimer>
#include <QTest>

#include "protocol/signin/EndpointIdentity.h"
#include "tests/integration/host/TestEnvironment.h"

namespace Parlour::Tests {
namespace {

constexpr int kAnswerMs = 10'000;

// As QTest::qWaitFor, which looks only every 10 ms; these tests wait some thousand times.
bool waitUntil(const std::function<bool()>& done) {
  QElapsedTimer timer;
  timer.start();
  while (!done() && timer.elapsed() < kAnswerMs) QTest::qWait(1);
  return done();
}

}  // namespace

WireUser::WireUser(const QByteArray& address)
    : address_(address),
      trace_(std::make_unique<Sip::TraceBuffer>(clock_)),
      context_(std::make_unique<QObject>()),
      services_(std::make_unique<Core::ClientServices>(
          makeTestEnvironment(context_.get(), trace_.get(), profile_, "wire", [] { return false; }))) {
  Core::ClientServices& s = *services_;
  s.rooms.onAdded = [](Core::Room*) {};
  s.rooms.onRemoved = [](const RoomUri&) {};
  s.rooms.onReordered = [] {};
  s.invitations.onChanged = [] {};
  s.updates.onMessage = [](Core::Room&, const Core::Message&) {};
  s.roomSteps.onLimits = [] {};
  s.flow.onStep = [&s](const Core::StepProgress&) { s.keeper.stepChanged(); };
  s.keeper.onStatus = [] {};
  s.keeper.onSignedIn = [](bool) {};
}

WireUser::~WireUser() = default;

bool WireUser::signIn(quint16 port) {
  Core::SignInRequest request;
  request.address = SipUri::fromTrusted(address_);
  request.host = QStringLiteral("127.0.0.1");
  request.port = port;
  request.tls = false;
  Core::Identity identity;
  identity.user = request.address;
  identity.epid = Signin::makeEpid(request.address, "wire", "parlour");
  identity.instance = Signin::instanceFromEpid(identity.epid);
  identity.userAgent = services_->environment.userAgent;
  services_->account.me = request.address;
  services_->link.setIdentity(identity);
  services_->connectSteps.setRequest(request);
  services_->keeper.start();
  const auto state = [this] { return services_->keeper.status().state; };
  const bool settled = waitUntil([&] { return state() != Core::ConnectionState::SigningIn; });
  return settled && state() == Core::ConnectionState::Connected;
}

Result<Xccos::Reply> WireUser::ask(const Xccos::Command& command) {
  auto answer = std::make_shared<std::optional<Result<Xccos::Reply>>>();
  services_->session.ask(
      command, Core::RequestTable::OnReply([answer](const Result<Xccos::Reply>& reply) { answer->emplace(reply); }));
  if (!waitUntil([&] { return answer->has_value(); })) {
    return Error::make(ErrorCode::Timeout, QStringLiteral("no answer in the test's time"));
  }
  return **answer;
}

int WireUser::codeOf(const Xccos::Command& command) {
  const auto reply = ask(command);
  return reply ? Xccos::headerOf(*reply).code : 0;
}

int WireUser::post(const RoomUri& room, const QByteArray& text) {
  auto code = std::make_shared<int>(0);
  const EnvId envId = ++lastPost_;
  Xccos::ChatMessage message;
  message.chanUri = room;
  message.author = SipUri::fromTrusted(address_);
  message.ts = clock_.now();
  message.chat = text;
  services_->session.onPostRefused = [code](EnvId, const Error& error) { *code = error.wireCode; };
  services_->session.onChat = [code, text, this](const Xccos::ChatMessage& chat, EnvId) {
    if (chat.author.bytes() == address_ && chat.chat == text) *code = 200;
  };
  services_->session.post(envId, message, [](const Status&) {});
  return waitUntil([&] { return *code != 0; }) ? *code : 0;
}

}  // namespace Parlour::Tests
