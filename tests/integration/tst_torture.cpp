// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>

#include "tests/integration/host/Multitude.h"
#include "tests/integration/host/ServerHost.h"
#include "tests/program/Paths.h"
#include "tests/program/TestProgram.h"

namespace tst_torture {

using namespace Parlour;
using namespace Parlour::Tests;

// One file of tests/protocol/sip/torture, as its README says.
struct TortureMessage {
  QByteArrayList answers;  // each with its alternatives
  QByteArray bytes;
};

QByteArray withRepeats(QByteArray text) {
  for (qsizetype end = text.indexOf("</repeat>"); end >= 0; end = text.indexOf("</repeat>")) {
    const qsizetype start = text.lastIndexOf("<repeat count=", end);
    const qsizetype open = text.indexOf('>', start);
    const int count = text.mid(start + 14, open - start - 14).toInt();
    text.replace(start, end + 9 - start, text.mid(open + 1, end - open - 1).repeated(count));
  }
  return text;
}

QByteArray withJoinedLines(QByteArray text) {
  for (qsizetype start = text.indexOf("<join>\r\n"); start >= 0; start = text.indexOf("<join>\r\n")) {
    const qsizetype end = text.indexOf("</join>\r\n", start);
    text.replace(start, end + 9 - start, text.mid(start + 8, end - start - 8).replace("\r\n", "") + "\r\n");
  }
  return text;
}

QByteArray withBytes(QByteArray text) {
  for (qsizetype start = text.indexOf("<hex>"); start >= 0; start = text.indexOf("<hex>", start)) {
    const qsizetype end = text.indexOf("</hex>", start);
    text.replace(start, end + 6 - start, QByteArray::fromHex(text.mid(start + 5, end - start - 5)));
  }
  return text;
}

TortureMessage readTorture(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return {};
  file.readLine();
  TortureMessage message;
  message.answers = file.readLine().trimmed().mid(10).split(' ');
  // Bytes last but for the length: what they are must not be taken for marks, and the length counts them.
  QByteArray text = withBytes(withJoinedLines(withRepeats(file.readAll().replace("\n", "\r\n"))));
  const qsizetype mark = text.indexOf("@LENGTH@");
  if (mark >= 0) {
    const qsizetype body = text.indexOf("\r\n\r\n", mark) + 4;
    text.replace(mark, 8, QByteArray::number(text.size() - body));
  }
  message.bytes = text;
  return message;
}

// RFC 4475 against the real server: defined answers, and who is signed in notices nothing.
class TestTorture : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<ServerHost> server_;
  std::unique_ptr<Multitude> people_;
  int posts_ = 0;

  static QList<int> statusesIn(const QByteArray& received) {
    QList<int> statuses;
    static const QRegularExpression line(QStringLiteral("(?:^|\r\n)SIP/2\\.0 (\\d{3}) "));
    auto matches = line.globalMatch(QString::fromLatin1(received));
    while (matches.hasNext()) {
      const int status = matches.next().captured(1).toInt();
      if (status >= 200) statuses.append(status);
    }
    return statuses;
  }
  bool everybodyIsServed() {
    ++posts_;
    people_->users[0]->post("after torture");
    return people_->waitUntil(
        [this] { return people_->users[0]->postsTaken() == posts_ && people_->users[1]->postsSeen() == posts_; }, 10);
  }
  bool newcomersAreServed() const {
    LightUser late("user2", people_->plan, people_->loop);
    late.signIn();
    return people_->waitUntil([&] { return late.isIn(); }, 10);
  }

 private Q_SLOTS:
  void initTestCase() {
    server_ = std::make_unique<ServerHost>(multitudeOrganisation(3));
    server_->config().frontEnd.openSignIn = true;
    server_->config().connections.firstRequestSeconds = 1;
    QVERIFY(server_->start().ok());
    people_ = std::make_unique<Multitude>(server_->port(), 2);
    people_->signInAll();
    QVERIFY2(people_->waitUntilIn(), people_->failureText());
  }
  void cleanupTestCase() {
    people_.reset();
    server_.reset();
  }

  void answers_data() {
    QTest::addColumn<QString>("path");
    const QDir folder(Parlour::Testing::sourcePath(QStringLiteral("tests/protocol/sip/torture")));
    const QStringList files = folder.entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name);
    QCOMPARE(files.size(), 50);
    for (const QString& name : files) QTest::newRow(qPrintable(name.chopped(4))) << folder.filePath(name);
  }
  void answers() {
    QFETCH(QString, path);
    const TortureMessage torture = readTorture(path);
    QVERIFY(!torture.bytes.isEmpty());
    QTcpSocket peer;
    peer.connectToHost(QStringLiteral("127.0.0.1"), server_->port());
    QVERIFY(peer.waitForConnected());
    peer.write(torture.bytes);
    QByteArray received;
    const bool silent = torture.answers == QByteArrayList{"none"};
    const auto isOver = [&] {
      received += peer.readAll();
      return statusesIn(received).size() >= torture.answers.size() || peer.state() != QAbstractSocket::ConnectedState;
    };
    if (!silent) QVERIFY2(QTest::qWaitFor(isOver, 5'000), "no answer and no end");
    QVERIFY(everybodyIsServed());
    QVERIFY(newcomersAreServed());
    received += peer.readAll();
    QList<int> statuses = statusesIn(received);
    if (silent) {
      QVERIFY2(statuses.isEmpty(), received.constData());
      return;
    }
    for (const QByteArray& alternatives : torture.answers) {
      const QByteArray got = statuses.isEmpty() ? QByteArray("drop") : QByteArray::number(statuses.takeFirst());
      QVERIFY2(alternatives.split('|').contains(got), got + " instead of " + alternatives);
    }
    QVERIFY2(statuses.isEmpty(), received.constData());
  }
};

PARLOUR_TEST(TestTorture)

}  // namespace tst_torture

#include "tst_torture.moc"
