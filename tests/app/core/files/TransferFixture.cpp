// SPDX-License-Identifier: Apache-2.0
#include "tests/app/core/files/TransferFixture.h"

#include "protocol/xccos/ChatText.h"

namespace Parlour::Testing {

using namespace Parlour::Core;

QByteArray sampleBytes(int size) {
  QByteArray bytes;
  for (int i = 0; bytes.size() < size; ++i) bytes += QByteArray::number(i * 7919) + '\n';
  return bytes.left(size);
}

void TransferFixture::begin() {
  disk_ = std::make_unique<QTemporaryDir>();
  downloads_ = std::make_unique<QTemporaryDir>();
  serverUri_ = QStringLiteral("https://web.orchard.example/PersistentChat/MGCWebService.asmx");
  tokensGiven_ = 0;
  refuseToken_ = {};
  f_ = std::make_unique<ClientFixture>(std::make_shared<QVariantMap>(), std::make_shared<MemoryPostJournal::Disk>(),
                                       std::make_shared<MemoryTransferJournal::Disk>(), downloads_->path());
  start();
}

void TransferFixture::start() {
  f_->server->chatSupports = "timer, parlour-files";
  f_->rooms.add(tides_, QStringLiteral("Tide tables"));
  f_->followBefore(tides_, QStringLiteral("Tide tables"));
  answerTokens();
  f_->signIn();
}

void TransferFixture::answerTokens() {
  f_->rooms.answerFirst = [this](const Xccos::Command& command,
                                 const Xccos::ReplyHeader& header) -> std::optional<Xccos::Reply> {
    const bool asked = std::holds_alternative<Xccos::GetUploadToken>(command) ||
                       std::holds_alternative<Xccos::GetDownloadToken>(command);
    if (!asked) return std::nullopt;
    Xccos::FileTokenReply reply;
    reply.header = header;
    if (refuseToken_.code != 0 && refuseToken_.code != 200) {
      reply.header.code = refuseToken_.code;
      reply.header.text = refuseToken_.text;
      return reply;
    }
    reply.grant = {"token-" + QByteArray::number(++tokensGiven_), serverUri_};
    f_->web->tokens.insert(reply.grant.token);
    return reply;
  };
}

QString TransferFixture::source(const QString& name, const QByteArray& bytes) {
  const QString path = disk_->filePath(name);
  QFile file(path);
  if (!file.open(QIODevice::WriteOnly)) return {};
  file.write(bytes);
  return path;
}

quint64 TransferFixture::upload(const QString& name, const QByteArray& bytes) {
  const auto begun = transfers().upload(tides(), source(name, bytes));
  f_->settle();
  return begun ? *begun : 0;
}

void TransferFixture::expectPosted(quint64 id, const QString& name, const QByteArray& bytes) {
  QCOMPARE(transfer(id).state, TransferState::Done);
  const FakeFileWeb::File file = f_->web->files.value(transfer(id).file);
  QVERIFY(file.complete);
  QCOMPARE(file.content, bytes);
  const auto& timeline = tides().timeline();
  const Message& last = timeline.at(timeline.count() - 1);
  QCOMPARE(last.state, MessageState::Stored);
  QCOMPARE(last.text, Xccos::makeFileLink(tides_, transfer(id).file, name, bytes.size()));
}

QByteArray TransferFixture::saved(quint64 id) {
  QFile file(transfer(id).path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace Parlour::Testing
