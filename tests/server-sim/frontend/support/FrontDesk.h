// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/sip/Dialog.h"
#include "server-sim/frontend/FrontEnd.h"
#include "tests/server-sim/channel/support/Harbour.h"
#include "tests/server-sim/frontend/support/FakeTransport.h"
#include "tests/server-sim/frontend/support/SignInStore.h"

namespace Parlour::Server::Testing {

FrontEndSettings deskSettings();

// A whole front end over the people and rooms of the harbour, with store, clock and transport that do what the test
// says. Everybody's password is the name and "-pw".
class FrontDesk {
 public:
  explicit FrontDesk(const FrontEndSettings& settings = deskSettings(), ChannelSettings channel = Harbour::defaults(),
                     int extras = 0);

  // Hands the request in, lets the store answer and gives the response; status 0 when none came.
  Sip::Response ask(Sip::ConnectionId connection, const Sip::Request& request);
  void advanceSeconds(qint64 seconds);

  FakeClock clock;
  SignInStore store{clock, "orchard.example"};
  FakeTransport transport;
  FrontEnd frontEnd;
  ChannelService service;

 private:
  const Principal* find(const SipUri& user) const;
};

// One endpoint of a user on one connection, as Parlour's client would speak.
class Caller {
 public:
  Caller(FrontDesk& desk, const QByteArray& name, Sip::ConnectionId connection = 1,
         const QByteArray& epid = "5f1c2ab390");

  Sip::Request registration();
  Sip::Response signIn();  // REGISTER, answering the challenge
  Sip::Response signIn(const Sip::Request& request, const QByteArray& password);
  Sip::Response signOut();
  // The request once more, with the answer to that challenge.
  Sip::Request answering(const Sip::Response& challenge, const Sip::Request& request, const QByteArray& password);
  // A request outside dialogs to `to`; own address when empty.
  Sip::Request make(const QByteArray& method, const QByteArray& to = {});
  Sip::Request subscription(const QByteArray& event, const QByteArray& type, const QByteArray& body);
  Sip::Request publication(const QByteArray& publications);
  Sip::Request invitation(const QByteArray& uri);
  Sip::Response ask(const Sip::Request& request) { return desk_.ask(connection_, request); }

  // Invites the pool; `dialog` is the caller's side afterwards.
  Sip::Response invite();
  Sip::Response info(const QByteArray& body);
  Sip::Response command(const Xccos::Command& command);
  Sip::Response post(const QByteArray& room, const QByteArray& text);
  std::vector<FakeTransport::SentInfo> takeInfos() { return desk_.transport.takeInfos(dialog.callId()); }

  const QByteArray& address() const { return address_; }  // "sip:…"
  const QByteArray& password() const { return password_; }
  const QByteArray& instance() const { return instance_; }

  Sip::Dialog dialog;

 private:
  FrontDesk& desk_;
  QByteArray address_;
  QByteArray password_;
  QByteArray epid_;
  QByteArray instance_;
  Sip::ConnectionId connection_;
  QByteArray registerCallId_;
  int registerCSeq_ = 0;
  EnvId envId_ = 100;
};

}  // namespace Parlour::Server::Testing
