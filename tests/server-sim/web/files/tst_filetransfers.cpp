// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QJsonArray>
#include <QTcpSocket>
#include <QTest>

#include "protocol/files/FileHttp.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/web/files/support/FileTown.h"

namespace tst_filetransfers {

using namespace Parlour;
using namespace Parlour::Tests;

namespace {

constexpr qint64 kPiece = 1'024 * 1'024;

qint64 offsetIn(const QJsonObject& object) { return object.value(QStringLiteral("offset")).toInteger(-1); }
qint64 offsetIn(const WebAnswer& answer) { return offsetIn(answer.json()); }

QByteArray fileIn(const WebAnswer& answer) { return answer.json().value(QStringLiteral("file")).toString().toLatin1(); }

}  // namespace

// Files up and down the HTTP interface, over real sockets, with tokens that real clients asked for.
class TestFileTransfers : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<FileTown> town_;

  // A piece of which only a part arrives before the connection is gone.
  void cutPiece(const QByteArray& token, const QByteArray& file, const QByteArray& bytes, qint64 from) const {
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), town_->host.webPort());
    QVERIFY(socket.waitForConnected());
    socket.write("PUT " + FileTown::path(kTides, file) + " HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer " + token +
                 "\r\nContent-Length: " + QByteArray::number(kPiece) + "\r\nContent-Range: bytes " +
                 QByteArray::number(from) + '-' + QByteArray::number(from + kPiece - 1) + '/' +
                 QByteArray::number(bytes.size()) + "\r\n\r\n" + bytes.mid(from, kPiece / 2));
    while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten()) {
    }
    socket.disconnectFromHost();
    if (socket.state() != QAbstractSocket::UnconnectedState) socket.waitForDisconnected();
  }
  // Where the server wants the upload to go on, once something of the piece has arrived.
  qint64 movedOffset(const QByteArray& token, const QByteArray& file, qint64 above) const {
    qint64 offset = -1;
    const bool moved = QTest::qWaitFor([&] {
      const WebAnswer answer = town_->call("HEAD", FileTown::path(kTides, file), token);
      offset = answer.header(Files::Header::kOffset).toLongLong();
      return answer.status == 200 && offset > above;
    });
    return moved ? offset : -1;
  }
  // As a client does after a cut: waits while the server still reads the old connection, and goes on where it says.
  WebAnswer putRetrying(const QByteArray& token, const QByteArray& file, const QByteArray& bytes, qint64 from) const {
    WebAnswer answer;
    const bool taken = QTest::qWaitFor([&] {
      answer = town_->put(token, kTides, file, bytes, from, kPiece);
      if (answer.status == 409) from = offsetIn(answer.json().value(QStringLiteral("error")).toObject());
      return answer.status != 503 && answer.status != 409;
    });
    return taken ? answer : WebAnswer();
  }

 private Q_SLOTS:
  void init() {
    town_ = std::make_unique<FileTown>();
    const auto started = town_->start();
    QVERIFY2(started, started ? "" : qPrintable(started.error().text));
  }
  void cleanup() { town_.reset(); }

  void upAndDown_data() {
    QTest::addColumn<qsizetype>("size");
    QTest::newRow("nothing") << qsizetype{0};
    QTest::newRow("one byte") << qsizetype{1};
    QTest::newRow("one piece") << qsizetype{kPiece};
    QTest::newRow("pieces and a rest") << qsizetype{2 * kPiece + 17};
  }
  void upAndDown() {
    QFETCH(qsizetype, size);
    const QByteArray bytes = someBytes(size);
    const QByteArray file = town_->upload("ada", kTides, QStringLiteral("Größe.txt"), bytes);
    QVERIFY(file.endsWith(".txt"));
    const QByteArray token = town_->token("bo", kTides, false);
    const WebAnswer head = town_->call("HEAD", FileTown::path(kTides, file), token);
    QCOMPARE(head.status, 200);
    QCOMPARE(head.header("Content-Length"), QByteArray::number(size));
    QVERIFY(head.body.isEmpty());
    const WebAnswer answer = town_->download(token, kTides, file);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, bytes);
    QCOMPARE(answer.header("Parlour-Sha256"), sha256Of(bytes));
    QCOMPARE(answer.header("Content-Type"), QByteArray("application/octet-stream"));
    QCOMPARE(answer.header("Content-Disposition"), QByteArray("attachment; filename*=UTF-8''Gr%C3%B6%C3%9Fe.txt"));
    // The token was for one transfer.
    QTRY_COMPARE(FileTown::codeOf(town_->download(token, kTides, file)), QByteArray("token"));
  }

  // Cut twice, once with a restart of the server, and nothing lost of what arrived.
  void fifteenMegabytesWithCuts() {
    const QByteArray bytes = someBytes(15 * kPiece);
    const QByteArray hash = sha256Of(bytes);
    QByteArray token = town_->token("ada", kTides, true, QStringLiteral("chart.pdf"));
    const WebAnswer begun = town_->begin(token, QStringLiteral("chart.pdf"), bytes.size());
    QCOMPARE(begun.status, 201);
    const QByteArray file = fileIn(begun);
    qint64 offset = 0;
    while (offset >= 0 && offset < 4 * kPiece)
      offset = offsetIn(town_->put(token, kTides, file, bytes, offset, kPiece));
    cutPiece(token, file, bytes, offset);
    offset = movedOffset(token, file, offset);
    QVERIFY(offset > 4 * kPiece && offset < 5 * kPiece);
    while (offset >= 0 && offset < 9 * kPiece) offset = offsetIn(putRetrying(token, file, bytes, offset));
    cutPiece(token, file, bytes, offset);
    QVERIFY(movedOffset(token, file, offset) > offset);

    town_->signOut("ada");
    town_->host.stop();
    QVERIFY(town_->host.start());
    // Not visible to anybody yet.
    const QByteArray reading = town_->token("bo", kTides, false);
    QCOMPARE(FileTown::codeOf(town_->download(reading, kTides, file)), QByteArray("not-found"));
    token = town_->token("ada", kTides, true);
    const WebAnswer resumed =
        town_->call("POST", QByteArray(Files::kFilesPath) + "uploads", token, {}, "{\"resume\":\"" + file + "\"}");
    QCOMPARE(resumed.status, 201);
    offset = offsetIn(resumed);
    QVERIFY(offset > 9 * kPiece);
    WebAnswer last;
    while (offset >= 0 && offset < bytes.size()) {
      last = town_->put(token, kTides, file, bytes, offset, kPiece, hash);
      offset = offsetIn(last);
    }
    QCOMPARE(last.status, 201);
    QCOMPARE(last.json().value(QStringLiteral("sha256")).toString().toLatin1(), hash);
    QCOMPARE(sha256Of(town_->download(reading, kTides, file).body), hash);
  }

  void largestFile() {
    const qint64 most = 20'000 * 1'024;
    const QString name = QStringLiteral("most.bin");
    const QByteArray bytes = someBytes(most);
    QVERIFY(!town_->upload("ada", kTides, name, bytes).isEmpty());
    const QByteArray token = town_->token("ada", kTides, true, name);
    const WebAnswer refused = town_->begin(token, name, most + 1);
    QCOMPARE(refused.status, 413);
    QCOMPARE(FileTown::codeOf(refused), QByteArray("too-large"));
    const QJsonObject error = refused.json().value(QStringLiteral("error")).toObject();
    QCOMPARE(error.value(QStringLiteral("text")).toString(),
             QStringLiteral("The file is larger than the 20,000 KB that are allowed."));
    QCOMPARE(error.value(QStringLiteral("limit")).toInteger(), most);
  }

  void ranges_data() {
    QTest::addColumn<QByteArray>("range");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("contentRange");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char* range, int status, const char* contentRange, const char* body) {
      QTest::newRow(range) << QByteArray(range) << status << QByteArray(contentRange) << QByteArray(body);
    };
    row("bytes=0-3", 206, "bytes 0-3/10", "0123");
    row("bytes=4-", 206, "bytes 4-9/10", "456789");
    row("bytes=-2", 206, "bytes 8-9/10", "89");
    row("bytes=9-900", 206, "bytes 9-9/10", "9");
    row("bytes=0-1,3-4", 200, "", "0123456789");
    row("bytes=10-", 416, "bytes */10", "");
  }
  void ranges() {
    QFETCH(QByteArray, range);
    QFETCH(int, status);
    QFETCH(QByteArray, contentRange);
    QFETCH(QByteArray, body);
    const QByteArray file = town_->upload("ada", kTides, QStringLiteral("a.txt"), "0123456789");
    const QByteArray token = town_->token("bo", kTides, false);
    const WebAnswer answer = town_->download(token, kTides, file, {{"Range", range}});
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.header("Content-Range"), contentRange);
    if (status != 416) QCOMPARE(answer.body, body);
    if (status == 416) QCOMPARE(FileTown::codeOf(answer), QByteArray("range"));
  }

  // A part of another file is never glued to the beginning of this one.
  void ifRange() {
    const QByteArray file = town_->upload("ada", kTides, QStringLiteral("a.txt"), "0123456789");
    const QByteArray token = town_->token("bo", kTides, false);
    const QByteArray tag = '"' + sha256Of("0123456789") + '"';
    const WebAnswer same = town_->download(token, kTides, file, {{"Range", "bytes=0-4"}, {"If-Range", tag}});
    QCOMPARE(same.status, 206);
    const WebAnswer other = town_->download(token, kTides, file, {{"Range", "bytes=0-4"}, {"If-Range", "\"x\""}});
    QCOMPARE(other.status, 200);
    QCOMPARE(other.body, QByteArray("0123456789"));
  }

  void beginningTwiceIsOnce() {
    const QByteArray token = town_->token("ada", kTides, true);
    const QByteArray first = fileIn(town_->begin(token, QStringLiteral("a.txt"), 4));
    QCOMPARE(fileIn(town_->begin(token, QStringLiteral("a.txt"), 4)), first);
    QCOMPARE(town_->put(token, kTides, first, "tide", 0, 4, sha256Of("tide")).status, 201);
    // The answer was lost: it can be had again, but nothing new.
    const WebAnswer again = town_->call("HEAD", FileTown::path(kTides, first), token);
    QCOMPARE(again.header(Files::Header::kState), QByteArray("complete"));
    QCOMPARE(fileIn(town_->begin(token, QStringLiteral("b.txt"), 4)), first);
  }

  void equalContentsAreKeptOnce() {
    const QByteArray bytes = someBytes(100'000);
    const QByteArray one = town_->upload("ada", kTides, QStringLiteral("a.txt"), bytes);
    const QByteArray two = town_->upload("bo", kCrew, QStringLiteral("b.txt"), bytes);
    QVERIFY(one != two);
    const QByteArray hash = sha256Of(bytes);
    const QString folder = town_->host.dataDir() + QStringLiteral("/files/") + QString::fromLatin1(hash.first(2));
    QCOMPARE(QDir(folder).entryList(QDir::Files), QStringList(QString::fromLatin1(hash)));
    QCOMPARE(town_->download(town_->token("ada", kCrew, false), kCrew, two).body, bytes);
    QVERIFY(QDir(town_->host.dataDir() + QStringLiteral("/files/uploads")).isEmpty());
  }

  void listAndPreview() {
    const QByteArray token = town_->token("ada", kTides, true);
    const QByteArray file = fileIn(town_->begin(token, QStringLiteral("boat.png"), 4, sha256Of("tide")));
    const QByteArray picture = "\x89PNG\r\n\x1a\n" + someBytes(500);
    const QByteArray path = FileTown::path(kTides, file) + "/preview";
    QCOMPARE(town_->call("PUT", path, token, {{"Content-Type", "image/png"}}, picture).status, 204);
    QCOMPARE(town_->put(token, kTides, file, "tide", 0, 4).status, 201);
    QVERIFY(!town_->upload("bo", kTides, QStringLiteral("later.txt"), "x").isEmpty());

    const QByteArray reading = town_->token("bo", kTides, false);
    const WebAnswer shown = town_->call("GET", path, reading);
    QCOMPARE(shown.status, 200);
    QCOMPARE(shown.body, picture);
    QCOMPARE(shown.header("Content-Type"), QByteArray("image/png"));
    const QJsonObject page = town_->call("GET", FileTown::path(kTides, {}) + "?limit=1", reading).json();
    QVERIFY(page.value(QStringLiteral("more")).toBool());
    const QJsonObject newest = page.value(QStringLiteral("files")).toArray().at(0).toObject();
    QCOMPARE(newest.value(QStringLiteral("name")).toString(), QStringLiteral("later.txt"));
    const QByteArray before = QByteArray::number(newest.value(QStringLiteral("number")).toInteger());
    const QJsonObject rest = town_->call("GET", FileTown::path(kTides, {}) + "?before=" + before, reading).json();
    QVERIFY(!rest.value(QStringLiteral("more")).toBool(true));
    const QJsonObject older = rest.value(QStringLiteral("files")).toArray().at(0).toObject();
    QCOMPARE(older.value(QStringLiteral("user")).toString(), QStringLiteral("sip:ada@orchard.example"));
    QCOMPARE(older.value(QStringLiteral("userName")).toString(), QStringLiteral("Ada Quince"));
    QCOMPARE(older.value(QStringLiteral("size")).toInteger(), 4);
    QVERIFY(older.value(QStringLiteral("preview")).toBool());
    // Neither list nor preview took the token away from the file.
    QCOMPARE(town_->download(reading, kTides, file).body, QByteArray("tide"));
  }

  void givenUp() {
    const QByteArray token = town_->token("ada", kTides, true);
    const QByteArray file = fileIn(town_->begin(token, QStringLiteral("a.txt"), 8));
    QCOMPARE(town_->put(token, kTides, file, "tide----", 0, 4).status, 200);
    QCOMPARE(town_->call("DELETE", FileTown::path(kTides, file), token).status, 204);
    QCOMPARE(FileTown::codeOf(town_->put(token, kTides, file, "tide----", 4, 4)), QByteArray("not-found"));
    QVERIFY(QDir(town_->host.dataDir() + QStringLiteral("/files/uploads")).isEmpty());
  }
};

PARLOUR_TEST(TestFileTransfers)

}  // namespace tst_filetransfers

#include "tst_filetransfers.moc"
