// SPDX-License-Identifier: Apache-2.0
#include "tests/badday/BadDay.h"

#include <QTest>
#include <algorithm>

#include "app/ui/mainwindow/MainWindow.h"
#include "app/ui/mainwindow/RoomPage.h"
#include "app/ui/roomlist/AccountRow.h"
#include "app/ui/roomlist/Sidebar.h"
#include "app/ui/widgets/Button.h"
#include "server-sim/ctl/Pool.h"
#include "tests/badday/HurriedScheduler.h"
#include "tests/integration/host/Await.h"
#include "tests/integration/host/Team.h"

namespace Parlour::Tests {

namespace {
QString wordsOf(const Ui::ConnectionBar& bar) { return bar.isVisible() ? bar.accessibleName() : QString(); }

bool anySays(const QWidget& parent, const QString& words) {
  const QList<QWidget*> all = parent.findChildren<QWidget*>();
  return std::any_of(all.begin(), all.end(), [&words](const QWidget* one) {
    return one->isVisible() && one->accessibleName().contains(words);
  });
}
}  // namespace

void BadDay::begin(const QString& faults, bool tls) {
  tls_ = tls;
  lines_.clear();
  server_ = std::make_unique<ServerHost>(teamOrganisation());
  if (!faults.isEmpty()) server_->config().faults = {faults};
  if (tls) server_->config().listen = {QStringLiteral("tls:127.0.0.1:0")};
  QVERIFY(server_->start().ok());
  port_ = tls ? server_->tlsPort() : server_->port();
  wire_ = std::make_unique<Relay>(port_);
  ada_ = std::make_unique<ClientHost>("desk");
  ada_->setAcceptCertificates(true);
  ada_->setAdjust([this](Core::Environment& environment) {
    environment.clock = &clock_;
    environment.scheduler = std::make_unique<HurriedScheduler>(clock_);
    environment.networkWatch = std::make_unique<Core::NetworkWatch>();
    environment.hasNetwork = [this] { return network_; };
    watch_ = environment.networkWatch.get();
  });
  ada_->restart();
  themes_ = std::make_unique<Ui::ThemeManager>();
  profile_ = std::make_unique<QTemporaryDir>();
  settings_ = std::make_unique<QSettings>(profile_->filePath(QStringLiteral("ui.ini")), QSettings::IniFormat);
  controller_ = std::make_unique<Ui::MainController>(ada_->client(), *themes_, *settings_);
  window().resize(1280, 800);
  window().show();
  bo_ = std::make_unique<ClientHost>("laptop");
  bo_->setAcceptCertificates(true);
  bo_->signIn("sip:bo@orchard.example", port_, QStringLiteral("pw-bo"), tls);
  signAdaIn();
  QTRY_VERIFY_WITH_TIMEOUT(ada_->isSignedIn() && bo_->isSignedIn(), kPatienceMs);
  for (const QString& name : {QStringLiteral("Crew rota"), tides_}) {
    for (int i = 0; i < 50 && room_ != findRoom(*ada_, name); ++i) room_ = findRoom(*ada_, name);
    for (ClientHost* host : {ada_.get(), bo_.get()}) {
      for (int i = 0; i < 50 && host->room(name) == nullptr; ++i) (void)await((*host)->open(room_)).ok();
      QTRY_VERIFY(host->room(name) != nullptr);
    }
    controller_->openRoom(room_, false);
  }
  QTRY_COMPARE(ada_->room(tides_)->joinState(), Core::JoinState::Joined);
}

void BadDay::signAdaIn() { ada_->signIn("sip:ada@orchard.example", wire_->port(), QStringLiteral("pw-ada"), tls_); }

void BadDay::end() {
  controller_.reset();
  settings_.reset();
  profile_.reset();
  themes_.reset();
  ada_.reset();
  bo_.reset();
  wire_.reset();
  server_.reset();
  network_ = true;
}

void BadDay::postLines(int count) {
  for (int i = 0; i < count; ++i) {
    ada_->client().post(room_, lines_.emplaceBack(QStringLiteral("line %1").arg(lines_.size())));
  }
}

void BadDay::restartServer() {
  server_->stop();
  const QString scheme = tls_ ? QStringLiteral("tls") : QStringLiteral("tcp");
  server_->config().listen = {QStringLiteral("%1:127.0.0.1:%2").arg(scheme).arg(port_)};
  QVERIFY(server_->start().ok());
}

void BadDay::administer(const char* verb, QJsonObject arguments) {
  auto pool = Ctl::openPool(server_->dataDir());
  QVERIFY(pool.ok());
  const auto answer =
      (*pool)->ask({{QStringLiteral("verb"), QLatin1String(verb)}, {QStringLiteral("arguments"), arguments}});
  QVERIFY2(answer.ok() && answer->value(QStringLiteral("ok")).toBool(), verb);
}

bool BadDay::allArrivedOnce() {
  const Core::Timeline& timeline = ada_->room(tides_)->timeline();
  for (int row = 0; row < timeline.count(); ++row) {
    if (timeline.at(row).state == Core::MessageState::Failed) {
      ada_->client().retryPost(room_, timeline.at(row).localId);
    }
    if (timeline.at(row).state != Core::MessageState::Stored) return false;
  }
  return ada_->texts(tides_) == lines_ && bo_->texts(tides_) == lines_;
}

QByteArray BadDay::state() const {
  QStringList parts{account(), bar(), ada_->texts(tides_).join(u'/'), bo_->texts(tides_).join(u'/')};
  const Core::Timeline& timeline = ada_->room(tides_)->timeline();
  for (int row = 0; row < timeline.count(); ++row) {
    parts.append(QString::number(static_cast<int>(timeline.at(row).state)));
  }
  return parts.join(QStringLiteral(" | ")).toUtf8();
}

int BadDay::waiting() const {
  int count = 0;
  const Core::Timeline& timeline = ada_->room(tides_)->timeline();
  for (int row = 0; row < timeline.count(); ++row) {
    if (timeline.at(row).state == Core::MessageState::Waiting) ++count;
  }
  return count;
}

QString BadDay::bar() const { return wordsOf(*window().roomPage()->bar()); }
QString BadDay::roomBar() const { return wordsOf(*window().roomPage()->roomBar()); }
QString BadDay::account() const { return window().sidebar()->account()->accessibleName(); }
bool BadDay::stripSays(const QString& words) const { return anySays(*window().sidebar(), words); }
bool BadDay::toastSays(const QString& words) const { return anySays(window(), words); }

QString BadDay::barButton() const {
  const auto* button = window().roomPage()->bar()->findChild<Ui::Button*>();
  return button->isVisible() ? button->text() : QString();
}

void BadDay::pressBar() { QTest::mouseClick(window().roomPage()->bar()->findChild<Ui::Button*>(), Qt::LeftButton); }

}  // namespace Parlour::Tests
