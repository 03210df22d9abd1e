// SPDX-License-Identifier: Apache-2.0
#include "server-sim/files/FileService.h"

#include <QUuid>

#include "protocol/files/FileNames.h"
#include "server-sim/channel/ChannelState.h"
#include "server-sim/store/DataDirectory.h"
#include "server-sim/store/SqliteStore.h"

namespace Parlour::Server {
namespace {

constexpr int kAnswerMs = 15'000;
constexpr qint64 kMinuteMs = 60'000;

QByteArray newToken() { return QUuid::createUuid().toByteArray(QUuid::WithoutBraces); }

// The row of a new token, if its user does not hoard them.
Status addNewToken(Sqlite::Database& database, const TokenRecord& token, Timestamp now) {
  const auto held = FileRecords::tokensOf(database, token.user, now);
  if (!held) return held.error();
  if (*held >= FileService::kTokensPerUser) {
    return Error::make(ErrorCode::Busy, QStringLiteral("You have too many transfers open."));
  }
  return FileRecords::addToken(database, token);
}

}  // namespace

Result<std::unique_ptr<FileService>> FileService::create(const FileSettings& settings, const QString& dataDirectory,
                                                         SqliteStore& store, const Clock& clock, Executor loop) {
  auto contents = ContentStore::open(dataDirectory);
  if (!contents) return contents.error();
  auto reading = Sqlite::Database::open(dataDirectory + QLatin1Char('/') + QLatin1String(kDatabaseFile),
                                        {Sqlite::Access::ReadOnly});
  if (!reading) return reading.error();
  return std::unique_ptr<FileService>(
      new FileService(settings, std::move(*contents), std::move(*reading), store, clock, std::move(loop)));
}

FileService::FileService(const FileSettings& settings, std::unique_ptr<ContentStore> contents, Sqlite::Database reading,
                         SqliteStore& store, const Clock& clock, Executor loop)
    : clock_(clock),
      loop_(std::move(loop)),
      waiter_(kAnswerMs),
      contents_(std::move(contents)),
      scan_(settings.scanCommand, settings.scanSeconds) {
  const auto writer = [&store](FileDatabase::Work work, std::function<void(const Status&)> done) {
    store.write(std::move(work), std::move(done));
  };
  database_ = std::make_unique<FileDatabase>(writer, std::move(reading), waiter_);
  tokens_ = std::make_unique<TokenBook>(*database_, clock_, settings.tokenMinutes * kMinuteMs);
  context_ =
      std::unique_ptr<FileContext>(new FileContext{settings, clock_, *contents_, *database_, *tokens_, scan_, counters_,
                                                   [this](const TokenRecord& token) { return mayGoOn(token); }});
  uploads_ = std::make_unique<UploadService>(*context_);
  downloads_ = std::make_unique<DownloadService>(*context_);
  keeper_ = std::make_unique<FileKeeper>(*context_, *uploads_);
}

FileService::~FileService() { close(); }

void FileService::close() {
  waiter_.close();
  keeper_->stop();
}

void FileService::issue(const FileTokenWish& wish, Store::Callback<IssuedFileToken> done) {
  const QByteArray token = newToken();
  TokenRecord record;
  record.digest = TokenBook::digestOf(token);
  record.user = wish.user;
  record.room = wish.room;
  record.roomKey = wish.uri.key();
  record.upload = wish.direction == FileDirection::Upload;
  record.displayName = Files::cleanFileName(wish.fileName);
  record.expiresOn = tokens_->newExpiry();
  const auto work = [record, now = clock_.now()](Sqlite::Database& database) {
    return addNewToken(database, record, now);
  };
  database_->writer()(work, [this, token, done = std::move(done)](const Status& written) {
    if (!written) return done(written.error());
    counters_.tokens.add();
    done(IssuedFileToken{token, serverUri_});
  });
}

FileOutcome<EventPtr> FileService::decide(const TokenRecord& token) const {
  const ChannelState& state = chat_->state();
  const Room* room = state.rooms().find(token.room);
  Decision decision = AccessPolicy::noSuchNode();
  if (room) {
    const Standing standing = state.standing(token.user, *room);
    const RoomTraits traits = RoomTraits::of(*room);
    decision = token.upload ? AccessPolicy::postFiles(standing, traits, true, state.allowsFiles(*room))
                            : AccessPolicy::readFiles(standing, traits, true);
  }
  if (!decision.allowed()) {
    return fileFailure(Files::FileError::NotAllowedHere, QString::fromUtf8(decision.reason));
  }
  if (!eventMaker_) return EventPtr();
  const auto event = eventMaker_(token.upload ? ComplianceKind::Upload : ComplianceKind::Download, token.user, *room);
  if (!event) return fileFailure(Files::FileError::Busy, event.error().text);
  return *event;
}

FileOutcome<EventPtr> FileService::mayGoOn(const TokenRecord& token) {
  using Verdict = FileOutcome<EventPtr>;
  const auto answer = waiter_.wait<std::shared_ptr<Verdict>>(
      [&](const auto& done) { loop_([this, token, done] { done(std::make_shared<Verdict>(decide(token))); }); });
  return answer ? **answer : Verdict(fileFailure(Files::FileError::Busy));
}

QHash<PrincipalId, FilePerson> FileService::people(const std::vector<FileRecord>& files) {
  using People = QHash<PrincipalId, FilePerson>;
  const auto answer = waiter_.wait<People>([&](const auto& done) {
    loop_([this, files, done] {
      People people;
      for (const FileRecord& file : files) {
        const Principal* user = chat_->state().directory().find(file.user);
        if (user) people.insert(file.user, {user->uri, user->displayName});
      }
      done(people);
    });
  });
  return answer.value_or(People());
}

}  // namespace Parlour::Server
