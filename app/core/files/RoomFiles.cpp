// SPDX-License-Identifier: Apache-2.0
#include "app/core/files/RoomFiles.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

#include "app/core/session/Promises.h"
#include "protocol/files/FileHttp.h"
#include "protocol/files/FileNames.h"

namespace Parlour::Core {

namespace {

namespace Key = Files::Key;

constexpr int kMostUnderWay = 4;
constexpr qsizetype kMostWanted = 100;  // the ones asked for last matter most
constexpr qint64 kListMs = 15'000;
constexpr qsizetype kLongestUser = 200;

std::optional<RoomFile> fileFrom(const QJsonObject& object, const RoomUri& room) {
  const auto text = [&](const char* key) { return object.value(QLatin1String(key)).toString(); };
  const auto number = [&](const char* key) {
    return static_cast<qint64>(object.value(QLatin1String(key)).toDouble(-1));
  };
  RoomFile file;
  file.room = room;
  file.number = number(Key::kNumber);
  file.file = text(Key::kFile).toLatin1();
  file.name = Files::cleanFileName(text(Key::kName));
  file.size = number(Key::kSize);
  file.user = text(Key::kUserName).isEmpty() ? text(Key::kUser) : text(Key::kUserName);
  file.user = file.user.simplified().left(kLongestUser);
  file.time = Timestamp::parse(text(Key::kTime).toLatin1()).value_or(Timestamp{});
  file.preview = object.value(QLatin1String(Key::kPreview)).toBool();
  file.quarantined = text(Key::kState) == QLatin1String("quarantined");
  const bool usable = file.number > 0 && file.size >= 0 && !file.name.isEmpty() && Files::isRepositoryName(file.file);
  return usable ? std::optional(file) : std::nullopt;
}

Result<RoomFilePage> pageFrom(const Result<WebAnswer>& answer, const RoomUri& room) {
  if (!answer) return answer.error();
  QJsonParseError broken;
  const QJsonObject root = QJsonDocument::fromJson(answer->body, &broken).object();
  if (broken.error != QJsonParseError::NoError) {
    return Error::make(ErrorCode::ParseFailed, FileWords::tr("The server's list of files was not understood."));
  }
  RoomFilePage page;
  page.more = root.value(QLatin1String(Key::kMore)).toBool();
  const QJsonArray rows = root.value(QLatin1String(Key::kFiles)).toArray();
  for (const auto& row : rows) {
    if (page.files.size() >= Files::kFilesPerPage) break;
    if (const auto file = fileFrom(row.toObject(), room)) page.files.append(*file);
  }
  page.more = page.more && !page.files.isEmpty();
  return page;
}

}  // namespace

RoomFiles::~RoomFiles() { clear(); }

void RoomFiles::clear() {
  lifetime_.renew();
  for (const FileWeb::Handle handle : std::as_const(handles_)) tools_.web.cancel(handle);
  handles_.clear();
  wanted_.clear();
  underWay_ = 0;
  const auto ended = Error::make(ErrorCode::Cancelled, FileWords::tr("The connection was lost."));
  const auto gone = std::exchange(access_, {});
  for (const Access& access : gone) {
    for (const auto& then : access.waiting) then(ended);
  }
}

void RoomFiles::withToken(const RoomUri& room, const TransferTools::OnToken& then) {
  Access& access = access_[room];
  if (!access.token.isEmpty()) return then(Xccos::FileTokenGrant{access.token, access.service});
  access.waiting.append(then);
  if (std::exchange(access.asked, true)) return;
  Transfer reading;
  reading.direction = TransferDirection::Download;
  reading.room = room;
  reading.name = QStringLiteral("list");
  tools_.askToken(reading, lifetime_.guard([this, room, reading](const Result<Xccos::FileTokenGrant>& grant) {
    Access& here = access_[room];
    here.asked = false;
    const bool plain = grant && tools_.encryptedOnly() && !grant->serverUri.startsWith(QLatin1String("https:"));
    const auto refusal = Error::make(ErrorCode::PermissionDenied, FileWords::tr("The server wants files unencrypted."));
    const Result<Xccos::FileTokenGrant> told = plain    ? Result<Xccos::FileTokenGrant>(refusal)
                                               : !grant ? FileWords::noToken(reading, grant.error()).error
                                                        : grant;
    if (told) {
      here.token = told->token;
      here.service = told->serverUri;
    }
    const auto waiting = std::exchange(here.waiting, {});
    for (const auto& next : waiting) next(told);
  }));
}

void RoomFiles::ask(const RoomUri& room, const MakeRequest& make, const OnAnswer& done, bool renewed) {
  withToken(room, [=, this](const Result<Xccos::FileTokenGrant>& grant) {
    if (!grant) return done(grant.error());
    WebRequest request = make(grant->serverUri);
    request.method = "GET";
    request.token = grant->token;
    request.trustFile = tools_.trustFile();
    request.silenceMs = kListMs;
    auto handle = std::make_shared<FileWeb::Handle>(0);
    WebWatch watch;
    watch.onDone = lifetime_.guard([=, this](const Result<WebAnswer>& answer) {
      handles_.removeOne(*handle);
      if (!answer || !answer->isRefusal()) return done(answer);
      const FileRefusal refusal = readRefusal(*answer);
      if (refusal.isToken()) access_[room].token.clear();
      if (refusal.isToken() && !renewed) return ask(room, make, done, true);
      Transfer reading;
      reading.direction = TransferDirection::Download;
      done(FileWords::refused(reading, refusal).error);
    });
    *handle = tools_.web.send(request, std::move(watch));
    handles_.append(*handle);
  });
}

QFuture<Result<RoomFilePage>> RoomFiles::list(const RoomUri& room, qint64 before) {
  auto [future, settle] = makePromise<Result<RoomFilePage>>();
  const MakeRequest make = [room, before](const QString& service) {
    WebRequest request;
    request.url = Files::roomUrl(service, room.key()) + QStringLiteral("?limit=%1").arg(Files::kFilesPerPage);
    if (before > 0) request.url += QStringLiteral("&before=%1").arg(before);
    return request;
  };
  ask(room, make, [room, settle = settle](const Result<WebAnswer>& answer) { settle(pageFrom(answer, room)); });
  return future;
}

QByteArray RoomFiles::preview(const RoomUri& room, const QByteArray& file) {
  const auto known = previews_.constFind(file);
  if (known != previews_.constEnd()) return *known;
  if (!Files::isRepositoryName(file)) return {};
  previews_.insert(file, QByteArray());
  order_.append(file);
  if (order_.size() > kMostPreviews) previews_.remove(order_.takeFirst());
  wanted_.append({room, file});
  if (wanted_.size() > kMostWanted) previews_.remove(wanted_.takeFirst().file);
  nextPreview();
  return {};
}

void RoomFiles::nextPreview() {
  if (underWay_ >= kMostUnderWay || wanted_.isEmpty()) return;
  const Wanted wanted = wanted_.takeLast();
  ++underWay_;
  const MakeRequest make = [wanted](const QString& service) {
    WebRequest request;
    request.url = Files::previewUrl(service, wanted.room.key(), wanted.file);
    return request;
  };
  ask(wanted.room, make, [this, wanted](const Result<WebAnswer>& answer) { previewCame(wanted, answer); });
}

void RoomFiles::previewCame(const Wanted& wanted, const Result<WebAnswer>& answer) {
  underWay_ = std::max(0, underWay_ - 1);
  const bool passing = !answer && answer.error().code != ErrorCode::NotFound;
  if (passing) {
    previews_.remove(wanted.file);  // may be asked for again
    order_.removeOne(wanted.file);
  } else if (answer && answer->body.size() <= Files::kLargestPreview && previews_.contains(wanted.file)) {
    previews_.insert(wanted.file, answer->body);
    if (onPreview) onPreview(wanted.room, wanted.file);
  }
  nextPreview();
}

}  // namespace Parlour::Core
