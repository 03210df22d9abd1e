// SPDX-License-Identifier: Apache-2.0
#include "tests/server-sim/web/files/support/FileTown.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QRandomGenerator>

#include "protocol/files/ByteRange.h"
#include "protocol/files/FileHttp.h"
#include "server-sim/files/UploadService.h"

namespace Parlour::Tests {
namespace {

QByteArray fileOrganisation() {
  return R"({
  "domain": "orchard.example", "name": "Orchard",
  "users": [
    {"address": "ada", "name": "Ada Quince", "password": "pw-ada"},
    {"address": "bo", "name": "Bo Medlar", "password": "pw-bo"},
    {"address": "cy", "name": "Cy Sorb", "password": "pw-cy"},
    {"address": "eve", "name": "Eve Pear", "password": "pw-eve"}],
  "categories": [
    {"name": "All", "allowed": ["everyone"], "files": true},
    {"name": "Dry", "allowed": ["everyone"], "files": false}],
  "rooms": [
    {"name": "Tide tables", "guid": "a3c1d7e2-0f44-4d5a-9b6b-2f10c8e47a01", "category": "All", "privacy": "open"},
    {"name": "Crew rota", "guid": "a3c1d7e2-0f44-4d5a-9b6b-2f10c8e47a02", "category": "All", "privacy": "closed",
     "members": ["ada", "bo"]},
    {"name": "Harbour board", "guid": "a3c1d7e2-0f44-4d5a-9b6b-2f10c8e47a03", "category": "All", "privacy": "secret",
     "members": ["bo", "cy"]},
    {"name": "Town hall", "guid": "a3c1d7e2-0f44-4d5a-9b6b-2f10c8e47a04", "type": "auditorium", "category": "All",
     "privacy": "closed", "members": ["ada", "bo", "cy"], "presenters": ["bo"]},
    {"name": "Dry dock", "guid": "a3c1d7e2-0f44-4d5a-9b6b-2f10c8e47a05", "category": "Dry", "privacy": "open"}]})";
}

}  // namespace

QByteArray sha256Of(const QByteArray& bytes) {
  return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QByteArray someBytes(qsizetype size, quint32 seed) {
  QByteArray bytes(size, Qt::Uninitialized);
  QRandomGenerator random(seed);
  for (char& c : bytes) c = static_cast<char>(random.generate());
  return bytes;
}

FileTown::FileTown() : host(fileOrganisation()) {
  host.config().web.listen = QStringLiteral("127.0.0.1:0");
  host.config().frontEnd.openSignIn = true;
  host.config().channel.administrators = {"sip:eve@orchard.example"};
}

Status FileTown::start() { return host.start(); }

RoomUri FileTown::room(const char* key) { return *RoomUri::fromParts("orchard.example", key); }

WireUser& FileTown::user(const QByteArray& name) {
  std::shared_ptr<WireUser>& user = users_[name];
  if (!user) {
    user = std::make_shared<WireUser>("sip:" + name + "@orchard.example");
    if (!user->signIn(host.port())) qFatal("%s cannot sign in", name.constData());
    const auto rooms = Xccos::BatchJoin::of({room(kTides), room(kCrew), room(kBoard), room(kHall), room(kDry)});
    if (user->codeOf(rooms) != 200) qFatal("%s joins nothing", name.constData());
  }
  return *user;
}

std::optional<Xccos::FileTokenReply> FileTown::ask(const QByteArray& who, const char* key, bool upload,
                                                   const QString& name) {
  const Xccos::FileTokenRequest wish{room(key), name};
  const auto reply = upload ? user(who).ask(Xccos::GetUploadToken{wish}) : user(who).ask(Xccos::GetDownloadToken{wish});
  const auto* granted = reply ? std::get_if<Xccos::FileTokenReply>(&*reply) : nullptr;
  return granted ? std::optional(*granted) : std::nullopt;
}

QByteArray FileTown::token(const QByteArray& who, const char* key, bool upload, const QString& name) {
  const auto reply = ask(who, key, upload, name);
  return reply && reply->header.ok() ? reply->grant.token : QByteArray();
}

QByteArray FileTown::path(const char* room, const QByteArray& file) {
  return Files::kFilesPath + QByteArray(room) + (file.isEmpty() ? QByteArray() : '/' + file);
}

WebAnswer FileTown::call(const QByteArray& method, const QByteArray& path, const QByteArray& token,
                         const HeaderMap& headers, const QByteArray& body) const {
  HeaderMap all{{"Host", "127.0.0.1"}, {"Connection", "close"}};
  if (!token.isEmpty()) all.insert("Authorization", "Bearer " + token);
  if (method != "GET" && method != "HEAD") all.insert("Content-Length", QByteArray::number(body.size()));
  all.insert(headers);
  QByteArray request = method + ' ' + path + " HTTP/1.1\r\n";
  for (auto it = all.cbegin(); it != all.cend(); ++it) request += it.key() + ": " + it.value() + "\r\n";
  return Browser(host.webPort()).raw(request + "\r\n" + body);
}

WebAnswer FileTown::begin(const QByteArray& token, const QString& name, qint64 size, const QByteArray& sha256) const {
  QJsonObject wish{{QStringLiteral("name"), name}, {QStringLiteral("size"), size}};
  if (!sha256.isEmpty()) wish.insert(QStringLiteral("sha256"), QString::fromLatin1(sha256));
  return call("POST", QByteArray(Files::kFilesPath) + "uploads", token, {{"Content-Type", "application/json"}},
              QJsonDocument(wish).toJson());
}

WebAnswer FileTown::put(const QByteArray& token, const char* room, const QByteArray& file, const QByteArray& bytes,
                        qint64 from, qint64 size, const QByteArray& sha256) const {
  HeaderMap headers;
  const QByteArray piece = bytes.mid(from, size);
  headers.insert("Content-Range", piece.isEmpty()
                                      ? "bytes */" + QByteArray::number(bytes.size())
                                      : Files::contentRangeText({from, from + piece.size() - 1}, bytes.size()));
  if (!sha256.isEmpty()) headers.insert(Files::Header::kSha256, sha256);
  return call("PUT", path(room, file), token, headers, piece);
}

QByteArray FileTown::upload(const QByteArray& who, const char* room, const QString& name, const QByteArray& bytes) {
  const QByteArray granted = token(who, room, true, name);
  const WebAnswer begun = begin(granted, name, bytes.size(), sha256Of(bytes));
  const QByteArray file = begun.json().value(QStringLiteral("file")).toString().toLatin1();
  WebAnswer last;
  qint64 from = 0;
  do {
    last = put(granted, room, file, bytes, from, Server::UploadService::kPieceBytes);
    from += Server::UploadService::kPieceBytes;
  } while (last.status == 200 && from < bytes.size());
  return last.status == 201 ? file : QByteArray();
}

WebAnswer FileTown::download(const QByteArray& token, const char* room, const QByteArray& file,
                             const HeaderMap& headers) const {
  return call("GET", path(room, file), token, headers);
}

QByteArray FileTown::codeOf(const WebAnswer& answer) {
  return answer.json().value(QStringLiteral("error")).toObject().value(QStringLiteral("code")).toString().toLatin1();
}

}  // namespace Parlour::Tests
