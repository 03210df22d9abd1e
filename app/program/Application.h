// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QSettings>
#include <memory>

#include "app/core/Client.h"
#include "app/core/RealEnvironment.h"
#include "app/models/wire/WireModel.h"
#include "app/platform/DemoServer.h"
#include "app/program/DesktopAttention.h"
#include "app/program/ProgramOptions.h"
#include "app/ui/files/PictureReader.h"
#include "app/ui/mainwindow/MainController.h"
#include "app/ui/signin/SignInWindow.h"
#include "app/ui/wire/WireWindow.h"

namespace Parlour::Program {

// The object graph of the desktop client and the way between its windows: sign-in, main window, Wire view.
// One for the life of the program; GUI thread.
class Application : public QObject {
  Q_OBJECT

 public:
  static Result<std::unique_ptr<Application>> create(const ProgramOptions& options);
  ~Application() override;

  void start();
  void startDemo();
  void showWireView();

  Core::Client& client() { return *client_; }
  Ui::ThemeManager& themes() { return themes_; }
  Ui::SignInWindow& signInWindow() { return signIn_; }
  Ui::MainController* mainController() { return main_.get(); }  // null before the first sign-in
  Ui::WireWindow* wireWindow() { return wire_.get(); }
  Platform::DemoServer* demoServer() { return demo_.get(); }

 Q_SIGNALS:
  void mainWindowShown();

 private:
  explicit Application(const ProgramOptions& options);
  Status makeClient(const ProgramOptions& options);
  void connectSignIn();
  void connectMain();
  void signIn(const Ui::SignInRequest& request);
  void signInToDemo(quint16 port);
  void statusChanged();
  void showError(const Error& error, const QString& advice);
  void showMain();
  void suggestDemoRooms();
  void backToSignIn();
  void askAboutCertificate(const Core::CertificateQuestion& question, const Core::CertificateDecision& decide);

  SystemClock clock_;
  Sip::TraceBuffer trace_;
  QSettings settings_;
  Ui::ThemeManager themes_;
  Models::WireModel wireModel_;
  Ui::PictureReader pictures_;
  std::unique_ptr<Core::Client> client_;
  Ui::SignInWindow signIn_;
  std::unique_ptr<DesktopAttention> desktop_;
  std::unique_ptr<Ui::MainController> main_;
  std::unique_ptr<Ui::WireWindow> wire_;
  const QStringList demoFaults_;
  std::unique_ptr<Platform::DemoServer> demo_;
  bool leaving_ = false;  // the person signed out or quits: no error is shown
};

}  // namespace Parlour::Program
