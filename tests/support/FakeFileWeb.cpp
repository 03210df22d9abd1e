// SPDX-License-Identifier: Apache-2.0
#include "tests/support/FakeFileWeb.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

#include "protocol/files/ByteRange.h"
#include "protocol/files/FileHttp.h"

namespace Parlour::Testing {

namespace {

constexpr qint64 kAnswerMs = 10;
constexpr qsizetype kChunk = 1'000;

QByteArray hashOf(const QByteArray& content) {
  return QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
}

Core::WebAnswer refusal(int status, const QByteArray& code, const QByteArray& more = {}) {
  Core::WebAnswer answer;
  answer.status = status;
  answer.body = R"({"error": {"code": ")" + code + R"(", "text": "The server's sentence.")" +
                (more.isEmpty() ? QByteArray() : ", " + more) + "}}";
  return answer;
}

Core::WebAnswer json(int status, const QJsonObject& object) {
  Core::WebAnswer answer;
  answer.status = status;
  answer.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
  return answer;
}

QByteArray headerOf(const Core::WebRequest& request, const char* name) {
  for (const auto& [known, value] : request.headers) {
    if (known == name) return value;
  }
  return {};
}

// The last step of the address, or the one before "/preview".
QByteArray fileIn(const QString& url) { return url.section(u'/', 6, 6).toLatin1(); }

Error cutOff() { return Error::make(ErrorCode::ConnectionLost, QStringLiteral("The connection was cut.")); }

}  // namespace

QByteArray FakeFileWeb::add(const QString& name, const QByteArray& content) {
  const QByteArray file = QByteArray("77aa66bb-55cc-44dd-93ee-22ff1100") +
                          QByteArray::number(++made_).rightJustified(4, '0') + '.' + name.section(u'.', -1).toLatin1();
  files.insert(file, {name, content, content.size(), true, {}});
  return file;
}

Core::FileWeb::Handle FakeFileWeb::send(const Core::WebRequest& request, Core::WebWatch watch) {
  const Handle handle = ++last_;
  watches_.insert(handle, std::move(watch));
  const QByteArray range = headerOf(request, "Content-Range") + headerOf(request, "Range");
  const QString what = !range.isEmpty()                                 ? QString::fromLatin1(range)
                       : request.url.endsWith(QLatin1String("uploads")) ? QStringLiteral("uploads")
                       : request.url.endsWith(QLatin1String("preview")) ? QStringLiteral("preview")
                                                                        : QString();
  requests.append((QString::fromLatin1(request.method) + u' ' + what).trimmed());
  scheduler_.after(kAnswerMs, [this, handle, request] { answer(handle, request); });
  return handle;
}

std::optional<FakeFileWeb::Plan> FakeFileWeb::takePlan(const Core::WebRequest& request) {
  for (qsizetype i = 0; i < plans_.size(); ++i) {
    if (plans_[i].method == request.method && request.url.contains(plans_[i].part)) return plans_.takeAt(i);
  }
  return std::nullopt;
}

void FakeFileWeb::answer(Handle handle, const Core::WebRequest& request) {
  if (!watches_.contains(handle)) return;
  const std::optional<Plan> plan = takePlan(request);
  if (plan && plan->status != 0) return finish(handle, refusal(plan->status, plan->code, plan->more));
  if (plan && request.method == "PUT" && plan->afterBytes >= 0) {
    File& file = files[fileIn(request.url)];
    file.content += request.body.left(plan->afterBytes);
    return finish(handle, cutOff());
  }
  if (plan && request.method != "GET") return finish(handle, cutOff());
  const Core::WebAnswer made = answerTo(request);
  if (watches_[handle].onSent && !request.body.isEmpty()) watches_[handle].onSent(request.body.size());
  if (!watches_.contains(handle)) return;
  if (made.isRefusal() || !watches_[handle].onBytes) return finish(handle, made);
  Core::WebAnswer told = made;
  told.body.clear();
  const auto wanted = watches_[handle].onHead;
  if (wanted && !wanted(told)) {
    watches_.remove(handle);
    return;
  }
  stream(handle, made, 0, plan ? plan->afterBytes : -1);
}

void FakeFileWeb::stream(Handle handle, const Core::WebAnswer& made, qsizetype at, qsizetype cutAt) {
  if (!watches_.contains(handle)) return;
  const qsizetype end = cutAt >= 0 ? std::min(cutAt, made.body.size()) : made.body.size();
  const QByteArray chunk = made.body.mid(at, std::min(kChunk, end - at));
  if (!chunk.isEmpty()) watches_[handle].onBytes(chunk);
  at += chunk.size();
  if (at < end) return (void)scheduler_.after(kAnswerMs, [=, this] { stream(handle, made, at, cutAt); });
  Core::WebAnswer told = made;
  told.body.clear();
  finish(handle, end < made.body.size() ? Result<Core::WebAnswer>(cutOff()) : Result<Core::WebAnswer>(told));
}

void FakeFileWeb::finish(Handle handle, const Result<Core::WebAnswer>& result) {
  const Core::WebWatch watch = watches_.take(handle);
  if (watch.onDone) watch.onDone(result);
}

Core::WebAnswer FakeFileWeb::answerTo(const Core::WebRequest& request) {
  if (!tokens.contains(request.token)) return refusal(401, "token");
  if (request.url.endsWith(QLatin1String("uploads"))) return begin(request);
  const QByteArray name = fileIn(request.url);
  if (name.isEmpty() || name.startsWith('?')) return {200, {}, list};
  if (!files.contains(name)) return refusal(404, "not-found");
  if (request.url.endsWith(QLatin1String("/preview"))) {
    if (request.method == "GET") return {200, {}, files[name].preview};
    files[name].preview = request.body;
    return {204, {}, {}};
  }
  if (request.method == "PUT") return put(request, name);
  if (request.method == "HEAD") return begun_.value(request.token) == name ? head(name) : refusal(404, "not-found");
  if (request.method == "GET") return get(request, name);
  files.remove(name);
  return {204, {}, {}};
}

Core::WebAnswer FakeFileWeb::begin(const Core::WebRequest& request) {
  const QJsonObject wish = QJsonDocument::fromJson(request.body).object();
  QByteArray name = wish.value(QLatin1String("resume")).toString().toLatin1();
  if (!name.isEmpty() && !files.contains(name)) return refusal(404, "not-found");
  if (name.isEmpty() && begun_.contains(request.token)) name = begun_.value(request.token);
  if (name.isEmpty()) {
    name = add(wish.value(QLatin1String("name")).toString(), {});
    files[name].size = static_cast<qint64>(wish.value(QLatin1String("size")).toDouble());
    files[name].complete = false;
  }
  begun_.insert(request.token, name);
  const File& file = files[name];
  return json(201, {{QStringLiteral("file"), QString::fromLatin1(name)},
                    {QStringLiteral("offset"), file.content.size()},
                    {QStringLiteral("pieceBytes"), pieceBytes},
                    {QStringLiteral("state"), file.complete ? QStringLiteral("complete") : QStringLiteral("open")}});
}

Core::WebAnswer FakeFileWeb::put(const Core::WebRequest& request, const QByteArray& name) {
  File& file = files[name];
  const auto range = Files::parseContentRange(headerOf(request, "Content-Range"));
  if (file.size > 0 && (!range || range->total != file.size || range->range.size() != request.body.size())) {
    return refusal(400, "length");
  }
  if (range && range->range.first != file.content.size()) {
    return refusal(409, "offset", "\"offset\": " + QByteArray::number(file.content.size()));
  }
  file.content += request.body;
  if (file.content.size() < file.size) {
    return json(200,
                {{QStringLiteral("offset"), file.content.size()}, {QStringLiteral("state"), QStringLiteral("open")}});
  }
  if (headerOf(request, Files::Header::kSha256) != hashOf(file.content)) {
    files.remove(name);
    return refusal(422, "hash");
  }
  file.complete = true;
  return json(201, {{QStringLiteral("offset"), file.size}, {QStringLiteral("state"), QStringLiteral("complete")}});
}

Core::WebAnswer FakeFileWeb::head(const QByteArray& name) const {
  const File file = files.value(name);
  Core::WebAnswer answer;
  answer.status = 200;
  answer.headers.append(qMakePair(QByteArray("upload-offset"), QByteArray::number(file.content.size())));
  answer.headers.append(qMakePair(QByteArray("upload-state"), QByteArray(file.complete ? "complete" : "open")));
  return answer;
}

Core::WebAnswer FakeFileWeb::get(const Core::WebRequest& request, const QByteArray& name) const {
  const QByteArray content = files.value(name).content;
  const QByteArray etag = '"' + hashOf(wrongHash ? content + '!' : content) + '"';
  const QByteArray ifRange = headerOf(request, "If-Range");
  const bool same = ifRange.isEmpty() || ifRange == etag;
  const auto wanted = Files::parseRange(same ? headerOf(request, "Range") : QByteArray(), content.size());
  if (wanted.kind == Files::RangeKind::Outside) return refusal(416, "range");
  const bool part = wanted.kind == Files::RangeKind::Part;
  Core::WebAnswer answer{part ? 206 : 200, {}, part ? content.mid(wanted.range.first, wanted.range.size()) : content};
  answer.headers.append(qMakePair(QByteArray("ETag"), etag));
  answer.headers.append(qMakePair(QByteArray("Content-Length"), QByteArray::number(answer.body.size())));
  if (part) {
    const QByteArray place = Files::contentRangeText(wanted.range, content.size());
    answer.headers.append(qMakePair(QByteArray("Content-Range"), place));
  }
  return answer;
}

}  // namespace Parlour::Testing
