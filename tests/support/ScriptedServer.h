// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMap>
#include <QStringList>

#include "protocol/signin/PresenceDocument.h"
#include "protocol/signin/Provisioning.h"
#include "protocol/sip/Dialog.h"
#include "tests/support/FakeSipTransport.h"
#include "tests/support/ScriptedRooms.h"

namespace Parlour::Testing {

// The other end of a FakeSipTransport: a front end that signs one client in and carries its chat session, unless the
// test plans something else for the next request of a kind. Writes down everything it receives, one line a
// request ("REGISTER", "SUBSCRIBE provisioning", "INFO cmd:join"), so that a test can demand exactly this.
class ScriptedServer {
 public:
  ScriptedServer(FakeSipTransport& transport, ScriptedRooms& rooms, const Clock& clock);

  // What the next request of this line gets instead of the ordinary answer; status 0 keeps it unanswered.
  void plan(const QString& line, const Sip::Response& response) { plans_[line].append(response); }
  void plan(const QString& line, int status, const Sip::Headers& headers = {});
  QStringList takeTranscript() { return std::exchange(transcript_, {}); }
  const QStringList& transcript() const { return transcript_; }

  void sendBye();
  void sendInDialog(const QByteArray& method, const QByteArray& body = {});
  // Someone else publishes: the document changes, and the client hears of it.
  void publishElsewhere(const Signin::PublishRequest& request, const QByteArray& method = "BENOTIFY");
  void notify(const QByteArray& method, const QByteArray& body, const Sip::Headers& extra = {});
  // Somebody's availability changes, and the client hears of it when it watches.
  void tellAvailability(const SipUri& user, quint32 availability);
  void forgetSession();  // as after a restart: the dialog is unknown from now on

  // How the ordinary answers look.
  QByteArray password;  // empty: no challenge
  int challengeStatus = 401;
  int registerExpires = 7200;
  std::optional<bool> chatEnabled = true;  // nullopt: no such group in the document
  QByteArray poolUri = "sip:GC-1-PersistentChatService-4@orchard.example";
  bool piggyback = true;
  int sessionExpires = 1800;
  QByteArray chatSupports;  // what the 200 to the INVITE names in Supported; empty: nothing
  bool answersPublishWithBody = true;
  bool takesPresenceLists = true;
  QMap<SipUri, quint32> availability;  // of others, as their watchers are told

  Signin::PresenceDocument presence;
  QList<int> answersOfClient;  // statuses to what this side sent in the dialog
  QList<Sip::Request> received;

 private:
  using Answer = FakeSipTransport::Answer;
  void receive(const Sip::Request& request, const Answer& answer);
  QString lineFor(const Sip::Request& request);
  void serve(const Sip::Request& request, const Answer& answer);
  Sip::Response ok(const Sip::Request& request, const Sip::Headers& headers = {}, const QByteArray& body = {}) const;
  void serveRegister(const Sip::Request& request, const Answer& answer);
  void serveSubscribe(const Sip::Request& request, const Answer& answer);
  void servePresenceList(const Sip::Request& request, const Answer& answer);
  void serveInvite(const Sip::Request& request, const Answer& answer);
  void serveService(const Sip::Request& request, const Answer& answer);
  QByteArray provisioningDocument() const;
  QByteArray roamingDocument(const QStringList& names) const;
  bool credentialsFit(const Sip::Request& request) const;

  FakeSipTransport& transport_;
  ScriptedRooms& rooms_;
  const Clock& clock_;
  QMap<QString, QList<Sip::Response>> plans_;
  QStringList transcript_;
  Sip::Dialog dialog_;
  Sip::Dialog roaming_;
  Sip::Dialog presenceList_;
  SipUri user_;
};

}  // namespace Parlour::Testing
