// SPDX-License-Identifier: Apache-2.0
// Records events, moves and delivers them in the given directory, and kills itself at the step with the given number;
// 0: never. Says on standard output how many steps there were. With a batch of few events, so that there are several.
#include <signal.h>
#include <unistd.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <cstdio>

#include "server-sim/compliance/BatchDelivery.h"
#include "server-sim/compliance/EventMover.h"
#include "tests/server-sim/compliance/ComplianceSamples.h"
#include "tests/server-sim/store/TempStore.h"

using namespace Parlour;
using namespace Parlour::Server;

namespace {

// A sink like an archive: appends to a file, and knows by it what it has.
class FileSink final : public EventSink {
 public:
  FileSink(QString path, const StepHook& hook) : path_(std::move(path)), hook_(hook) {}
  QString name() const override { return QStringLiteral("file"); }
  Result<qint64> position() override {
    QFile file(path_);
    if (!file.open(QFile::ReadOnly)) return qint64{0};
    return lastOf(file);
  }
  Status take(const EventBatch& batch) override {
    const auto known = position();
    QFile file(path_);
    if (!file.open(QFile::Append)) return Error::make(ErrorCode::Storage, file.errorString());
    QByteArray lines;
    for (const ComplianceEvent& event : batch.events) {
      if (event.eventId > *known) lines += QByteArray::number(event.eventId) + '\n';
    }
    file.write(lines);
    file.close();
    reached(hook_, "sink wrote");
    return success();
  }

 private:
  static qint64 lastOf(QFile& file) {
    qint64 last = 0;
    while (!file.atEnd()) last = file.readLine().trimmed().toLongLong();
    return last;
  }

  const QString path_;
  const StepHook& hook_;
};

Status record(SqliteStore& store, TestLoop& loop, const Snapshot& snapshot, const QString& directory) {
  std::vector<ComplianceEvent> events;
  for (int i = 0; i < 6; ++i) events.push_back(sampleEvent(0, ComplianceKind::Post, "beside " + QByteArray::number(i)));
  ComplianceEvent upload = sampleEvent(0, ComplianceKind::Upload, "c3a1f6be.txt");
  upload.extension = R"({"path":"files/content"})";
  QDir(directory).mkpath(QStringLiteral("files"));
  QFile file(directory + QStringLiteral("/files/content"));
  if (file.open(QFile::WriteOnly)) file.write("content");
  file.close();
  events.push_back(upload);
  Answer<Done> recorded(loop);
  store.recordEvents(events, recorded.callback());
  if (auto done = recorded.wait(); !done) return done;
  NewPost post;
  post.room = roomIn(snapshot, QStringLiteral("tides"));
  post.author = principalIn(snapshot, "sip:ada@");
  post.chat = "a post";
  post.event = std::make_shared<const ComplianceEvent>(sampleEvent(0, ComplianceKind::Post));
  Answer<PostReceipt> posted(loop);
  store.appendPost(post, posted.callback());
  const auto receipt = posted.wait();
  return receipt ? success() : Status(receipt.error());
}

// Shortens the queue as the service does, but waits for it: what is between the steps is the same each time.
Status work(SqliteStore& store, TestLoop& loop, const Clock& clock, const QString& directory, const StepHook& hook) {
  const auto forget = [&](qint64 upTo) {
    Answer<Done> forgot(loop);
    store.forgetEvents(upTo, forgot.callback());
    static_cast<void>(forgot.wait());
  };
  auto mover = EventMover::open({directory, forget, hook});
  if (!mover) return mover.error();
  if (auto moved = (*mover)->step(); !moved) return moved.error();
  auto delivery = BatchDelivery::open({directory, hook, 4}, clock);
  if (!delivery) return delivery.error();
  AdapterSettings settings;
  settings.type = AdapterType::Xml;
  settings.outputDirectory = directory + QStringLiteral("/out");
  settings.attachManifest = true;
  (*delivery)->setSettings(settings, 1);
  FileSink sink(directory + QStringLiteral("/sink"), hook);
  (*delivery)->addSink(&sink);
  return (*delivery)->turn(true);
}

}  // namespace

int main(int argc, char** argv) {
  const QCoreApplication application(argc, argv);
  const QStringList arguments = QCoreApplication::arguments();
  if (arguments.size() != 4) return 1;
  const QString directory = arguments[1];
  const int fatal = arguments[2].toInt();
  int steps = 0;
  const StepHook hook = [&steps, fatal](const char*) {
    if (++steps == fatal) kill(getpid(), SIGKILL);
  };
  const SystemClock clock;
  TestLoop loop;
  SqliteStoreLimits limits;
  limits.eventsAbove = eventsKnownIn(directory);
  auto store = openStore(directory, clock, loop, limits);
  if (!store) return 2;
  const auto snapshot = (*store)->load();
  if (!snapshot) return 2;
  if (arguments[3] == QLatin1String("record") && !record(**store, loop, *snapshot, directory)) return 3;
  if (auto done = work(**store, loop, clock, directory, hook); !done) {
    std::fprintf(stderr, "%s\n", qPrintable(done.error().text));
    return 4;
  }
  std::printf("%d\n", steps);
  return 0;
}
