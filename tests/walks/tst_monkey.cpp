// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QDesktopServices>
#include <QTest>
#include <array>

#include "app/ui/composer/Composer.h"
#include "app/ui/composer/ComposerEdit.h"
#include "app/ui/mainwindow/RoomPage.h"
#include "tests/gui/GuiTest.h"
#include "tests/integration/host/Await.h"
#include "tests/walks/Monkey.h"
#include "tests/walks/ProgramDesk.h"

namespace tst_monkey {

using namespace Parlour;
using namespace Parlour::Tests;

namespace {

constexpr std::array kSchemes{"http", "https", "file", "ma-chan"};
constexpr qint64 kShortRunMs = 20'000;
const QString kTide = QStringLiteral("Tide tables");
const QString kYard = QStringLiteral("Boat yard");

// PARLOUR_MONKEY_SEEDS=1,2,3 and PARLOUR_MONKEY_SECONDS=600 (for each seed) make it long.
QList<quint32> seedsToRun() {
  QList<quint32> seeds;
  for (const QByteArray& seed : qgetenv("PARLOUR_MONKEY_SEEDS").split(',')) {
    if (!seed.trimmed().isEmpty()) seeds.append(seed.trimmed().toUInt());
  }
  return seeds.isEmpty() ? QList<quint32>{2013} : seeds;
}

qint64 timeToRunMs() {
  const int seconds = qEnvironmentVariableIntValue("PARLOUR_MONKEY_SECONDS");
  return seconds > 0 ? seconds * 1000LL : kShortRunMs;
}

}  // namespace

// Random clicking and typing in the whole program on the real server, while others post, come, go and ask.
class MonkeyTest : public QObject, private ProgramDesk {
  Q_OBJECT

 public:
  Q_INVOKABLE void swallow(const QUrl& /*link*/) {}

 private Q_SLOTS:
  void initTestCase();
  void cleanupTestCase();
  void cleanup();
  void survives_data();
  void survives();

 private:
  void addPeople(Monkey& monkey);
  void addSettings(Monkey& monkey);
  void backIn();
  void stillWorks();

  std::unique_ptr<ClientHost> bo_;
  std::unique_ptr<ClientHost> cy_;
};

void MonkeyTest::initTestCase() {
  for (const char* scheme : kSchemes) {
    QDesktopServices::setUrlHandler(QLatin1String(scheme), this, "swallow");
  }
  QGuiApplication::setQuitOnLastWindowClosed(false);
}

void MonkeyTest::cleanupTestCase() {
  for (const char* scheme : kSchemes) QDesktopServices::unsetUrlHandler(QLatin1String(scheme));
}

void MonkeyTest::cleanup() {
  bo_.reset();
  cy_.reset();
  endProgram();
}

void MonkeyTest::survives_data() {
  QTest::addColumn<quint32>("seed");
  for (const quint32 seed : seedsToRun()) QTest::addRow("seed %u", seed) << seed;
}

void MonkeyTest::addPeople(Monkey& monkey) {
  monkey.addDeed(QStringLiteral("bo posts"), 3, [this, &monkey] {
    for (const QString& name : {kTide, kYard}) {
      if (Core::Room* there = bo_->room(name)) {
        (*bo_)->post(there->uri(), monkey.words().trimmed() + QLatin1Char('.'), monkey.below(8) == 0);
      }
    }
  });
  monkey.addDeed(QStringLiteral("cy comes or goes"), 1, [this] {
    if (Core::Room* there = cy_->room(kTide)) {
      (*cy_)->close(there->uri());
    } else if (Core::Room* ours = bo_->room(kTide)) {
      (*cy_)->open(ours->uri());
    }
  });
  monkey.addDeed(QStringLiteral("bo is busy or not"), 1, [this, &monkey] {
    (*bo_)->setPresence(monkey.below(2) ? Core::Presence::Busy : Core::Presence::Available);
  });
}

void MonkeyTest::addSettings(Monkey& monkey) {
  monkey.addDeed(QStringLiteral("theme"), 1, [this, &monkey] {
    Core::Preferences& preferences = program_->client().preferences();
    if (monkey.below(2)) {
      preferences.change(&Core::AppearancePreferences::theme, static_cast<Core::ThemeChoice>(monkey.below(4)));
    } else {
      preferences.change(&Core::AppearancePreferences::textSize, static_cast<Core::TextSizeChoice>(monkey.below(4)));
    }
  });
  monkey.addDeed(QStringLiteral("open a room"), 2, [this, &monkey] {
    const QList<Core::Room*> rooms = bo_->client().rooms();
    Ui::MainController* controller = program_->mainController();
    if (controller && controller->window().isVisible() && !rooms.isEmpty()) {
      controller->openRoom(rooms.at(monkey.below(static_cast<int>(rooms.size())))->uri(), monkey.below(2) == 0);
    }
  });
  monkey.addDeed(QStringLiteral("back in"), 2, [this] { backIn(); });
}

// Signed out or with all windows closed there is nothing to press.
void MonkeyTest::backIn() {
  const auto state = program_->client().status().state;
  if (state == Core::ConnectionState::SignedOut) {
    Ui::SignInRequest request;
    request.address = QStringLiteral("ada@orchard.example");
    request.password = QStringLiteral("pw-ada");
    request.findAutomatically = false;
    request.host = QStringLiteral("127.0.0.1");
    request.port = server_->port();
    request.tls = false;
    request.remember = false;
    program_->signInWindow().setRequest(request);
    Q_EMIT program_->signInWindow().signInRequested(request);
  } else if (windowsOnScreen().isEmpty()) {
    program_->raise();
  }
}

void MonkeyTest::stillWorks() {
  const QStringList stuck = stuckAfterEscape();
  QVERIFY2(stuck.isEmpty(), qPrintable(stuck.join(QLatin1Char('\n'))));
  backIn();
  QTRY_VERIFY_WITH_TIMEOUT(program_->client().status().state == Core::ConnectionState::Connected, 60'000);
  program_->raise();
  program_->mainController()->openRoom(bo_->room(kTide)->uri(), true);
  QTRY_VERIFY_WITH_TIMEOUT(window().windowTitle().startsWith(kTide), 20'000);
  Ui::Composer& composer = *window().roomPage()->composer();
  composer.clear();
  QVERIFY(QTest::qWaitForWindowActive(&window()));
  walker_->type(QStringLiteral("still here"));
  walker_->press(Qt::Key_Return);
  QTRY_VERIFY_WITH_TIMEOUT(bo_->texts(kTide).contains(QStringLiteral("still here")), 20'000);
}

void MonkeyTest::survives() {
  QFETCH(quint32, seed);
  startProgram(walkOrganisation());
  bo_ = guest("bo");
  cy_ = guest("cy");
  for (const QString& name : {kTide, kYard}) QVERIFY(await((*bo_)->open(findRoom(*bo_, name))).ok());
  signInAs(QStringLiteral("ada@orchard.example"), QStringLiteral("pw-ada"));
  if (QTest::currentTestFailed()) return;
  program_->mainController()->openRoom(bo_->room(kTide)->uri(), true);
  Monkey monkey(seed);
  addPeople(monkey);
  addSettings(monkey);
  monkey.run(timeToRunMs());
  qInfo("%s", qPrintable(monkey.report()));
  QVERIFY2(monkey.findings().isEmpty(), qPrintable(monkey.findings().join(QLatin1Char('\n'))));
  stillWorks();
}

PARLOUR_GUI_TEST(MonkeyTest)

}  // namespace tst_monkey

#include "tst_monkey.moc"
