// SPDX-License-Identifier: Apache-2.0
#include "app/demo/DemoRun.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <cstdio>

#include "app/demo/Gallery.h"
#include "app/models/wire/WireExport.h"
#include "app/models/wire/WireModel.h"
#include "app/ui/files/PictureReader.h"
#include "app/ui/mainwindow/MainWindow.h"
#include "protocol/sip/sofia/ThreadedTransport.h"

namespace Parlour::Demo {
namespace {

constexpr int kPatienceMs = 30'000;
constexpr char kRoom[] = "FX Desk – London";
constexpr char kMeeting[] = "Water cooler";

const char* stepWords(Core::SignInStep step) {
  switch (step) {
    case Core::SignInStep::Resolve:
      return "resolve";
    case Core::SignInStep::Connect:
      return "connect";
    case Core::SignInStep::Register:
      return "REGISTER";
    case Core::SignInStep::Provisioning:
      return "SUBSCRIBE provisioning";
    case Core::SignInStep::RoamingSelf:
      return "SUBSCRIBE roaming self";
    case Core::SignInStep::OpenSession:
      return "INVITE, 200, ACK";
    case Core::SignInStep::ServerInfo:
      return "getserverinfo";
    case Core::SignInStep::MemberRooms:
      return "getassociations MEMBER";
    case Core::SignInStep::ManagedRooms:
      return "getassociations MANAGER";
    case Core::SignInStep::JoinFollowed:
      return "bjoin (followed rooms)";
    case Core::SignInStep::JoinOpened:
      return "join (opened rooms)";
    case Core::SignInStep::RecentHistory:
      return "bccontext (each room)";
    case Core::SignInStep::Invitations:
      return "getinv";
  }
  return "";
}

QByteArray contentOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QImage drawChart() {
  QImage chart(640, 400, QImage::Format_RGB32);
  chart.fill(QColor(0xf4, 0xf7, 0xf7));
  QPainter painter(&chart);
  for (int bar = 0; bar < 8; ++bar) {
    const int height = 60 + (bar * 97) % 260;
    painter.fillRect(40 + bar * 72, 380 - height, 48, height, QColor(0x0c, 0x5f, 0x78 + 12 * bar));
  }
  return chart;
}

int fail(const char* what, const QString& why = {}) {
  fprintf(stderr, "FAILED: %s. %s\n", what, qPrintable(why));
  return 1;
}

bool complainOfFile(const Error& error) {
  fail("a file was not sent", error.text);
  return false;
}

}  // namespace

int DemoRun::run() {
  Program::ProgramOptions options;
  options.profileDir = profile_.path();
  options.scheme = Ui::ColorScheme::Light;
  auto created = Program::Application::create(options);
  if (!created) return fail("the client did not start", created.error().text);
  application_ = std::move(*created);
  if (!signIn()) {
    const auto& error = application_->client().status().error;
    return fail("sign-in", error ? error->text : QStringLiteral("No answer in time."));
  }
  printSteps();
  if (!secondClientPosts()) return fail("a message from the second client did not arrive");
  printMessages();
  if (Core::Room* room = openRoom(application_->client(), QString::fromUtf8(kRoom), nullptr)) {
    application_->mainController()->openRoom(room->uri(), true);
  }
  Gallery gallery(*application_, output_);
  gallery.save();
  if (Core::Room* room = openRoom(application_->client(), QString::fromUtf8(kMeeting), nullptr)) {
    application_->mainController()->openRoom(room->uri(), true);
    gallery.saveFiles();
  }
  printf("\n%d pictures saved to %s\n", gallery.count(), qPrintable(output_));
  return gallery.count() >= 12 ? 0 : fail("some pictures are missing");
}

bool DemoRun::signIn() {
  bool shown = false;
  QObject::connect(application_.get(), &Program::Application::mainWindowShown, application_.get(),
                   [&] { shown = true; });
  application_->start();
  application_->startDemo();
  if (!waitUntil([&] { return shown; }, kPatienceMs)) return false;
  application_->mainController()->window().resize(1280, 800);
  return true;
}

void DemoRun::printSteps() const {
  auto& client = application_->client();
  printf("\n%s signed in at %s\n\n  %-26s %9s %9s\n", client.me().address().constData(),
         qPrintable(client.serverName()), "step", "from ms", "to ms");
  for (const auto& step : client.signInSteps()) {
    if (step.state == Core::StepState::Skipped) {
      printf("  %-26s %19s  %s\n", stepWords(step.step), "-", qPrintable(step.note));
    } else {
      printf("  %-26s %9lld %9lld  %s\n", stepWords(step.step), step.startedMs, step.finishedMs, qPrintable(step.note));
    }
  }
}

void DemoRun::printMessages() const {
  SystemClock clock;
  Models::WireModel model(clock);
  model.showRecords(application_->client().trace().recordsAfter(0));
  QList<Models::WireRow> rows;
  for (int i = 0; i < model.rowCount(); ++i) rows.append(model.row(i));
  printf("\nThe messages on the wire:\n%s\n", Models::ladderToText(rows).constData());
}

Core::Room* DemoRun::openRoom(Core::Client& client, const QString& name, RoomUri* uri) {
  Core::RoomSearchQuery query;
  query.words = name;
  query.descriptionsToo = false;
  auto found = client.searchRooms(query);
  if (!waitUntil([&] { return found.isFinished(); }, kPatienceMs) || !found.result()) return nullptr;
  for (const auto& summary : found.result()->rooms) {
    if (summary.name != name) continue;
    if (uri) *uri = summary.uri;
    auto opened = client.open(summary.uri);
    if (!waitUntil([&] { return opened.isFinished(); }, kPatienceMs) || !opened.result()) return nullptr;
    return *opened.result();
  }
  return nullptr;
}

bool DemoRun::secondClientPosts() {
  SystemClock clock;
  Sip::TraceBuffer trace(clock);
  QObject context;
  Sip::SofiaOptions sofia;
  sofia.trace = &trace;
  auto transport = Sip::ThreadedTransport::create(&context, sofia);
  if (!transport) return false;
  QTemporaryDir profile;
  Core::RealEnvironmentOptions real;
  real.settingsFile = profile.filePath(QStringLiteral("account.ini"));
  real.trustDirectory = profile.filePath(QStringLiteral("trust"));
  auto environment = Core::makeRealEnvironment(std::move(*transport), &trace, real);
  environment.computerName = "second";
  Ui::PictureReader pictures;
  environment.makePreview = [&pictures](const QString& path, const Ui::PictureReader::MadePreview& made) {
    pictures.makePreview(path, made);
  };
  Core::Client second(std::move(environment));
  Core::SignInRequest request;
  request.address = SipUri::fromTrusted("sip:kwame.boateng@northgate.example");
  request.host = QStringLiteral("127.0.0.1");
  request.port = application_->demoServer()->port();
  request.tls = false;
  second.signIn(request);
  if (!waitUntil([&] { return second.status().state == Core::ConnectionState::Connected; }, kPatienceMs)) return false;

  auto& first = application_->client();
  RoomUri uri;
  if (!openRoom(first, QString::fromUtf8(kMeeting), &uri) || !openRoom(second, QString::fromUtf8(kMeeting), nullptr))
    return false;
  const QString text = QStringLiteral("Hello from the second client");
  std::optional<Core::Message> received;
  QObject::connect(&first, &Core::Client::messageArrived, &context, [&](Core::Room*, const Core::Message& message) {
    if (message.text == text) received = message;
  });
  const qint64 posted = clock.monotonicMs();
  second.post(uri, text);
  if (!waitUntil([&] { return received.has_value(); }, kPatienceMs)) return false;
  printf("\n%s posted in \"%s\"; %s received it after %lld ms as message %llu:\n  %s: %s\n",
         second.me().address().constData(), kMeeting, first.me().address().constData(), clock.monotonicMs() - posted,
         received->chatId, qPrintable(received->authorName), qPrintable(received->text));
  return sendAndSaveFile(second, uri);
}

// A picture goes from the second client to the first; what is saved must be what was sent.
bool DemoRun::sendAndSaveFile(Core::Client& second, const RoomUri& room) {
  const QString source = profile_.filePath(QStringLiteral("biscuits-eaten-by-week.png"));
  if (!drawChart().save(source)) return false;
  const auto sent = second.transfers().upload(*second.room(room), source);
  if (!sent) return complainOfFile(sent.error());
  const auto ended = [](Core::Client& client, quint64 id) {
    const Core::Transfer* transfer = client.transfers().find(id);
    return !transfer || transfer->isOver();
  };
  if (!waitUntil([&] { return ended(second, *sent); }, kPatienceMs)) return false;
  const Core::Transfer up = *second.transfers().find(*sent);
  if (up.failure) return complainOfFile(*up.failure);
  auto& first = application_->client();
  const auto arrived = [&] {
    const auto& timeline = first.room(room)->timeline();
    return timeline.count() > 0 && timeline.at(timeline.count() - 1).text.contains(QString::fromLatin1(up.file));
  };
  if (!waitUntil(arrived, kPatienceMs)) return false;
  const quint64 saving =
      first.transfers().download(room, up.file, up.name, profile_.filePath(QStringLiteral("saved-") + up.name));
  if (!waitUntil([&] { return ended(first, saving); }, kPatienceMs)) return false;
  const Core::Transfer down = *first.transfers().find(saving);
  const bool same = !down.failure && contentOf(down.path) == contentOf(source);
  printf("\n%s sent %s (%lld bytes); %s saved it %s\n", second.me().address().constData(), qPrintable(up.name), up.size,
         first.me().address().constData(), same ? "byte for byte" : "WRONG");
  return same;
}

}  // namespace Parlour::Demo
