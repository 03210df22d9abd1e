// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDir>
#include <QFile>
#include <QObject>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/ClientFixture.h"

namespace Parlour::Testing {

QByteArray sampleBytes(int size);

// Ada in a room whose server keeps files, on a computer with a folder for downloads. Base of the tests of transfers.
class TransferFixture : public QObject {
 protected:
  using Transfer = Core::Transfer;
  void begin();  // before each test
  void start();
  void answerTokens();
  Core::TransferService& transfers() { return f_->client->transfers(); }
  Core::Room& tides() { return *f_->client->room(tides_); }
  QString source(const QString& name, const QByteArray& bytes);
  quint64 upload(const QString& name, const QByteArray& bytes);
  const Transfer& transfer(quint64 id) { return *transfers().find(id); }
  void expectPosted(quint64 id, const QString& name, const QByteArray& bytes);
  QByteArray saved(quint64 id);
  void pass(qint64 ms) {
    f_->settle();  // what goes to the chat server takes no time
    f_->advanceMs(ms);
  }
  QStringList downloads() { return QDir(downloads_->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }

  const RoomUri tides_ = testRoom("tides");
  std::unique_ptr<QTemporaryDir> disk_;
  std::unique_ptr<QTemporaryDir> downloads_;
  std::unique_ptr<ClientFixture> f_;
  QHash<QByteArray, FakeFileWeb::File> served_;
  QString serverUri_;
  int tokensGiven_ = 0;
  Xccos::ReplyHeader refuseToken_;
};

}  // namespace Parlour::Testing
