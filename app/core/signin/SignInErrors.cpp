// SPDX-License-Identifier: Apache-2.0
#include "app/core/signin/SignInErrors.h"

#include "app/core/Words.h"
#include "app/core/session/SipErrors.h"
#include "protocol/signin/Diagnostics.h"

namespace Parlour::Core {

namespace {

constexpr int kHandshakeFailed = 1000;
constexpr int kUserDisabled = 4141;

int errorIdOf(const Sip::Response& response) {
  for (const char* name : {"ms-diagnostics", "ms-diagnostics-public"}) {
    if (const auto read = Signin::Diagnostics::parse(response.headers.value(name))) return read->errorId;
  }
  return 0;
}

Error wrongPassword(const Error& base) {
  Error error = base;
  error.code = ErrorCode::Unauthorized;
  error.text = Words::tr("Cannot sign in. The server did not accept the password.");
  return error;
}

Error refineRegister(const Sip::Response& response, Error error, bool credentialsSent) {
  const int errorId = errorIdOf(response);
  if (error.code == ErrorCode::Unauthorized) return wrongPassword(error);
  if (response.status == 403) {
    const bool otherReason = errorId != 0 && errorId != kHandshakeFailed;
    if (errorId == kUserDisabled) error.code = ErrorCode::Disabled;
    if (errorId == kHandshakeFailed || (credentialsSent && !otherReason)) return wrongPassword(error);
  }
  if (response.status == 404 && errorId == 0) {
    error.text = Words::tr("Cannot sign in. The server does not serve this address.");
  }
  return error;
}

Error refineSession(const Sip::Response& response, Error error) {
  switch (response.status) {
    case 403:
      error.text = Words::tr("Cannot open the chat session. You are not permitted to use chat rooms here.");
      break;
    case 404:
      error.text = Words::tr("Cannot open the chat session. The chat pool does not exist.");
      break;
    case 480:
      error.text = Words::tr("Cannot open the chat session. The chat service is not running.");
      break;
    case 488:
      error.text = Words::tr("Cannot open the chat session. The server refused this kind of session.");
      break;
    default:
      break;
  }
  return error;
}

}  // namespace

Error signInError(SignInStep step, const Sip::Response& response, bool credentialsSent) {
  Error error = responseError(response, Words::stepFailed(step));
  if (response.status == 504 && !response.local) {
    error.text = Words::tr("%1 The server cannot reach the home of your account.").arg(Words::stepFailed(step));
  }
  if (step == SignInStep::Register) return refineRegister(response, error, credentialsSent);
  if (step == SignInStep::OpenSession && response.diagnosticsReason().isEmpty()) return refineSession(response, error);
  return error;
}

Error chatDisabledError() {
  return Error::make(ErrorCode::Disabled, Words::tr("Persistent chat is switched off for your account."),
                     QStringLiteral("EnablePersistentChat=false"));
}

Error noPoolError() {
  return Error::make(ErrorCode::NotFound, Words::tr("The server has no chat service for your account."),
                     QStringLiteral("no persistentChatConfiguration, no lookup address"));
}

Error notPermittedError() {
  return Error::make(ErrorCode::PermissionDenied,
                     Words::tr("The chat service ended the session. You are not permitted to use chat rooms here."),
                     QStringLiteral("BYE before the first reply"));
}

RedirectTarget redirectTarget(const Sip::Response& response) {
  RedirectTarget target;
  const auto contact = Sip::NameAddress::parse(response.headers.value("Contact"));
  if (!contact || !contact->uri.toLower().startsWith("sip:")) return target;
  const QList<QByteArray> parts = contact->uri.mid(4).split(';');
  QByteArray host = parts.first().mid(parts.first().indexOf('@') + 1);
  const qsizetype bracket = host.lastIndexOf(']');
  const qsizetype colon = host.indexOf(':', bracket < 0 ? 0 : bracket);
  if (colon >= 0) {
    target.port = host.mid(colon + 1).toUShort();
    host.truncate(colon);
  }
  if (host.startsWith('[')) host = host.mid(1, host.indexOf(']') - 1);
  target.host = QString::fromLatin1(host);
  for (const QByteArray& parameter : parts) {
    if (parameter.toLower() == "transport=tcp") target.tls = false;
  }
  return target;
}

}  // namespace Parlour::Core
