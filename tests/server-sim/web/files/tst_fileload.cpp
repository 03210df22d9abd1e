// SPDX-License-Identifier: Apache-2.0
#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTest>
#include <algorithm>

#include "protocol/files/FileHttp.h"
#include "tests/program/TestProgram.h"
#include "tests/server-sim/web/files/support/FileTown.h"

namespace tst_fileload {

using namespace Parlour;
using namespace Parlour::Tests;

// Many transfers at one time, half of them stuck: posting and the pages go on. PARLOUR_TRANSFERS=200 for the number
// that is promised; a test run takes fewer.
class TestFileLoad : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<FileTown> town_;
  std::vector<std::unique_ptr<QTcpSocket>> sockets_;

  static int transfers() {
    const int wanted = qEnvironmentVariableIntValue("PARLOUR_TRANSFERS");
    return wanted > 0 ? wanted : 40;
  }
  QTcpSocket& open(const QByteArray& request) {
    sockets_.push_back(std::make_unique<QTcpSocket>());
    QTcpSocket& socket = *sockets_.back();
    socket.setReadBufferSize(1);  // takes nothing until the test lets it
    socket.connectToHost(QStringLiteral("127.0.0.1"), town_->host.webPort());
    if (socket.waitForConnected()) socket.write(request);
    socket.waitForBytesWritten();
    return socket;
  }
  QByteArray getRequest(const QByteArray& file) {
    return "GET " + FileTown::path(kTides, file) +
           " HTTP/1.1\r\nHost: h\r\nConnection: close\r\nAuthorization: Bearer " + town_->token("bo", kTides, false) +
           "\r\n\r\n";
  }
  QByteArray slowPut() {
    const QByteArray token = town_->token("ada", kCrew, true);
    const QByteArray file = town_->begin(token, QStringLiteral("a.txt"), 1'000'000)
                                .json()
                                .value(QStringLiteral("file"))
                                .toString()
                                .toLatin1();
    return "PUT " + FileTown::path(kCrew, file) + " HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer " + token +
           "\r\nContent-Length: 1000000\r\nContent-Range: bytes 0-999999/1000000\r\n\r\nslow";
  }
  // Microseconds of the middle one.
  qint64 postMany(const QByteArray& text) {
    std::vector<qint64> times;
    for (int i = 0; i < 50; ++i) {
      QElapsedTimer timer;
      timer.start();
      const int code = town_->user("ada").post(FileTown::room(kTides), text + QByteArray::number(i));
      if (code != 200) return -1;
      times.push_back(timer.nsecsElapsed() / 1'000);
    }
    std::nth_element(times.begin(), times.begin() + 25, times.end());
    return times[25];
  }

 private Q_SLOTS:
  void init() {
    town_ = std::make_unique<FileTown>();
    QVERIFY(town_->start());
  }
  void cleanup() {
    sockets_.clear();
    town_.reset();
  }

  void postingGoesOn() {
    const QByteArray bytes = someBytes(8 * 1'024 * 1'024);
    const QByteArray file = town_->upload("ada", kTides, QStringLiteral("chart.pdf"), bytes);
    QVERIFY(!file.isEmpty());
    const qint64 alone = postMany("alone ");
    QVERIFY(alone > 0);
    for (int i = 0; i < transfers(); ++i) open(i % 8 == 0 ? slowPut() : getRequest(file));
    const qint64 beside = postMany("beside ");
    QVERIFY(beside > 0);
    QCOMPARE(Browser(town_->host.webPort()).get(QStringLiteral("/health")).status, 200);
    // Now that they are let, all of them get their file.
    std::vector<qint64> received(sockets_.size(), 0);
    for (size_t i = 0; i < sockets_.size(); ++i) {
      if (i % 8 == 0) continue;
      QObject::connect(sockets_[i].get(), &QTcpSocket::readyRead, sockets_[i].get(),
                       [&, i] { received[i] += sockets_[i]->readAll().size(); });
      sockets_[i]->setReadBufferSize(0);
      received[i] += sockets_[i]->readAll().size();
    }
    const qint64 during = postMany("during ");
    QVERIFY(during > 0);
    const auto whole = [&] {
      for (size_t i = 0; i < sockets_.size(); ++i) {
        if (i % 8 != 0 && received[i] <= bytes.size()) return false;
      }
      return true;
    };
    QTRY_VERIFY_WITH_TIMEOUT(whole(), 60'000);
    qInfo() << transfers() << "transfers; a post takes" << alone << "us alone," << beside << "us beside stuck ones,"
            << during << "us while all move";
  }

  // One more than there may be is refused at once, and the pages have their threads still.
  void moreThanThereMayBe() {
    town_->host.stop();
    town_->config().files.transfers = 4;
    QVERIFY(town_->start());
    const QByteArray file = town_->upload("ada", kTides, QStringLiteral("chart.pdf"), someBytes(8 * 1'024 * 1'024));
    for (int i = 0; i < 4; ++i) open(getRequest(file));
    const QByteArray token = town_->token("bo", kTides, false);
    QTRY_COMPARE(town_->call("HEAD", FileTown::path(kTides, file), token).status, 503);
    const WebAnswer refused = town_->download(token, kTides, file);
    QCOMPARE(FileTown::codeOf(refused), QByteArray("busy"));
    QVERIFY(!refused.header("Retry-After").isEmpty());
    QCOMPARE(Browser(town_->host.webPort()).get(QStringLiteral("/health")).status, 200);
    sockets_.clear();
    QTRY_COMPARE(town_->call("HEAD", FileTown::path(kTides, file), token).status, 200);
    QCOMPARE(town_->download(token, kTides, file).status, 200);
  }
};

PARLOUR_TEST(TestFileLoad)

}  // namespace tst_fileload

#include "tst_fileload.moc"
