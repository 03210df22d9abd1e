// SPDX-License-Identifier: Apache-2.0
#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>
#include <QTimer>
#include <functional>

#include "app/core/files/TransferService.h"
#include "protocol/xccos/ChatText.h"
#include "tests/integration/host/Await.h"
#include "tests/integration/host/Relay.h"
#include "tests/integration/host/ServerHost.h"
#include "tests/integration/host/Team.h"
#include "tests/program/TestProgram.h"

namespace tst_files {

using namespace Parlour;
using namespace Parlour::Tests;
using Core::Transfer;
using Core::TransferState;

namespace {

constexpr int kPatienceMs = 20'000;
constexpr qsizetype kLargest = 20'000 * 1'024;
const QString kTides = QStringLiteral("Tide tables");

QByteArray randomBytes(qsizetype size) {
  QByteArray bytes(size, Qt::Uninitialized);
  QRandomGenerator random(42);
  for (qsizetype i = 0; i < size; ++i) bytes[i] = static_cast<char>(random.generate());
  return bytes;
}

QByteArray hashOfFile(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return {};
  QCryptographicHash hash(QCryptographicHash::Sha256);
  return hash.addData(&file) ? hash.result().toHex() : QByteArray();
}

}  // namespace

// Files between two real clients over the real server: HTTP on real sockets, cut on the way.
class TestFiles : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<ServerHost> server_;
  QTemporaryDir disk_;

  QString makeFile(const QString& name, const QByteArray& bytes) const {
    const QString path = disk_.filePath(name);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
  }
  static RoomUri enter(ClientHost& host, const QString& name) {
    const RoomUri uri = findRoom(host, name);
    return await(host->open(uri)).ok() ? uri : RoomUri();
  }
  static const Transfer* transfer(ClientHost& host, quint64 id) { return host->transfers().find(id); }
  static bool isDone(ClientHost& host, quint64 id) {
    const Transfer* found = transfer(host, id);
    return found && found->state == TransferState::Done;
  }
  // The file that the newest message of the room names.
  static std::optional<Xccos::FileLink> newestFile(ClientHost& host, const RoomUri& room) {
    const auto& timeline = host->room(room)->timeline();
    if (timeline.count() == 0 || timeline.at(timeline.count() - 1).chatId == 0) return std::nullopt;
    const auto text = Xccos::parseChatText(timeline.at(timeline.count() - 1).text);
    return text.spans.size() == 1 ? text.spans.front().file : std::nullopt;
  }
  // Without the pauses of QTRY, in which nothing moves.
  static bool until(const std::function<bool()>& ready) {
    QElapsedTimer timer;
    timer.start();
    while (!ready() && timer.elapsed() < kPatienceMs) {
      QEventLoop loop;
      QTimer::singleShot(5, &loop, &QEventLoop::quit);
      loop.exec();
    }
    return ready();
  }
  // Waits for the cut that the relay was told to make, and mends it when the transfer knows of it.
  static void mendCut(ClientHost& host, Relay& relay, quint64 id) {
    QVERIFY2(until([&] { return relay.isCut(); }), "nothing went through");
    QVERIFY(until([&] { return transfer(host, id)->state == TransferState::Waiting; }));
    QVERIFY(transfer(host, id)->done > 0);
    QVERIFY(relay.mend());
  }

 private Q_SLOTS:
  void init() {
    server_ = std::make_unique<ServerHost>(teamOrganisation());
    server_->config().frontEnd.openSignIn = true;
    server_->config().web.listen = QStringLiteral("127.0.0.1:0");
    QVERIFY(server_->start().ok());
  }
  void cleanup() { server_.reset(); }

  // 15 MB: the wire is cut twice on the way up and twice on the way down.
  void fifteenMegabytesWithCuts() {
    Relay up(server_->webPort());
    Relay down(server_->webPort());
    ClientHost ada("desk");
    ClientHost bo("laptop");
    ada.setFilePort(up.port());
    bo.setFilePort(down.port());
    ada.restart();
    bo.restart();
    ada.signIn("sip:ada@orchard.example", server_->port());
    bo.signIn("sip:bo@orchard.example", server_->port());
    QTRY_VERIFY(ada.isSignedIn() && bo.isSignedIn());
    const RoomUri room = enter(ada, kTides);
    QCOMPARE(enter(bo, kTides), room);
    const QString source = makeFile(QStringLiteral("tides.bin"), randomBytes(15 * 1024 * 1024));

    up.cutAfter(3'000'000);
    const auto begun = ada->transfers().upload(*ada->room(room), source);
    QVERIFY2(begun.ok(), begun.ok() ? "" : qPrintable(begun.error().text));
    QCOMPARE(ada->room(room)->timeline().count(), 1);  // seen at once where it is posted
    mendCut(ada, up, *begun);
    if (QTest::currentTestFailed()) return;
    up.cutAfter(6'000'000);
    mendCut(ada, up, *begun);
    if (QTest::currentTestFailed()) return;
    QVERIFY(until([&] { return isDone(ada, *begun); }));
    QVERIFY2(up.passed() < 20'000'000, "it went on where it was cut");
    QTRY_VERIFY(newestFile(bo, room));
    const Xccos::FileLink link = *newestFile(bo, room);
    QCOMPARE(link.fileName, QStringLiteral("tides.bin"));

    down.cutAfter(2'000'000);
    const quint64 saving = bo->transfers().download(link.room, link.uniqueFile, link.fileName);
    mendCut(bo, down, saving);
    if (QTest::currentTestFailed()) return;
    down.cutAfter(6'000'000);
    mendCut(bo, down, saving);
    if (QTest::currentTestFailed()) return;
    QVERIFY(until([&] { return isDone(bo, saving); }));
    QCOMPARE(transfer(bo, saving)->path, bo.downloads() + QStringLiteral("/tides.bin"));
    QCOMPARE(hashOfFile(transfer(bo, saving)->path), hashOfFile(source));
    QCOMPARE(QDir(bo.downloads()).entryList(QDir::Files), QStringList{QStringLiteral("tides.bin")});
  }

  // The program ends in the middle of an upload and of a download and is started again.
  void restartsOnTheWay() {
    Relay wire(server_->webPort());
    ClientHost ada("desk");
    ada.setFilePort(wire.port());
    ada.restart();
    ada.signIn("sip:ada@orchard.example", server_->port());
    QTRY_VERIFY(ada.isSignedIn());
    const RoomUri room = enter(ada, kTides);
    const QString source = makeFile(QStringLiteral("ebb.bin"), randomBytes(6 * 1024 * 1024));
    wire.cutAfter(2'000'000);
    const quint64 id = *ada->transfers().upload(*ada->room(room), source);
    QVERIFY(until([&] { return wire.isCut(); }));
    ada->transfers().pause(id);
    QVERIFY(wire.mend());
    ada.restart();
    ada.signIn("sip:ada@orchard.example", server_->port());
    QTRY_VERIFY(ada.isSignedIn());
    QVERIFY(transfer(ada, id));
    QCOMPARE(transfer(ada, id)->state, TransferState::Paused);
    const QByteArray file = transfer(ada, id)->file;
    QVERIFY(!file.isEmpty());
    ada->transfers().resume(id);
    QVERIFY(until([&] { return isDone(ada, id); }));
    QCOMPARE(transfer(ada, id)->file, file);  // the same one went on
    QTRY_VERIFY(newestFile(ada, room));
    QCOMPARE(ada->room(room)->timeline().count(), 1);

    wire.cutAfter(2'000'000);
    const quint64 saving = ada->transfers().download(room, file, QStringLiteral("ebb.bin"));
    QVERIFY(until([&] { return wire.isCut(); }));
    ada->transfers().pause(saving);
    QVERIFY(wire.mend());
    ada.restart();
    ada.signIn("sip:ada@orchard.example", server_->port());
    QTRY_VERIFY(ada.isSignedIn());
    ada->transfers().resume(saving);
    QVERIFY(until([&] { return isDone(ada, saving); }));
    QCOMPARE(hashOfFile(transfer(ada, saving)->path), hashOfFile(source));
  }

  void largestFile_data() {
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<QString>("words");
    QTest::newRow("20,000 KB") << kLargest << QString();
    QTest::newRow("one byte more") << kLargest + 1
                                   << QStringLiteral(
                                          "large.bin has 20,480,001 bytes. This server takes up to 20,480,000.");
  }

  void largestFile() {
    QFETCH(qsizetype, size);
    QFETCH(QString, words);
    ClientHost ada("desk");
    ada.signIn("sip:ada@orchard.example", server_->port());
    QTRY_VERIFY(ada.isSignedIn());
    const RoomUri room = enter(ada, kTides);
    const quint64 id =
        *ada->transfers().upload(*ada->room(room), makeFile(QStringLiteral("large.bin"), QByteArray(size, 'x')));
    QVERIFY(until([&] { return transfer(ada, id)->isOver(); }));
    QCOMPARE(transfer(ada, id)->failure ? transfer(ada, id)->failure->text : QString(), words);
    if (!words.isEmpty()) {
      QCOMPARE(transfer(ada, id)->kind, Core::TransferFailure::Refused);
      QCOMPARE(ada->transfers().largestFile(), kLargest);
    }
  }

  // Everything over TLS, with a certificate that only this session was told to trust.
  void overTlsWithAPreview() {
    server_->stop();
    server_->config().listen = {QStringLiteral("tls:127.0.0.1:0")};
    server_->config().web.listen = QStringLiteral("tls:127.0.0.1:0");
    QVERIFY(server_->start().ok());
    ClientHost ada("desk");
    ada.setAcceptCertificates(true);
    ada.signIn("sip:ada@orchard.example", server_->tlsPort(), QStringLiteral("pw-ada"), true);
    QTRY_VERIFY(ada.isSignedIn());
    const RoomUri room = enter(ada, kTides);
    const QByteArray bytes = randomBytes(300'000);
    const quint64 id = *ada->transfers().upload(*ada->room(room), makeFile(QStringLiteral("chart.txt"), bytes));
    QVERIFY(until([&] { return transfer(ada, id)->isOver(); }));
    QVERIFY2(!transfer(ada, id)->failure, qPrintable(transfer(ada, id)->failure.value_or(Error()).text));
    const auto page = await(ada->transfers().roomFiles().list(room, 0));
    QVERIFY2(page.ok(), page.ok() ? "" : qPrintable(page.error().text));
    QCOMPARE(page->files.size(), 1);
    QCOMPARE(page->files.first().name, QStringLiteral("chart.txt"));
    QCOMPARE(page->files.first().user, QStringLiteral("Ada Quince"));
    QCOMPARE(page->files.first().size, bytes.size());
    const quint64 saving = ada->transfers().download(room, page->files.first().file, QStringLiteral("chart.txt"));
    QVERIFY(until([&] { return isDone(ada, saving); }));
    QCOMPARE(hashOfFile(transfer(ada, saving)->path),
             QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
  }

  // Cy is no member of the room and has guessed what Bo posted there.
  void outsidersReachNothing() {
    ClientHost bo("laptop");
    ClientHost ada("desk");
    bo.signIn("sip:bo@orchard.example", server_->port());
    ada.signIn("sip:ada@orchard.example", server_->port());
    QTRY_VERIFY(bo.isSignedIn() && ada.isSignedIn());
    const RoomUri board = enter(bo, QStringLiteral("Harbour board"));
    QVERIFY(!board.isEmpty());
    const quint64 id = *bo->transfers().upload(*bo->room(board), makeFile(QStringLiteral("secret.txt"), "the secret"));
    QVERIFY(until([&] { return isDone(bo, id); }));
    const quint64 guessed = ada->transfers().download(board, transfer(bo, id)->file, QStringLiteral("secret.txt"));
    QVERIFY(until([&] { return transfer(ada, guessed)->isOver(); }));
    QCOMPARE(transfer(ada, guessed)->state, TransferState::Failed);
    QVERIFY(!QDir(ada.downloads()).exists(QStringLiteral("secret.txt")));
    QVERIFY(!await(ada->transfers().roomFiles().list(board, 0)).ok());
  }
};

PARLOUR_TEST(TestFiles)

}  // namespace tst_files

#include "tst_files.moc"
