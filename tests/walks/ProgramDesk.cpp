// SPDX-License-Identifier: Apache-2.0
#include "tests/walks/ProgramDesk.h"

#include <QTest>

namespace Parlour::Tests {

ProgramDesk::ProgramDesk() = default;
ProgramDesk::~ProgramDesk() = default;

QByteArray walkOrganisation() {
  return R"({
  "domain": "orchard.example", "name": "Orchard",
  "users": [
    {"address": "ada", "name": "Ada Quince", "password": "pw-ada"},
    {"address": "bo", "name": "Bo Medlar", "password": "pw-bo"},
    {"address": "cy", "name": "Cy Sorb", "password": "pw-cy"}],
  "categories": [
    {"name": "Sea", "allowed": ["everyone"], "creators": ["ada"], "history": true, "invitations": true}],
  "rooms": [
    {"name": "Tide tables", "description": "When the boats can leave", "category": "Sea", "privacy": "open"},
    {"name": "Fish prices", "description": "What the market pays", "category": "Sea", "privacy": "open"},
    {"name": "Boat yard", "category": "Sea", "privacy": "closed", "members": ["ada", "bo"], "managers": ["ada"]},
    {"name": "Town hall", "type": "auditorium", "category": "Sea", "privacy": "closed", "members": ["ada", "bo"], "presenters": ["bo"], "managers": ["bo"]},
    {"name": "Harbour board", "category": "Sea", "privacy": "closed", "members": ["bo"], "managers": ["bo"]}]})";
}

void ProgramDesk::startProgram(const QByteArray& organisation) {
  server_ = std::make_unique<ServerHost>(organisation);
  server_->config().web.listen = QStringLiteral("127.0.0.1:0");
  const auto started = server_->start();
  QVERIFY2(started.ok(), started.ok() ? "" : qPrintable(started.error().text));
  profile_ = std::make_unique<QTemporaryDir>();
  QVERIFY(profile_->isValid());
  // Nothing of a walk, not even a random one, reaches what belongs to a person.
  for (const char* place : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"}) {
    qputenv(place, profile_->path().toUtf8());
  }
  Program::ProgramOptions options;
  options.profile = QStringLiteral("walk");
  options.profileDir = profile_->filePath(QStringLiteral("profile"));
  options.cacheDir = profile_->filePath(QStringLiteral("cache"));
  options.scheme = Ui::ColorScheme::Light;
  auto program = Program::Application::create(options);
  QVERIFY(program.ok());
  program_ = std::move(*program);
  program_->client().preferences().change(&Core::StoragePreferences::downloadFolder,
                                          profile_->filePath(QStringLiteral("downloads")));
  walker_ = std::make_unique<Walker>();
  program_->start();
  QVERIFY(QTest::qWaitForWindowActive(&program_->signInWindow()));
}

void ProgramDesk::endProgram() {
  walker_.reset();
  program_.reset();
  server_.reset();
  profile_.reset();
}

void ProgramDesk::signInAs(const QString& address, const QString& password) {
  QVERIFY(walker_->tabTo(QStringLiteral("Sign-in address")));
  walker_->press(Qt::Key_A, Qt::ControlModifier);
  walker_->type(address);
  walker_->press(Qt::Key_Tab);
  QCOMPARE(walker_->heard(), QStringLiteral("Password"));
  walker_->type(password);
  QVERIFY(walker_->tabTo(QStringLiteral("Find automatically")));
  walker_->press(Qt::Key_Right);
  QCOMPARE(walker_->heard(), QStringLiteral("Enter address"));
  QVERIFY(walker_->tabTo(QStringLiteral("Server address")));
  walker_->type(QStringLiteral("127.0.0.1"));
  QVERIFY(walker_->tabTo(QStringLiteral("Port")));
  walker_->press(Qt::Key_A, Qt::ControlModifier);
  walker_->type(QString::number(server_->port()));
  QVERIFY(walker_->tabTo(QStringLiteral("Transport")));
  walker_->press(Qt::Key_Down);
  QVERIFY(walker_->tabTo(QStringLiteral("Remember me")));
  walker_->press(Qt::Key_Space);
  walker_->press(Qt::Key_Tab);
  QVERIFY2(walker_->heard() == QStringLiteral("Sign in") || walker_->heard() == QStringLiteral("Try again"),
           qPrintable(walker_->heard()));
  walker_->press(Qt::Key_Return);
  QTRY_VERIFY_WITH_TIMEOUT(program_->mainController() && window().isVisible(), 20'000);
  QVERIFY(QTest::qWaitForWindowActive(&window()));
}

std::unique_ptr<ClientHost> ProgramDesk::guest(const char* user) {
  auto host = std::make_unique<ClientHost>("laptop");
  host->signIn(QByteArray("sip:") + user + "@orchard.example", server_->port(),
               QStringLiteral("pw-") + QLatin1String(user));
  [&] { QTRY_VERIFY_WITH_TIMEOUT(host->isSignedIn(), 10'000); }();
  return host;
}

Core::Room* ProgramDesk::room(const QString& name) {
  for (Core::Room* room : program_->client().rooms()) {
    if (room->summary().name == name) return room;
  }
  return nullptr;
}

}  // namespace Parlour::Tests
