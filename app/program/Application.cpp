// SPDX-License-Identifier: Apache-2.0
#include "app/program/Application.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QMessageBox>
#include <QPushButton>
#include <QSysInfo>

#include "app/platform/keychain/Keychain.h"
#include "app/program/Account.h"
#include "app/ui/mainwindow/MainActions.h"
#include "protocol/sip/sofia/ThreadedTransport.h"

namespace Parlour::Program {

Application::Application(const ProgramOptions& options)
    : trace_(clock_),
      settings_(options.profileDir + QStringLiteral("/windows.ini"), QSettings::IniFormat),
      wireModel_(clock_),
      secrets_(std::make_unique<Platform::Keychain>(QStringLiteral("Parlour/") + options.profile)),
      autostart_(Platform::Autostart::autostartFolder(), options.profile, QCoreApplication::applicationFilePath()),
      signIn_(themes_),
      memory_(settings_, *secrets_),
      demoFaults_(options.demoFaults) {
  pendingLink_ = options.link;
  wireModel_.attach(trace_);
}

Application::~Application() {
  leaving_ = true;
  wire_.reset();
  main_.reset();
  desktop_.reset();
  preferences_.reset();
  client_.reset();
}

Result<std::unique_ptr<Application>> Application::create(const ProgramOptions& options) {
  QDir().mkpath(options.profileDir);
  std::unique_ptr<Application> application(new Application(options));
  if (const auto made = application->makeClient(options); !made) return made.error();
  application->connectSignIn();
  application->connectPreferences(options);
  return application;
}

Status Application::makeClient(const ProgramOptions& options) {
  Sip::SofiaOptions sofia;
  sofia.trace = &trace_;
  auto transport = Sip::ThreadedTransport::create(this, sofia);
  if (!transport) return transport.error();
  Core::RealEnvironmentOptions real;
  real.settingsFile = accountFile(options);
  real.outboxDirectory = options.profileDir;
  real.cacheDirectory = options.cacheDir;
  real.trustDirectory = options.profileDir + QStringLiteral("/trust");
  real.askAboutCertificate = [this](const auto& question, const auto& decide) {
    askAboutCertificate(question, decide);
  };
  auto environment = Core::makeRealEnvironment(std::move(*transport), &trace_, real);
  environment.makePreview = [this](const QString& path, const Ui::PictureReader::MadePreview& made) {
    pictures_.makePreview(path, made);
  };
  environment.computerName = (QSysInfo::machineHostName() + QLatin1Char('/') + options.profile).toUtf8();
  client_ = std::make_unique<Core::Client>(std::move(environment));
  return success();
}

void Application::connectSignIn() {
  connect(&signIn_, &Ui::SignInWindow::signInRequested, this, &Application::signIn);
  connect(&signIn_, &Ui::SignInWindow::startDemoRequested, this, &Application::startDemo);
  connect(&signIn_, &Ui::SignInWindow::wireViewRequested, this, &Application::showWireView);
  connect(&signIn_, &Ui::SignInWindow::cancelRequested, this, [this] {
    leaving_ = true;
    client_->signOut();
    signIn_.showIdle();
  });
  connect(&memory_, &SignInMemory::passwordRead, this, &Application::passwordRead);
  connect(&memory_, &SignInMemory::keychainMissing, &signIn_, [this] { signIn_.setPasswordKept(false); });
  connect(client_.get(), &Core::Client::signedIn, &memory_, &SignInMemory::signedIn);
  connect(client_.get(), &Core::Client::statusChanged, this, &Application::statusChanged);
  connect(client_.get(), &Core::Client::signedIn, this, &Application::showMain);
  connect(client_.get(), &Core::Client::signedOut, this, &Application::backToSignIn);
}

void Application::start() {
  signIn_.setRequest(rememberedRequest(settings_));
  signIn_.show();
  memory_.load();
}

// The person may have been faster than the keychain.
void Application::passwordRead(const QString& password) {
  const Ui::SignInRequest remembered = rememberedRequest(settings_);
  const Ui::SignInRequest typed = signIn_.request();
  const bool untouched = typed.password.isEmpty() && typed.address == remembered.address;
  if (!untouched || demo_ || client_->status().state != Core::ConnectionState::SignedOut) return;
  Ui::SignInRequest request = remembered;
  request.password = password;
  signIn_.setRequest(request);
  if (client_->preferences().general().signInAtStart) signIn(request);
}

void Application::signIn(const Ui::SignInRequest& request) {
  const auto core = toCoreRequest(request);
  if (!core) return showError(core.error(), tr("Use the form name@company.com."));
  remember(settings_, request);
  memory_.signingIn(request);
  leaving_ = false;
  client_->signIn(*core);
}

void Application::startDemo() {
  signIn_.showStep(tr("Starting the demo server"));
  demo_ = std::make_unique<Platform::DemoServer>();
  connect(demo_.get(), &Platform::DemoServer::ready, this, &Application::signInToDemo);
  connect(demo_.get(), &Platform::DemoServer::failed, this, [this](const Error& error) {
    showError(error, tr("Install parlour-server on this computer, or sign in to another server."));
  });
  demo_->start(demoFaults_);
}

void Application::signInToDemo(quint16 port) {
  Core::SignInRequest request;
  request.address = SipUri::fromTrusted(Platform::DemoServer::demoUser().toUtf8());
  request.host = QStringLiteral("127.0.0.1");
  request.port = port;
  request.tls = false;
  memory_.signingIn(std::nullopt);
  leaving_ = false;
  client_->signIn(request);
}

void Application::statusChanged() {
  if (main_ && main_->window().isVisible()) return;  // the main window shows its own state
  const auto& status = client_->status();
  if (status.state == Core::ConnectionState::SigningIn) return signIn_.showStep(status.step);
  // The server cannot be reached now: there are the rooms of the last time to read until it can.
  if (status.retryInMs >= 0 && !client_->rooms().isEmpty() && !leaving_) return showMain();
  if (status.error && !leaving_) showError(*status.error, status.advice);
}

void Application::showError(const Error& error, const QString& advice) {
  const QString title = error.text.section(QStringLiteral(". "), 0, 0);
  QString cause = error.text.section(QStringLiteral(". "), 1);
  signIn_.showError(title.endsWith(QLatin1Char('.')) ? title.chopped(1) : title, cause, advice, error.detail);
}

void Application::showMain() {
  if (!main_) connectMain();
  if (demo_) suggestDemoRooms();
  signIn_.hide();
  signIn_.showIdle();
  main_->window().show();
  if (const auto link = std::exchange(pendingLink_, std::nullopt)) openLink(*link);
  Q_EMIT mainWindowShown();
}

void Application::connectMain() {
  main_ = std::make_unique<Ui::MainController>(*client_, themes_, settings_);
  desktop_ = std::make_unique<DesktopAttention>(clock_, client_->preferences(), themes_);
  connect(desktop_.get(), &DesktopAttention::quitRequested, qApp, &QApplication::quit);
  desktop_->bind(*main_);
  connect(main_.get(), &Ui::MainController::wireViewRequested, this, &Application::showWireView);
  connect(main_.get(), &Ui::MainController::signOutRequested, this, [this] {
    leaving_ = true;
    client_->signOut();
  });
  connect(main_.get(), &Ui::MainController::signInAgainRequested, this, &Application::backToSignIn);
  connect(main_.get(), &Ui::MainController::quitRequested, qApp, &QApplication::quit);
  connect(main_.get(), &Ui::MainController::preferencesRequested, this,
          [this] { preferences_->show(&main_->window()); });
  const Ui::MainActions& commands = *main_->window().commands();
  connect(commands.largerText, &QAction::triggered, this, [this] { preferences_->zoom(1); });
  connect(commands.smallerText, &QAction::triggered, this, [this] { preferences_->zoom(-1); });
  connect(commands.normalText, &QAction::triggered, this, [this] { preferences_->zoom(0); });
}

void Application::raise() {
  QWidget* window = main_ && main_->window().isVisible() ? static_cast<QWidget*>(&main_->window()) : &signIn_;
  if (main_ && !signIn_.isVisible()) window = &main_->window();
  window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
  window->show();
  window->raise();
  window->activateWindow();
}

void Application::openLink(const Core::RoomLink& link) {
  const auto state = client_->status().state;
  if (!main_ || state == Core::ConnectionState::SignedOut || state == Core::ConnectionState::SigningIn) {
    pendingLink_ = link;
  } else if (link.message != 0) {
    main_->showMessage(link.room, link.message);
  } else {
    main_->openRoom(link.room, true);
  }
}

void Application::suggestDemoRooms() {
  Core::RoomSearchQuery query;
  client_->searchRooms(query).then(this, [this](const Result<Core::RoomSearchResult>& found) {
    if (!found || !main_) return;
    QList<QPair<Core::RoomSummary, QString>> rooms;
    for (const auto& room : found->rooms) {
      if (rooms.size() == 4) break;
      if (room.privacy == Core::Privacy::Open && !client_->room(room.uri)) rooms.append({room, room.description});
    }
    main_->suggestRooms(tr("The demo server has rooms with people posting in them. Open one, or find it by name."),
                        rooms);
  });
}

void Application::backToSignIn() {
  if (main_) main_->hideWindows();
  signIn_.showIdle();
  signIn_.show();
}

void Application::showWireView() {
  if (!wire_) wire_ = std::make_unique<Ui::WireWindow>(themes_, wireModel_);
  wire_->setServerName(client_->serverName());
  wire_->show();
  wire_->raise();
  wire_->activateWindow();
}

void Application::askAboutCertificate(const Core::CertificateQuestion& question,
                                      const Core::CertificateDecision& decide) {
  auto* box =
      new QMessageBox(QMessageBox::Question, tr("Trust this server?"),
                      tr("%1 is not known on this computer.").arg(question.server), QMessageBox::NoButton, &signIn_);
  box->setAttribute(Qt::WA_DeleteOnClose);
  QStringList lines{question.reason};
  if (question.changed) lines.append(tr("It showed another certificate before. Ask its administrator."));
  lines.append(tr("Fingerprint (SHA-256): %1").arg(question.fingerprint));
  box->setInformativeText(lines.join(QLatin1Char('\n')));
  QAbstractButton* trust = box->addButton(tr("Trust"), QMessageBox::AcceptRole);
  box->setDefaultButton(box->addButton(QMessageBox::Cancel));
  connect(box, &QMessageBox::finished, this, [box, trust, decide] { decide(box->clickedButton() == trust); });
  box->open();
}

}  // namespace Parlour::Program
