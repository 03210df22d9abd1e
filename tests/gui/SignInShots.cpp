// SPDX-License-Identifier: Apache-2.0
#include "app/ui/signin/SignInWindow.h"
#include "tests/gui/Screenshots.h"

namespace Parlour::Gui {

namespace {

Ui::SignInRequest sampleRequest(bool automatic) {
  Ui::SignInRequest request;
  request.address = QStringLiteral("priya.raman@northgate.example");
  request.password = QStringLiteral("invented-pwd");
  request.findAutomatically = automatic;
  request.host = QStringLiteral("fe01.northgate.example");
  request.port = 5061;
  return request;
}

}  // namespace

void shootSignIn(Screenshots& shots) {
  Ui::SignInWindow window(shots.themes());
  window.setRequest(sampleRequest(true));
  shots.save(window, QStringLiteral("04-signin"));
  window.showStep(QStringLiteral("Connecting to fe01.northgate.example"));
  shots.save(window, QStringLiteral("04-signin-step"));
  window.setRequest(sampleRequest(false));
  window.showIdle();
  shots.save(window, QStringLiteral("04-signin-address"));
  window.showError(QStringLiteral("Cannot reach fe01.northgate.example"),
                   QStringLiteral("Port 5061 refused the connection. Either the server is stopped or this is not its "
                                  "TLS port."),
                   QStringLiteral("Check the port, or choose “Find automatically”."), QStringLiteral("connect: 111"));
  window.markServerInvalid();
  shots.save(window, QStringLiteral("04-signin-error"));
}

}  // namespace Parlour::Gui
