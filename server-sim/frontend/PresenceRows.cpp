// SPDX-License-Identifier: Apache-2.0
#include "server-sim/frontend/PresenceRows.h"

namespace Parlour::Server {

Signin::CategoryInstance toInstance(const StoredPublication& row) {
  Signin::CategoryInstance instance;
  instance.name = QString::fromUtf8(row.name);
  instance.container = row.container;
  instance.instance = row.instance;
  instance.publishTime = row.publishTime;
  instance.version = row.version;
  instance.expireType =
      Signin::expireTypeFromName(QString::fromUtf8(row.expireType)).value_or(Signin::ExpireType::Static);
  instance.fragment = row.fragment;
  return instance;
}

StoredPublication toRow(const Signin::CategoryInstance& instance) {
  StoredPublication row;
  row.name = instance.name.toUtf8();
  row.container = instance.container.value_or(0);
  row.instance = instance.instance.value_or(0);
  row.version = instance.version;
  row.expireType = Signin::expireTypeName(instance.expireType).data();
  row.fragment = instance.fragment;
  row.publishTime = instance.publishTime;
  return row;
}

ChangedRows changedRows(const Signin::PublishRequest& request, const Signin::PresenceDocument& document) {
  ChangedRows rows;
  for (const auto& publication : request.publications) {
    const auto* instance = document.find(publication.key());
    if (instance && instance->expireType == Signin::ExpireType::Static) {
      rows.put.push_back(toRow(*instance));
    } else {
      StoredPublication gone;
      gone.name = publication.categoryName.toUtf8();
      gone.container = publication.container;
      gone.instance = publication.instance;
      rows.remove.push_back(gone);
    }
  }
  return rows;
}

Signin::PublishRequest endedInstances(const Signin::PresenceDocument& document,
                                      const std::function<bool(const Signin::CategoryInstance&)>& hasEnded) {
  Signin::PublishRequest request;
  for (const auto& instance : document.all()) {
    if (!hasEnded(instance)) continue;
    Signin::Publication deletion;
    deletion.categoryName = instance.name;
    deletion.container = instance.container.value_or(0);
    deletion.instance = instance.instance.value_or(0);
    deletion.version = instance.version;
    deletion.expireType = instance.expireType;
    deletion.expires = 0;
    request.publications.append(deletion);
  }
  return request;
}

Timestamp endOf(const Signin::CategoryInstance& instance) {
  if (instance.expireType != Signin::ExpireType::Time) return {};
  return {instance.publishTime.ticks + qint64{instance.expires.value_or(0)} * 1000 * Timestamp::kPerMs};
}

}  // namespace Parlour::Server
