// SPDX-License-Identifier: Apache-2.0
#include "app/core/real/FilePostJournal.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "app/core/Words.h"
#include "protocol/support/Log.h"
#include "protocol/support/WholeFile.h"

namespace Parlour::Core {
namespace {

constexpr qint64 kMostBytes = 16 * 1024 * 1024;
constexpr int kMostPosts = 1'000;
constexpr int kVersion = 1;

// JSON numbers are doubles, which cannot hold an envid.
QString text(quint64 number) { return QString::number(number); }

QJsonObject toJson(const KeptPost& post) {
  return {{QStringLiteral("room"), QString::fromUtf8(post.room.bytes())},
          {QStringLiteral("envid"), text(post.localId)},
          {QStringLiteral("text"), post.text},
          {QStringLiteral("alert"), post.alert},
          {QStringLiteral("written"), QString::fromLatin1(post.written.toXccos())},
          {QStringLiteral("after"), text(post.after)},
          {QStringLiteral("failure"), post.failure},
          {QStringLiteral("rtf"), QString::fromUtf8(post.rtf)}};
}

std::optional<KeptPost> fromJson(const QJsonObject& object) {
  const auto member = [&](const char* name) { return object.value(QLatin1String(name)).toString(); };
  const auto room = RoomUri::parse(member("room").toUtf8());
  const auto written = Timestamp::parse(member("written").toUtf8());
  bool numbered = false;
  KeptPost post;
  post.localId = member("envid").toULongLong(&numbered);
  post.text = member("text");
  if (!room || !written || !numbered || post.localId == 0 || post.text.isEmpty()) return std::nullopt;
  post.room = *room;
  post.written = *written;
  post.alert = object.value(QLatin1String("alert")).toBool();
  post.after = member("after").toULongLong();
  post.failure = member("failure");
  post.rtf = member("rtf").toUtf8();
  return post;
}

}  // namespace

QString FilePostJournal::fileOf(const SipUri& account) const {
  const QByteArray name = QCryptographicHash::hash(account.bytes(), QCryptographicHash::Sha256).toHex().left(16);
  return directory_ + QStringLiteral("/outbox-") + QString::fromLatin1(name) + QStringLiteral(".json");
}

QList<KeptPost> FilePostJournal::load(const SipUri& account) {
  QFile file(fileOf(account));
  if (!file.open(QIODevice::ReadOnly)) return {};
  const QJsonObject root = QJsonDocument::fromJson(file.read(kMostBytes)).object();
  if (root.value(QLatin1String("version")).toInt() != kVersion) {
    qCWarning(lcCore).noquote() << "The posts that were kept cannot be read:" << file.fileName();
    return {};
  }
  QList<KeptPost> posts;
  for (const auto& value : root.value(QLatin1String("posts")).toArray()) {
    if (posts.size() >= kMostPosts) break;
    if (const auto post = fromJson(value.toObject())) posts.append(*post);
  }
  return posts;
}

Status FilePostJournal::save(const SipUri& account, const QList<KeptPost>& posts) {
  QDir().mkpath(directory_);
  WholeFile file(fileOf(account));
  QJsonArray array;
  for (const KeptPost& post : posts) array.append(toJson(post));
  const QJsonObject root{{QStringLiteral("version"), kVersion}, {QStringLiteral("posts"), array}};
  const QByteArray bytes = QJsonDocument(root).toJson(QJsonDocument::Compact);
  const bool saved = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                     file.write(bytes) == bytes.size() && file.commit();
  if (saved) return success();
  return Error::make(
      ErrorCode::Storage,
      Words::tr("Messages that wait to be sent cannot be kept on this computer: %1").arg(file.errorString()));
}

}  // namespace Parlour::Core
