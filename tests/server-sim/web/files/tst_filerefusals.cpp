// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QTest>

#include "protocol/files/FileHttp.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/web/files/support/FileTown.h"

namespace tst_filerefusals {

using namespace Parlour;
using namespace Parlour::Tests;

namespace {

QByteArray fileIn(const WebAnswer& answer) { return answer.json().value(QStringLiteral("file")).toString().toLatin1(); }

const QByteArray kUploads = QByteArray(Files::kFilesPath) + "uploads";

}  // namespace

// What must not be done with files, by people and by bytes.
class TestFileRefusals : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<FileTown> town_;
  QByteArray secret_;  // a file of the secret room
  QByteArray open_;    // one of the open room

  QByteArray uploading(qint64 size, QByteArray& token) {
    token = town_->token("ada", kTides, true);
    return fileIn(town_->begin(token, QStringLiteral("a.txt"), size));
  }

 private Q_SLOTS:
  void initTestCase() {
    town_ = std::make_unique<FileTown>();
    town_->config().files.types = "txt, png pdf";
    QVERIFY(town_->start());
    secret_ = town_->upload("bo", kBoard, QStringLiteral("plan.txt"), "the plan");
    open_ = town_->upload("bo", kTides, QStringLiteral("tides.txt"), "the tides");
    QVERIFY(!secret_.isEmpty() && !open_.isEmpty());
  }
  void cleanupTestCase() { town_.reset(); }

  void whoGetsTokens_data() {
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QByteArray>("room");
    QTest::addColumn<bool>("upload");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const char* user, const char* room, bool upload, int code) {
      QTest::newRow(name) << QByteArray(user) << QByteArray(room) << upload << code;
    };
    row("open room, up", "ada", kTides, true, 200);
    row("open room, down", "ada", kTides, false, 200);
    row("member, up", "ada", kCrew, true, 200);
    row("no member, up", "cy", kCrew, true, 451);
    row("no member, down", "cy", kCrew, false, 403);
    row("secret, outsider, up", "ada", kBoard, true, 404);
    row("secret, outsider, down", "ada", kBoard, false, 404);
    row("no such room", "ada", "a3c1d7e2-0f44-4d5a-9b6b-2f10c8e47a99", false, 404);
    row("auditorium, presenter, up", "bo", kHall, true, 200);
    row("auditorium, listener, up", "cy", kHall, true, 403);
    row("auditorium, listener, down", "cy", kHall, false, 200);
    row("no files there, up", "ada", kDry, true, 403);
    row("no files there, down", "ada", kDry, false, 200);
  }
  void whoGetsTokens() {
    QFETCH(QByteArray, user);
    QFETCH(QByteArray, room);
    QFETCH(bool, upload);
    QFETCH(int, code);
    const auto reply = town_->ask(user, room.constData(), upload);
    QVERIFY(reply);
    QCOMPARE(reply->header.code, code);
    QCOMPARE(reply->grant.token.isEmpty(), code != 200);
    if (code == 200) QVERIFY(reply->grant.serverUri.endsWith(QStringLiteral("/PersistentChat/MGCWebService.asmx")));
  }

  void badTokens_data() {
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("unknown") << QByteArray("4c1d0a77-90ab-4e1c-b3f2-6d5e4f3a2b1c");
    QTest::newRow("long") << QByteArray(4'000, 'a');
    QTest::newRow("odd bytes") << QByteArray("' OR 1=1 --\xff");
  }
  // Whatever is behind an address, and whether: the answer is the same.
  void badTokens() {
    QFETCH(QByteArray, token);
    for (const QByteArray& path :
         {FileTown::path(kBoard, secret_), FileTown::path(kTides, open_), FileTown::path(kBoard, "no-such-file"),
          FileTown::path(kBoard, {}), FileTown::path("no-room", {}), FileTown::path(kTides, open_) + "/preview",
          QByteArray(Files::kFilesPath), QByteArray(Files::kFilesPath) + "a/b/c/d/e"}) {
      const WebAnswer answer = town_->call("GET", path, token);
      QCOMPARE(answer.status, 401);
      QCOMPARE(FileTown::codeOf(answer), QByteArray("token"));
    }
    QCOMPARE(FileTown::codeOf(town_->begin(token, QStringLiteral("a.txt"), 1)), QByteArray("token"));
  }

  // Acceptance: whoever is not in the secret room cannot tell its file from nothing.
  void secretFileWithGuessedAddress() {
    const QByteArray token = town_->token("ada", kTides, false);
    const WebAnswer there = town_->download(token, kBoard, secret_);
    const WebAnswer nowhere = town_->download(token, "a3c1d7e2-0f44-4d5a-9b6b-2f10c8e47a99", secret_);
    QCOMPARE(there.status, 403);
    QCOMPARE(there.body, nowhere.body);
    QCOMPARE(nowhere.status, 403);
    // Its name under a room that is open to them is not there, like any other name.
    const WebAnswer moved = town_->download(token, kTides, secret_);
    const WebAnswer madeUp = town_->download(token, kTides, "77aa66bb-55cc-44dd-93ee-22ff11001234.txt");
    QCOMPARE(moved.status, 404);
    QCOMPARE(moved.body, madeUp.body);
    QCOMPARE(town_->call("GET", FileTown::path(kBoard, {}), token).status, 403);
    // Who is in it reads it.
    QCOMPARE(town_->download(town_->token("cy", kBoard, false), kBoard, secret_).body, QByteArray("the plan"));
  }

  void directionAndFileOfTokens() {
    const QByteArray up = town_->token("ada", kTides, true);
    QCOMPARE(FileTown::codeOf(town_->download(up, kTides, open_)), QByteArray("token"));
    const QByteArray down = town_->token("ada", kTides, false);
    QCOMPARE(FileTown::codeOf(town_->begin(down, QStringLiteral("a.txt"), 1)), QByteArray("token"));
    // One token, one file.
    const QByteArray other = town_->upload("bo", kTides, QStringLiteral("b.txt"), "more");
    QCOMPARE(town_->download(down, kTides, open_, {{"Range", "bytes=0-1"}}).status, 206);
    QCOMPARE(FileTown::codeOf(town_->download(down, kTides, other)), QByteArray("token"));
    QCOMPARE(town_->download(down, kTides, open_).body, QByteArray("the tides"));
  }

  void uploadsOfOthers() {
    QByteArray token;
    const QByteArray file = uploading(8, token);
    const QByteArray foreign = town_->token("bo", kTides, true);
    QCOMPARE(FileTown::codeOf(town_->put(foreign, kTides, file, "12345678", 0, 8)), QByteArray("not-found"));
    const WebAnswer resumed = town_->call("POST", kUploads, foreign, {}, "{\"resume\":\"" + file + "\"}");
    QCOMPARE(FileTown::codeOf(resumed), QByteArray("not-found"));
    QCOMPARE(FileTown::codeOf(town_->call("DELETE", FileTown::path(kTides, file), foreign)), QByteArray("not-found"));
    QCOMPARE(town_->put(token, kTides, file, "12345678", 0, 8, sha256Of("12345678")).status, 201);
  }

  void wishes_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, const QByteArray& body, const char* code) {
      QTest::newRow(name) << body << QByteArray(code);
    };
    row("nothing", "", "bad-request");
    row("no JSON", "name=a&size=1", "bad-request");
    row("a list", "[1]", "bad-request");
    row("no size", R"({"name":"a.txt"})", "bad-request");
    row("negative", R"({"name":"a.txt","size":-1})", "bad-request");
    row("half a byte", R"({"name":"a.txt","size":1.5})", "bad-request");
    row("endless", R"({"name":"a.txt","size":1e300})", "bad-request");
    row("size as text", R"({"name":"a.txt","size":"1"})", "bad-request");
    row("no hash", R"({"name":"a.txt","size":1,"sha256":"abc"})", "bad-request");
    row("name is no text", R"({"name":7,"size":1})", "bad-request");
    row("no name", R"({"name":"","size":1})", "bad-name");
    row("dots", R"({"name":"../..","size":1})", "bad-name");
    row("type", R"({"name":"virus.exe","size":1})", "type-not-allowed");
    row("type hidden by direction", "{\"name\":\"a\xe2\x80\xaetxt.exe\",\"size\":1}", "type-not-allowed");
    row("no type", R"({"name":"README","size":1})", "type-not-allowed");
    row("too large", R"({"name":"a.txt","size":20480001})", "too-large");
    row("long", "{\"name\":\"" + QByteArray(20'000, 'a') + "\",\"size\":1}", "bad-request");
    row("resume what is no name", R"({"resume":"../../chat.db"})", "not-found");
    row("resume nothing", R"({"resume":"77aa66bb-55cc-44dd-93ee-22ff11001234.txt"})", "not-found");
  }
  void wishes() {
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, code);
    const QByteArray token = town_->token("ada", kTides, true);
    QCOMPARE(FileTown::codeOf(town_->call("POST", kUploads, token, {}, body)), code);
    // The token is still good for something better.
    QCOMPARE(town_->begin(token, QStringLiteral("a.txt"), 1).status, 201);
  }

  void pieces_data() {
    QTest::addColumn<QByteArray>("range");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, const char* range, const QByteArray& body, const char* code) {
      QTest::newRow(name) << QByteArray(range) << body << QByteArray(code);
    };
    row("no range", "", "1234", "bad-request");
    row("gap", "bytes 4-7/8", "1234", "offset");
    row("other total", "bytes 0-3/9", "1234", "length");
    row("shorter than it says", "bytes 0-3/8", "123", "length");
    row("longer than it says", "bytes 0-3/8", "12345", "length");
    row("end before all is there", "bytes */8", "", "offset");
    row("beyond the total", "bytes 0-8/8", "123456789", "bad-request");
    row("enormous numbers", "bytes 0-99999999999999999999/999999999999999999999", "1", "bad-request");
  }
  void pieces() {
    QFETCH(QByteArray, range);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, code);
    QByteArray token;
    const QByteArray file = uploading(8, token);
    HeaderMap headers;
    if (!range.isEmpty()) headers.insert("Content-Range", range);
    const WebAnswer answer = town_->call("PUT", FileTown::path(kTides, file), token, headers, body);
    QCOMPARE(FileTown::codeOf(answer), code);
    if (code == "offset") {
      QCOMPARE(answer.json().value(QStringLiteral("error")).toObject().value(QStringLiteral("offset")).toInteger(-1),
               0);
    }
    // Nothing of it counts.
    QCOMPARE(town_->put(token, kTides, file, "12345678", 0, 8, sha256Of("12345678")).status, 201);
  }

  void damagedOnTheWay() {
    QByteArray token;
    const QByteArray file = uploading(4, token);
    QCOMPARE(FileTown::codeOf(town_->put(token, kTides, file, "tide", 0, 4)), QByteArray("bad-request"));
    QCOMPARE(FileTown::codeOf(
                 town_->call("PUT", FileTown::path(kTides, file), token,
                             {{"Content-Range", "bytes */4"}, {Files::Header::kSha256, sha256Of("something else")}})),
             QByteArray("hash"));
    QCOMPARE(FileTown::codeOf(town_->download(town_->token("bo", kTides, false), kTides, file)),
             QByteArray("not-found"));
    QVERIFY(!QFile::exists(town_->host.dataDir() + QStringLiteral("/files/uploads/") + QString::fromLatin1(file)));
  }

  void previews_data() {
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    const QByteArray png("\x89PNG\r\n\x1a\n");
    QTest::newRow("nothing") << QByteArray("image/png") << QByteArray();
    QTest::newRow("script") << QByteArray("image/svg+xml") << QByteArray("<svg/>");
    QTest::newRow("other than it says") << QByteArray("image/jpeg") << png;
    QTest::newRow("too large") << QByteArray("image/png") << png + QByteArray(256 * 1'024, 'x');
  }
  void previews() {
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QByteArray token;
    const QByteArray file = uploading(4, token);
    const QByteArray path = FileTown::path(kTides, file) + "/preview";
    QCOMPARE(FileTown::codeOf(town_->call("PUT", path, token, {{"Content-Type", type}}, body)),
             QByteArray("preview-not-allowed"));
  }

  void paths_data() {
    QTest::addColumn<QByteArray>("path");
    const QByteArray base = Files::kFilesPath;
    const QByteArray room = base + kTides;
    for (const QByteArray& path :
         {room + "/..%2f..%2fchat.db", room + "/../../../chat.db", room + "/%2e%2e/chat.db", room + "/..",
          room + "/con.txt", room + "/a%00.txt", room + "/%ff%fe", base + "%2e%2e/chat.db",
          room + "/" + QByteArray(900, 'a'), room + "/aux", room + "/C:%5Cboot.ini", room + "//etc/passwd"}) {
      QTest::newRow(path.constData()) << path;
    }
  }
  void paths() {
    QFETCH(QByteArray, path);
    for (const char* method : {"GET", "HEAD", "DELETE"}) {
      const QByteArray token = town_->token("ada", kTides, qstrcmp(method, "DELETE") == 0);
      const WebAnswer answer = town_->call(method, path, token);
      QVERIFY2(answer.status >= 400 && answer.status < 500, qPrintable(QString::number(answer.status)));
      QVERIFY(!answer.body.contains("SQLite format"));
    }
  }

  void requests_data() {
    QTest::addColumn<QByteArray>("request");
    const QByteArray head = "PUT " + QByteArray(Files::kFilesPath) + "x/y HTTP/1.1\r\nHost: h\r\n";
    QTest::newRow("chunked") << head + "Transfer-Encoding: chunked\r\n\r\n4\r\ntide\r\n0\r\n\r\n";
    QTest::newRow("two lengths") << head + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\ntide";
    QTest::newRow("packed") << head + "Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\ntide";
    QTest::newRow("longer than any piece") << head + "Content-Length: 99999999999\r\n\r\ntide";
    QTest::newRow("length is no number") << head + "Content-Length: four\r\n\r\ntide";
    QTest::newRow("multipart") << "POST " + kUploads +
                                      " HTTP/1.1\r\nHost: h\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                                      "Content-Length: 7\r\n\r\n--b--\r\n";
    QTest::newRow("other method") << "PATCH " + kUploads + " HTTP/1.1\r\nHost: h\r\n\r\n";
  }
  void requests() {
    QFETCH(QByteArray, request);
    const WebAnswer answer = Browser(town_->host.webPort()).raw(request);
    QVERIFY2(answer.status >= 400 && answer.status < 500, answer.head.constData());
    QCOMPARE(Browser(town_->host.webPort()).get(QStringLiteral("/health")).status, 200);
  }
};

PARLOUR_TEST(TestFileRefusals)

}  // namespace tst_filerefusals

#include "tst_filerefusals.moc"
