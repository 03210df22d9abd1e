// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "app/core/files/FileTransferJournal.h"
#include "tests/program/TestProgram.h"

namespace tst_filetransferjournal {

using namespace Parlour;
using namespace Parlour::Core;

namespace {

const SipUri kJournalAda = SipUri::fromTrusted("sip:ada@orchard.example");

Transfer sampleTransfer(quint64 id, TransferDirection direction, TransferState state) {
  Transfer transfer;
  transfer.id = id;
  transfer.direction = direction;
  transfer.state = state;
  transfer.room = *RoomUri::fromParts("orchard.example", "tides");
  transfer.file = "77aa66bb-55cc-44dd-93ee-22ff11001234.pdf";
  transfer.name = QStringLiteral("tides – märz.pdf");
  transfer.path = QStringLiteral("/home/ada/tides – märz.pdf");
  transfer.size = 9'007'199'254'740'993;  // no double holds it
  transfer.changed = 1'772'000'000'123;
  transfer.etag = "\"abc\"";
  transfer.alert = true;
  transfer.temporary = true;
  transfer.begun = *Timestamp::parse("2031-03-04T08:15:30.1234567Z");
  transfer.kind = TransferFailure::Quarantined;
  if (state == TransferState::Failed)
    transfer.failure = Error::make(ErrorCode::Internal, QStringLiteral("Broken off."));
  return transfer;
}

QString journalFile(const QTemporaryDir& dir) { return dir.filePath(QDir(dir.path()).entryList(QDir::Files).value(0)); }

}  // namespace

class TestFileTransferJournal : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void readsWhatItWrote_data() {
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("kept");
    const auto row = [](const char* name, TransferState state, TransferState kept) {
      QTest::newRow(name) << static_cast<int>(state) << static_cast<int>(kept);
    };
    row("queued", TransferState::Queued, TransferState::Queued);
    row("running goes on", TransferState::Running, TransferState::Queued);
    row("waiting goes on", TransferState::Waiting, TransferState::Queued);
    row("paused", TransferState::Paused, TransferState::Paused);
    row("failed", TransferState::Failed, TransferState::Failed);
    row("done", TransferState::Done, TransferState::Done);
  }

  void readsWhatItWrote() {
    QFETCH(int, state);
    const QTemporaryDir dir;
    const Transfer wrote =
        sampleTransfer(18'446'744'073'709'551'615ULL, TransferDirection::Download, static_cast<TransferState>(state));
    QVERIFY(FileTransferJournal(dir.path()).save(kJournalAda, {wrote}).ok());
    const QList<Transfer> read = FileTransferJournal(dir.path()).load(kJournalAda);
    QCOMPARE(read.size(), 1);
    const Transfer& got = read.first();
    QTEST(static_cast<int>(got.state), "kept");
    QCOMPARE(got.id, wrote.id);
    QCOMPARE(got.direction, wrote.direction);
    QCOMPARE(got.room, wrote.room);
    QCOMPARE(got.file, wrote.file);
    QCOMPARE(got.name, wrote.name);
    QCOMPARE(got.path, wrote.path);
    QCOMPARE(got.size, wrote.size);
    QCOMPARE(got.changed, wrote.changed);
    QCOMPARE(got.etag, wrote.etag);
    QVERIFY(got.alert && got.temporary);
    QCOMPARE(got.begun, wrote.begun);
    QCOMPARE(got.kind, wrote.kind);
    QCOMPARE(got.failure.has_value(), wrote.failure.has_value());
    if (got.failure) QCOMPARE(got.failure->text, wrote.failure->text);
  }

  void nobodyElseMayReadIt() {
    const QTemporaryDir dir;
    QVERIFY(FileTransferJournal(dir.path()).save(kJournalAda, {}).ok());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFile(journalFile(dir)).permissions() & others, QFile::Permissions());
  }

  void brokenFiles_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("another version") << QByteArray(R"("version":1)") << QByteArray(R"("version":2)");
    QTest::newRow("no json") << QByteArray("{") << QByteArray("<");
    QTest::newRow("room") << QByteArray("ma-chan:") << QByteArray("http:");
    QTest::newRow("repository name is a path") << QByteArray("77aa66bb-") << QByteArray("../../");
    QTest::newRow("no number") << QByteArray(R"("id":"7")") << QByteArray(R"("id":"x")");
  }

  void brokenFiles() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    const QTemporaryDir dir;
    const Transfer wrote = sampleTransfer(7, TransferDirection::Download, TransferState::Queued);
    QVERIFY(FileTransferJournal(dir.path()).save(kJournalAda, {wrote}).ok());
    QFile file(journalFile(dir));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray text = file.readAll();
    QVERIFY(text.contains(from));
    QVERIFY(file.resize(0) && file.seek(0) && file.write(text.replace(from, to)) > 0);
    file.close();
    QVERIFY(FileTransferJournal(dir.path()).load(kJournalAda).isEmpty());
  }

  void directoryThatCannotBeMade() {
    QVERIFY(!FileTransferJournal(QStringLiteral("/proc/nowhere")).save(kJournalAda, {}).ok());
  }
};

PARLOUR_TEST(TestFileTransferJournal)

}  // namespace tst_filetransferjournal

#include "tst_filetransferjournal.moc"
