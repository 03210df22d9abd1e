// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <optional>

#include "app/core/export/HistoryExport.h"
#include "tests/integration/host/Await.h"
#include "tests/integration/host/ServerHost.h"
#include "tests/integration/host/Team.h"
#include "tests/program/NoFileMayGrow.h"
#include "tests/program/TestProgram.h"

namespace tst_historyexport {

using namespace Parlour;
using namespace Parlour::Tests;
using Core::HistoryFile;

// The history of a room in a file: every message of the server once and in order, or no file.
class TestHistoryExport : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<ServerHost> server_;
  std::unique_ptr<ClientHost> ada_;
  QTemporaryDir folder_;
  RoomUri room_;

  QString path(const char* name) const { return folder_.filePath(QLatin1String(name)); }
  static QByteArray read(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }
  void begin(int past) {
    server_ = std::make_unique<ServerHost>(teamWithHistory(past, 60));
    server_->config().frontEnd.openSignIn = true;
    QVERIFY(server_->start().ok());
    ada_ = std::make_unique<ClientHost>("desk");
    ada_->signIn("sip:ada@orchard.example", server_->port());
    QTRY_VERIFY_WITH_TIMEOUT(ada_->isSignedIn(), 10'000);
    room_ = findRoom(*ada_, QStringLiteral("Tide tables"));
    QVERIFY(await((*ada_)->open(room_)).ok());
    QTRY_COMPARE_WITH_TIMEOUT((*ada_)->room(room_)->newestKnown(), static_cast<ChatId>(past), 10'000);
  }
  Result<int> run(const Core::HistoryOrder& order) {
    Core::HistoryExport work(ada_->client(), order);
    std::optional<Result<int>> result;
    connect(&work, &Core::HistoryExport::finished, this, [&result](const Result<int>& told) { result = told; });
    work.start();
    if (!QTest::qWaitFor([&result] { return result.has_value(); }, 30'000)) {
      return Error::make(ErrorCode::Timeout, QStringLiteral("no end"));
    }
    return *result;
  }

 private Q_SLOTS:
  void cleanup() {
    ada_.reset();
    server_.reset();
  }

  void everyMessageOnceInOrder_data() {
    QTest::addColumn<int>("count");
    QTest::newRow("none") << 0;
    QTest::newRow("one") << 1;
    QTest::newRow("a page") << Core::HistoryExport::kPage;
    QTest::newRow("a page and one") << Core::HistoryExport::kPage + 1;
    QTest::newRow("many") << 1'250;
  }
  void everyMessageOnceInOrder() {
    QFETCH(int, count);
    begin(count);
    const Result<int> result = run({room_, HistoryFile::Json, path("all.json"), {}, {}});
    QVERIFY2(result.ok(), result.ok() ? "" : qPrintable(result.error().text));
    QCOMPARE(*result, count);
    const QJsonObject json = QJsonDocument::fromJson(read(path("all.json"))).object();
    QCOMPARE(json.value(QStringLiteral("roomName")).toString(), QStringLiteral("Tide tables"));
    const QJsonArray messages = json.value(QStringLiteral("messages")).toArray();
    QCOMPARE(messages.size(), count);
    for (int i = 0; i < count; ++i) {
      const QJsonObject message = messages.at(i).toObject();
      QCOMPARE(message.value(QStringLiteral("text")).toString(), QStringLiteral("line %1").arg(i + 1));
      QCOMPARE(message.value(QStringLiteral("id")).toString(), QString::number(i + 1));
    }
  }

  void onlyTheRange() {
    begin(5);
    const auto& timeline = (*ada_)->room(room_)->timeline();
    const Core::HistoryOrder order{room_, HistoryFile::Text, path("some.txt"), timeline.at(1).time,
                                   timeline.at(3).time};
    const Result<int> result = run(order);
    QVERIFY(result.ok());
    const QByteArray text = read(order.path);
    QVERIFY(!text.contains("line 1\n") && !text.contains("line 5\n"));
    QVERIFY(text.contains("line 2\n") && text.contains("line 3\n") && text.contains("line 4\n"));
  }

  void nothingIsWrittenWithoutConnection() {
    begin(150);
    Core::HistoryExport work(ada_->client(), {room_, HistoryFile::Html, path("lost.html"), {}, {}});
    std::optional<Result<int>> result;
    connect(&work, &Core::HistoryExport::finished, this, [&result](const Result<int>& told) { result = told; });
    connect(&work, &Core::HistoryExport::progressed, this, [this] { server_->stop(); });
    work.start();
    QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 30'000);
    QVERIFY(!result->ok());
    QCOMPARE(result->error().code, ErrorCode::ConnectionLost);
    QVERIFY(!QFile::exists(path("lost.html")));
  }

  void cancelEndsItOnce() {
    begin(150);
    Core::HistoryExport work(ada_->client(), {room_, HistoryFile::Html, path("cut.html"), {}, {}});
    int ends = 0;
    connect(&work, &Core::HistoryExport::finished, this, [&ends](const Result<int>& told) {
      ++ends;
      QCOMPARE(told.error().code, ErrorCode::Cancelled);
    });
    QSignalSpy progress(&work, &Core::HistoryExport::progressed);
    connect(&work, &Core::HistoryExport::progressed, &work, &Core::HistoryExport::cancel);
    work.start();
    QTRY_COMPARE(ends, 1);
    work.cancel();
    QVERIFY(await((*ada_)->contextOf(room_, 1, 0, 0)).ok());
    QCOMPARE(ends, 1);
    QCOMPARE(progress.size(), 1);
    QVERIFY(!QFile::exists(path("cut.html")));
  }

  void aFileThatCannotBeWritten() {
    begin(1);
    const Result<int> result = run({room_, HistoryFile::Text, path("no-folder/file.txt"), {}, {}});
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, ErrorCode::Storage);
  }

  void aDiskThatFillsUpLeavesNoFile() {
    begin(5);
    Core::HistoryExport work(ada_->client(), {room_, HistoryFile::Text, path("full.txt"), {}, {}});
    std::optional<Result<int>> result;
    std::optional<NoFileMayGrow> full;
    connect(&work, &Core::HistoryExport::progressed, this, [&full] { full.emplace(); });
    connect(&work, &Core::HistoryExport::finished, this, [&result, &full](const Result<int>& told) {
      full.reset();
      result = told;
    });
    work.start();
    QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 10'000);
    QVERIFY(!result->ok());
    QCOMPARE(result->error().code, ErrorCode::Storage);
    QVERIFY(!QFile::exists(path("full.txt")));
  }
};

PARLOUR_TEST(TestHistoryExport)

}  // namespace tst_historyexport

#include "tst_historyexport.moc"
