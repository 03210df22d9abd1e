// SPDX-License-Identifier: Apache-2.0
#include "server-sim/web/files/FileEndpoints.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>
#include <QUrlQuery>

#include "protocol/files/FileHttp.h"
#include "protocol/files/FileNames.h"
#include "server-sim/files/FileService.h"
#include "server-sim/web/files/FileReplies.h"

namespace Parlour::Server {
namespace {

using FileReplies::json;
using Files::FileError;

constexpr qsizetype kLongestTarget = 1'024;
constexpr qsizetype kMostSteps = 3;
constexpr qsizetype kLargestWish = 8 * 1'024;  // JSON that begins an upload

QLatin1String key(const char* name) { return QLatin1String(name); }

std::optional<QByteArray> wholeBody(const HttpTransfers::BodyReader& read, qsizetype most) {
  QByteArray body;
  const bool whole = read([&](const char* data, size_t size) {
    if (body.size() + static_cast<qsizetype>(size) > most) return false;
    body.append(data, static_cast<qsizetype>(size));
    return true;
  });
  return whole ? std::optional(body) : std::nullopt;
}

// A file in an answer; spends the token with its last byte.
class FileContent final : public HttpContent {
 public:
  FileContent(FileService& files, TokenRecord token, OpenFile file, Files::ByteRange range)
      : files_(files), token_(std::move(token)), file_(std::move(file)), range_(range) {}

  qint64 size() const override { return range_.size(); }
  QByteArray read(qint64 offset, qint64 size) override {
    if (!file_.content->seek(range_.first + offset)) return {};
    const QByteArray part = file_.content->read(std::min(size, range_.size() - offset));
    files_.counters().bytesOut.add(static_cast<quint64>(part.size()));
    return part;
  }
  void sent() override {
    if (range_.last + 1 == file_.record.size) files_.downloads().finished(token_);
  }

 private:
  FileService& files_;
  const TokenRecord token_;
  const OpenFile file_;
  const Files::ByteRange range_;
};

// Keeps its place among the transfers while it is sent.
class PlacedContent final : public HttpContent {
 public:
  PlacedContent(std::shared_ptr<const void> place, std::shared_ptr<HttpContent> content)
      : place_(std::move(place)), content_(std::move(content)) {}
  qint64 size() const override { return content_->size(); }
  QByteArray read(qint64 offset, qint64 size) override { return content_->read(offset, size); }
  void sent() override { content_->sent(); }

 private:
  const std::shared_ptr<const void> place_;
  const std::shared_ptr<HttpContent> content_;
};

QByteArray etagOf(const FileRecord& record) { return '"' + record.sha256 + '"'; }

// Whether a Range counts: If-Range is not there or names what is here now.
bool isSame(const HttpRequest& request, const FileRecord& record) {
  const QByteArray condition = request.header("If-Range").trimmed();
  return condition.isEmpty() || condition == etagOf(record);
}

QJsonObject listed(const FileRecord& file, const FilePerson& person) {
  return {{key(Files::Key::kNumber), file.number},
          {key(Files::Key::kFile), QString::fromLatin1(file.name)},
          {key(Files::Key::kName), file.displayName},
          {key(Files::Key::kSize), file.size},
          {key(Files::Key::kSha256), QString::fromLatin1(file.sha256)},
          {key(Files::Key::kUser), QString::fromUtf8(person.uri)},
          {key(Files::Key::kUserName), person.name},
          {key(Files::Key::kTime), QString::fromLatin1(file.changedOn.toXccos())},
          {key(Files::Key::kPreview), !file.preview.isEmpty()},
          {key(Files::Key::kState),
           file.state == FileState::Complete ? QStringLiteral("complete") : QStringLiteral("quarantined")}};
}

bool isWholeNumber(double value) { return value >= 0 && value < 9e15 && value == static_cast<double>(qint64(value)); }

}  // namespace

std::optional<FileRequest> readFileRequest(const HttpRequest& request) {
  const QByteArrayView base(Files::kFilesPath);
  if (!request.target.startsWith(base) || request.target.size() > kLongestTarget) return std::nullopt;
  const qsizetype mark = request.target.indexOf('?');
  const QByteArray path = mark < 0 ? request.target : request.target.first(mark);
  FileRequest wanted{request, {}, mark < 0 ? QByteArray() : request.target.sliced(mark + 1), {}};
  for (const QByteArray& step : path.sliced(base.size()).split('/')) {
    wanted.path.append(QByteArray::fromPercentEncoding(step));
  }
  if (wanted.path.size() > kMostSteps) return std::nullopt;
  const QByteArray credentials = request.header(Files::Header::kAuthorization);
  const QByteArrayView bearer(Files::Header::kBearer);
  if (credentials.size() > bearer.size() &&
      QByteArrayView(credentials).first(bearer.size()).compare(bearer, Qt::CaseInsensitive) == 0) {
    wanted.token = credentials.sliced(bearer.size()).trimmed();
  }
  return wanted;
}

bool FileEndpoints::takes(const QByteArray& target) const {
  return target.startsWith(Files::kFilesPath) || target == Files::kSoapPath ||
         target.startsWith(QByteArray(Files::kSoapPath) + '?');
}

void FileEndpoints::close() { files_.close(); }

HttpResponse FileEndpoints::refuse(const FileFailure& failure) {
  files_.counters().refused(failure.error);
  return FileReplies::refusal(failure);
}

HttpResponse FileEndpoints::handle(const HttpRequest& request, const BodyReader& read) {
  const auto place = takePlace();
  if (!place) {
    const FileFailure busy = fileFailure(FileError::Busy);
    return request.target.startsWith(Files::kSoapPath) ? FileReplies::soapFault(busy) : refuse(busy);
  }
  HttpResponse response = route(request, read);
  if (response.content) response.content = std::make_shared<PlacedContent>(place, response.content);
  return response;
}

std::shared_ptr<const void> FileEndpoints::takePlace() {
  const int now = ++underWay_;
  if (now > files_.settings().transfers) {
    --underWay_;
    return nullptr;
  }
  files_.counters().transfers.set(now);
  return {this, [this](const void*) { files_.counters().transfers.set(--underWay_); }};
}

HttpResponse FileEndpoints::route(const HttpRequest& request, const BodyReader& read) {
  const bool soap = !request.target.startsWith(Files::kFilesPath);
  if (request.method.startsWith("ERROR ")) {
    const FileFailure failure = fileFailure(FileError::BadRequest);
    return soap ? FileReplies::soapFault(failure) : refuse(failure);
  }
  if (soap) return soap_.handle(request, read);
  const auto wanted = readFileRequest(request);
  if (!wanted) return refuse(fileFailure(FileError::Token));
  return routeFile(*wanted, read);
}

HttpResponse FileEndpoints::routeFile(const FileRequest& request, const BodyReader& read) {
  const QByteArray& method = request.http.method;
  const bool reads = method == "GET" || method == "HEAD";
  const qsizetype steps = request.path.size();
  const bool ofPreview = steps == 3 && request.path.at(2) == "preview";
  if (steps == 1 && method == "POST" && request.room() == "uploads") return beginUpload(request, read);
  if (steps == 1 && method == "GET") return list(request);
  if (ofPreview && method == "PUT") return putPreview(request, read);
  if (ofPreview && reads) return preview(request);
  if (steps == 2 && method == "PUT") return putPiece(request, read);
  if (steps == 2 && method == "DELETE") return abandon(request);
  if (steps == 2 && method == "HEAD" && files_.tokens().admit(request.token, true, {}, true)) {
    return uploadStatus(request);
  }
  if (steps == 2 && reads) return download(request);
  // Not to be told from what needs a token.
  if (const auto admitted = files_.tokens().admit(request.token, true, {}, true); !admitted) {
    return refuse(admitted.failure());
  }
  return refuse(fileFailure(FileError::BadRequest));
}

HttpResponse FileEndpoints::uploadAnswer(int status, const UploadView& view) const {
  QJsonObject answer{
      {key(Files::Key::kFile), QString::fromLatin1(view.file)},
      {key(Files::Key::kOffset), view.offset},
      {key(Files::Key::kState), key(view.complete ? Files::UploadState::kComplete : Files::UploadState::kOpen)},
      {key(Files::Key::kPieceBytes), UploadService::kPieceBytes}};
  if (view.complete) answer.insert(key(Files::Key::kSha256), QString::fromLatin1(view.sha256));
  return json(status, answer);
}

HttpResponse FileEndpoints::beginUpload(const FileRequest& request, const BodyReader& read) {
  const auto token = files_.tokens().admit(request.token, true, {}, true);
  if (!token) return refuse(token.failure());
  const auto body = wholeBody(read, kLargestWish);
  const QJsonObject wish = body ? QJsonDocument::fromJson(*body).object() : QJsonObject();
  if (wish.contains(key(Files::Key::kResume))) {
    const QByteArray file = wish.value(key(Files::Key::kResume)).toString().toLatin1();
    if (!Files::isRepositoryName(file)) return refuse(fileFailure(FileError::NotFound));
    const auto resumed = files_.uploads().resume(*token, file);
    return resumed ? uploadAnswer(201, *resumed) : refuse(resumed.failure());
  }
  const double size = wish.value(key(Files::Key::kSize)).toDouble(-1);
  const QJsonValue name = wish.value(key(Files::Key::kName));
  const QByteArray sha256 = wish.value(key(Files::Key::kSha256)).toString().toLatin1();
  if (!isWholeNumber(size) || !name.isString() || (!sha256.isEmpty() && !Files::isSha256Hex(sha256))) {
    return refuse(fileFailure(FileError::BadRequest));
  }
  const auto begun = files_.uploads().begin(*token, name.toString(), static_cast<qint64>(size), sha256);
  return begun ? uploadAnswer(201, *begun) : refuse(begun.failure());
}

HttpResponse FileEndpoints::uploadStatus(const FileRequest& request) {
  const auto token = files_.tokens().admit(request.token, true, request.room(), true);
  if (!token) return refuse(token.failure());
  const auto view = files_.uploads().status(*token, request.file());
  if (!view) return refuse(view.failure());
  HttpResponse response = json(200, {});
  response.body.clear();
  response.add(Files::Header::kOffset, QByteArray::number(view->offset));
  response.add(Files::Header::kLength, QByteArray::number(view->size));
  response.add(Files::Header::kState, view->complete ? Files::UploadState::kComplete : Files::UploadState::kOpen);
  return response;
}

HttpResponse FileEndpoints::putPiece(const FileRequest& request, const BodyReader& read) {
  const auto token = files_.tokens().admit(request.token, true, request.room(), true);
  if (!token) return refuse(token.failure());
  const auto where = Files::parseContentRange(request.http.header("Content-Range"));
  const QByteArray sha256 = request.http.header(Files::Header::kSha256);
  if (!where || (!sha256.isEmpty() && !Files::isSha256Hex(sha256))) return refuse(fileFailure(FileError::BadRequest));
  const qint64 length = request.http.header("Content-Length").toLongLong();
  if (length != where->range.size()) return refuse(fileFailure(FileError::Length));
  const auto added = files_.uploads().append(*token, request.file(), {*where, sha256, true}, read);
  if (!added) return refuse(added.failure());
  return uploadAnswer(added->complete ? 201 : 200, *added);
}

HttpResponse FileEndpoints::putPreview(const FileRequest& request, const BodyReader& read) {
  const auto token = files_.tokens().admit(request.token, true, request.room(), true);
  if (!token) return refuse(token.failure());
  const auto bytes = wholeBody(read, Files::kLargestPreview);
  if (!bytes) return refuse(fileFailure(FileError::PreviewNotAllowed));
  const QByteArray type = request.http.header("Content-Type").trimmed().toLower();
  const FileStatus saved = files_.uploads().putPreview(*token, request.file(), type, *bytes);
  if (!saved) return refuse(saved.failure());
  HttpResponse response = json(204, {});
  response.body.clear();
  return response;
}

HttpResponse FileEndpoints::abandon(const FileRequest& request) {
  const auto token = files_.tokens().admit(request.token, true, request.room());
  if (!token) return refuse(token.failure());
  const FileStatus given = files_.uploads().abandon(*token, request.file());
  if (!given) return refuse(given.failure());
  HttpResponse response = json(204, {});
  response.body.clear();
  return response;
}

HttpResponse FileEndpoints::download(const FileRequest& request) {
  const auto token = files_.tokens().admit(request.token, false, request.room());
  if (!token) return refuse(token.failure());
  const auto file = files_.downloads().open(*token, request.file());
  if (!file) return refuse(file.failure());
  const FileRecord& record = file->record;
  Files::WantedRange wanted;
  if (isSame(request.http, record)) wanted = Files::parseRange(request.http.header("Range"), record.size);
  if (wanted.kind == Files::RangeKind::Outside) {
    HttpResponse response = refuse(fileFailure(FileError::Range));
    response.add("Content-Range", "bytes */" + QByteArray::number(record.size));
    return response;
  }
  const bool part = wanted.kind == Files::RangeKind::Part;
  const Files::ByteRange range = part ? wanted.range : Files::ByteRange{0, record.size - 1};
  HttpResponse response = json(part ? 206 : 200, {});
  response.body.clear();
  response.contentType = "application/octet-stream";
  response.add("Accept-Ranges", "bytes");
  response.add("ETag", etagOf(record));
  response.add(Files::Header::kSha256, record.sha256);
  response.add("Content-Disposition",
               "attachment; filename*=UTF-8''" + record.displayName.toUtf8().toPercentEncoding());
  if (part) response.add("Content-Range", Files::contentRangeText(range, record.size));
  const auto content = std::make_shared<FileContent>(files_, *token, *file, range);
  if (record.size > 0) {
    response.content = content;
  } else if (request.http.method == "GET") {
    content->sent();
  }
  return response;
}

HttpResponse FileEndpoints::preview(const FileRequest& request) {
  const auto token = files_.tokens().admit(request.token, false, request.room(), true);
  if (!token) return refuse(token.failure());
  const auto picture = files_.downloads().preview(*token, request.file());
  if (!picture) return refuse(picture.failure());
  HttpResponse response = json(200, {});
  response.contentType = picture->type;
  response.body = picture->bytes;
  return response;
}

HttpResponse FileEndpoints::list(const FileRequest& request) {
  const auto token = files_.tokens().admit(request.token, false, request.room(), true);
  if (!token) return refuse(token.failure());
  const QUrlQuery query(QString::fromLatin1(request.query));
  const qint64 before = query.queryItemValue(QStringLiteral("before")).toLongLong();
  const QString limit = query.queryItemValue(QStringLiteral("limit"));
  const auto page =
      files_.downloads().list(*token, before, limit.isEmpty() ? Files::kFilesPerPage : limit.left(9).toInt());
  if (!page) return refuse(page.failure());
  const auto people = files_.people(page->files);
  QJsonArray files;
  for (const FileRecord& file : page->files) files.append(listed(file, people.value(file.user)));
  return json(200, {{key(Files::Key::kFiles), files}, {key(Files::Key::kMore), page->more}});
}

}  // namespace Parlour::Server
