// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include "server-sim/frontend/LoadSettings.h"

namespace Parlour::Server {

// Which status carries the Digest challenge. Auto: 407 with MD5 for pidgin-sipe, which takes no other form
// (pidgin-sipe 2.3), 401 with SHA-256 and MD5 for everybody else.
enum class ChallengeForm { Auto, Unauthorized401, ProxyAuthentication407 };

// Settings of registrar, provisioning, presence and chat dialogs.
struct FrontEndSettings {
  QByteArray domain;
  QByteArray poolUri;                 // announced by provisioning, accepted by INVITE
  QByteArray lookupUri;               // "sip:ocschat@domain" (xccos 3.1)
  QByteArray aliasUri;                // a friendlier address that administrators give out; may be empty
  QByteArray hostName = "localhost";  // source of ms-diagnostics, targetname
  QByteArray webManagerUrl;           // may be empty
  bool openSignIn = false;            // no challenge; demo on loopback only
  ChallengeForm challenge = ChallengeForm::Auto;
  int registrationSeconds = 7'200;
  int endpointsPerUser = 8;
  int keepAliveSeconds = 300;
  int subscriptionSeconds = 28'800;
  int sessionExpiresSeconds = 1'800;
  int roomSettingsPerUser = 250;
  int lockOutFailures = 5;             // of one user from one address
  int lockOutFailuresPerAddress = 50;  // of all users from one address
  int lockOutSeconds = 60;
  int maxSessions = 16'000;
  int maxUnansweredInfos = 256;              // per dialog; beyond it the session is ended (sofia-sip 4)
  int maxUnansweredBytes = 4 * 1024 * 1024;  // the same, in bytes of bodies
  LoadSettings load;
};

}  // namespace Parlour::Server
