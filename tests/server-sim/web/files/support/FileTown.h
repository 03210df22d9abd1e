// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMap>

#include "tests/integration/host/ServerHost.h"
#include "tests/integration/host/WireUser.h"
#include "tests/server-sim/web/support/Browser.h"

namespace Parlour::Tests {

// Rooms of the file tests, by the end of their GUID.
inline constexpr char kTides[] = "a3c1d7e2-0f44-4d5a-9b6b-2f10c8e47a01";  // open
inline constexpr char kCrew[] = "a3c1d7e2-0f44-4d5a-9b6b-2f10c8e47a02";   // closed: ada, bo
inline constexpr char kBoard[] = "a3c1d7e2-0f44-4d5a-9b6b-2f10c8e47a03";  // secret: bo, cy
inline constexpr char kHall[] = "a3c1d7e2-0f44-4d5a-9b6b-2f10c8e47a04";   // auditorium, bo presents
inline constexpr char kDry[] = "a3c1d7e2-0f44-4d5a-9b6b-2f10c8e47a05";    // of a category without files

using HeaderMap = QMap<QByteArray, QByteArray>;

// The real server with files switched on, people with real client services for what goes over SIP, and HTTP by hand
// for everything else. Blocking calls from the test's thread.
class FileTown {
 public:
  FileTown();

  Server::ServerConfig& config() { return host.config(); }
  Status start();
  // "ada", "bo", "cy", or "eve", who administers; signed in and in all rooms that admit them.
  WireUser& user(const QByteArray& name);
  static RoomUri room(const char* key);
  void signOut(const QByteArray& name) { users_.remove(name); }

  // rpl:getftok; nothing when it was refused.
  std::optional<Xccos::FileTokenReply> ask(const QByteArray& user, const char* room, bool upload,
                                           const QString& name = QStringLiteral("tides.txt"));
  QByteArray token(const QByteArray& user, const char* room, bool upload,
                   const QString& name = QStringLiteral("tides.txt"));

  WebAnswer call(const QByteArray& method, const QByteArray& path, const QByteArray& token,
                 const HeaderMap& headers = {}, const QByteArray& body = {}) const;
  // POST uploads.
  WebAnswer begin(const QByteArray& token, const QString& name, qint64 size, const QByteArray& sha256 = {}) const;
  // One piece of `bytes`, or what is left of it.
  WebAnswer put(const QByteArray& token, const char* room, const QByteArray& file, const QByteArray& bytes, qint64 from,
                qint64 size, const QByteArray& sha256 = {}) const;
  // Begins and puts everything; the repository name, empty after a refusal.
  QByteArray upload(const QByteArray& user, const char* room, const QString& name, const QByteArray& bytes);
  WebAnswer download(const QByteArray& token, const char* room, const QByteArray& file,
                     const HeaderMap& headers = {}) const;
  // "too-large" of an answer that refuses.
  static QByteArray codeOf(const WebAnswer& answer);
  static QByteArray path(const char* room, const QByteArray& file);

  ServerHost host;

 private:
  QMap<QByteArray, std::shared_ptr<WireUser>> users_;
};

QByteArray sha256Of(const QByteArray& bytes);
// Bytes that do not repeat, the same for the same seed.
QByteArray someBytes(qsizetype size, quint32 seed = 1);

}  // namespace Parlour::Tests
