// SPDX-License-Identifier: Apache-2.0
#include <QCoreApplication>

#include "app/models/wire/SipSummary.h"
#include "app/models/wire/WireWords.h"
#include "protocol/signin/DeregistrationNotice.h"
#include "protocol/signin/PresenceWatch.h"
#include "protocol/signin/Provisioning.h"
#include "protocol/signin/Publication.h"
#include "protocol/signin/RoamingSelf.h"
#include "protocol/signin/RoomSetting.h"

namespace Parlour::Models {

namespace {

class DocumentWords {
  Q_DECLARE_TR_FUNCTIONS(Parlour::Models::DocumentWords)

 public:
  static QString roomSettings(qint64 n) { return tr("roomSetting × %1").arg(WireWords::followedRooms(n)); }
  static QString times(const QString& name, qint64 n) {
    return n < 2 ? name : tr("%1 × %2").arg(name, WireWords::number(n));
  }
  static QString others(const QString& first, qsizetype n) {
    return n == 0 ? first : tr("%1 and %2 more").arg(first, WireWords::number(n));
  }
  static QString publish(const QString& what) { return tr("publish %1").arg(what); }
  static QString remove(const QString& what) { return tr("delete %1").arg(what); }
  static QString ended(const QString& why) { return tr("registration ended: %1").arg(why); }
  static QString presenceOf(const QString& whom) { return tr("presence of %1").arg(whom); }
  static QString containers() { return tr("containers"); }
  static QString subscribers() { return tr("subscribers"); }
};

QString describeProvisioning(const QByteArray& body) {
  const auto document = Signin::ProvisioningDocument::parse(body);
  if (!document || document->groups.isEmpty()) return {};
  const QString wanted = QStringLiteral("persistentChatConfiguration");
  const auto* chat = document->group(wanted);
  return DocumentWords::others(chat ? chat->name : document->groups.first().name, document->groups.size() - 1);
}

void learnFollowedRooms(const QList<Signin::CategoryInstance>& categories, RoomNames& names) {
  for (const auto& category : categories) {
    if (category.name != QLatin1String(Signin::kRoomSettingCategory) || category.isMarker()) continue;
    if (const auto setting = Signin::RoomSetting::parse(category.fragment)) {
      names.learn(setting->room().bytes(), setting->name());
    }
  }
}

// "roomSetting × 7 followed rooms · state × 2", in the order of first occurrence. `ofRooms`: followed rooms are told
// as such.
QString countedCategories(const QStringList& categoryNames, bool ofRooms) {
  QStringList seen;
  QString joined;
  for (const QString& name : categoryNames) {
    if (seen.contains(name)) continue;
    seen.append(name);
    const auto count = categoryNames.count(name);
    const bool rooms = ofRooms && name == QLatin1String(Signin::kRoomSettingCategory);
    joined = withDots({joined, rooms ? DocumentWords::roomSettings(count) : DocumentWords::times(name, count)});
  }
  return joined;
}

QString describeRoaming(const QByteArray& body, RoomNames& names) {
  const auto data = Signin::RoamingData::parse(body);
  if (!data) return {};
  QString joined;
  if (data->categories) {
    learnFollowedRooms(*data->categories, names);
    QStringList present;
    for (const auto& category : *data->categories) {
      if (!category.isMarker()) present.append(category.name);
    }
    joined = countedCategories(present, true);
  }
  if (data->containers) joined = withDots({joined, DocumentWords::containers()});
  if (data->subscribers) joined = withDots({joined, DocumentWords::subscribers()});
  return joined;
}

QString describePublication(const QByteArray& body) {
  const auto request = Signin::PublishRequest::parse(body);
  if (!request || request->publications.isEmpty()) return {};
  QStringList stored;
  QStringList deleted;
  for (const auto& publication : request->publications) {
    (publication.isDeletion() ? deleted : stored).append(publication.categoryName);
  }
  if (stored.isEmpty()) return DocumentWords::remove(countedCategories(deleted, false));
  return DocumentWords::publish(countedCategories(stored, false));
}

constexpr int kMostPeopleShown = 1'000;

QString presenceWords(const SipUri& only, qsizetype count) {
  if (count == 0) return {};
  return DocumentWords::presenceOf(count == 1 ? QString::fromUtf8(only.address()) : WireWords::people(count));
}

QString describePresence(const QByteArray& body) {
  const auto reports = Signin::PresenceReport::parseBody(body);
  if (!reports || reports->isEmpty()) return {};
  return presenceWords(reports->first().user, reports->size());
}

}  // namespace

QString describePresenceQuery(const QByteArray& body) {
  const auto query = Signin::PresenceQuery::parse(body, kMostPeopleShown);
  if (!query || query->users.isEmpty()) return {};
  return presenceWords(query->users.first(), query->users.size());
}

QString describeDocument(const QByteArray& contentType, const QByteArray& body, RoomNames& names) {
  if (body.isEmpty()) return {};
  if (contentType == Signin::kProvisioningType) return describeProvisioning(body);
  if (contentType == Signin::kRoamingSelfType) return describeRoaming(body, names);
  const bool presence = contentType == Signin::kPresenceReportType || contentType == "multipart/related";
  if (presence) return describePresence(body);
  if (contentType == Signin::kPublishType) return describePublication(body);
  if (contentType == Signin::kDeregistrationType) {
    const auto notice = Signin::DeregistrationNotice::parse(body);
    return notice ? DocumentWords::ended(QString::fromUtf8(notice->eventText)) : QString();
  }
  return {};
}

}  // namespace Parlour::Models
