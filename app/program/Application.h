// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QSettings>
#include <memory>

#include "app/core/Client.h"
#include "app/core/RealEnvironment.h"
#include "app/core/rooms/RoomLink.h"
#include "app/models/wire/WireModel.h"
#include "app/platform/DemoServer.h"
#include "app/platform/autostart/Autostart.h"
#include "app/platform/keychain/SecretStore.h"
#include "app/program/DesktopAttention.h"
#include "app/program/ProgramOptions.h"
#include "app/program/SignInMemory.h"
#include "app/ui/files/PictureReader.h"
#include "app/ui/mainwindow/MainController.h"
#include "app/ui/preferences/PreferencesController.h"
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

  // Shows the sign-in window, or signs in with what is remembered when the person chose that.
  void start();
  void startDemo();
  void showWireView();
  // Brings a window to the front.
  void raise();
  // At once when signed in, otherwise as soon as that is done.
  void openLink(const Core::RoomLink& link);

  Core::Client& client() { return *client_; }
  Ui::ThemeManager& themes() { return themes_; }
  Ui::SignInWindow& signInWindow() { return signIn_; }
  Ui::MainController* mainController() { return main_.get(); }  // null before the first sign-in
  Ui::WireWindow* wireWindow() { return wire_.get(); }
  Platform::DemoServer* demoServer() { return demo_.get(); }
  Ui::PreferencesController& preferences() { return *preferences_; }

 Q_SIGNALS:
  void mainWindowShown();

 private:
  explicit Application(const ProgramOptions& options);
  Status makeClient(const ProgramOptions& options);
  void connectSignIn();
  void connectMain();
  void connectPreferences(const ProgramOptions& options);
  Ui::PreferencesActions preferencesActions();
  void applyAutostart();
  void measureCache(const std::function<void(const Ui::CacheUsage&)>& done);
  void signIn(const Ui::SignInRequest& request);
  void passwordRead(const QString& password);
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
  std::unique_ptr<Ui::PreferencesController> preferences_;
  std::unique_ptr<Platform::SecretStore> secrets_;
  Platform::Autostart autostart_;
  Ui::SignInWindow signIn_;
  SignInMemory memory_;
  std::unique_ptr<DesktopAttention> desktop_;
  std::unique_ptr<Ui::MainController> main_;
  std::unique_ptr<Ui::WireWindow> wire_;
  const QStringList demoFaults_;
  std::unique_ptr<Platform::DemoServer> demo_;
  std::optional<Core::RoomLink> pendingLink_;
  bool leaving_ = false;  // the person signed out or quits: no error is shown
};

}  // namespace Parlour::Program
