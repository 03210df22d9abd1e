// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>
#include <functional>
#include <optional>

#include "protocol/signin/Publication.h"
#include "protocol/signin/RoamingSelf.h"

namespace Parlour::Signin {

// All category instances of one user, as the owner's endpoints and the server know them. A plain value
// without locks; the client fills it from notifications, the server changes it by publications.
class PresenceDocument {
 public:
  // Client side: takes over a notification. A name that occurs lists all its instances, and markers
  // empty a container or the name (signin 3.4). Gives the names whose instances differ afterwards, so the same
  // notification twice changes nothing. Of several instances with one key the last counts.
  QStringList apply(const RoamingData& data);

  // Server side: which publications do not know the current version. Empty means the request may be published.
  QList<VersionConflict> conflicts(const PublishRequest& request) const;
  // Server side: stores and deletes what the request says; versions rise by one. Deleting what is not there
  // changes nothing. Gives the names that the request touched, each once. Call only without conflicts.
  QStringList publish(const PublishRequest& request, Timestamp now);
  // Everything of these names as a notification has it, with a marker for names that have nothing left.
  QList<CategoryInstance> report(const QStringList& names) const;

  void insert(const CategoryInstance& instance);  // ignores markers
  // For what ends with an endpoint or a user (signin 3.8). Gives how many were removed.
  qsizetype removeIf(const std::function<bool(const CategoryInstance&)>& ends);
  const CategoryInstance* find(const CategoryKey& key) const;
  QList<CategoryInstance> instances(const QString& name) const;
  QList<CategoryInstance> all() const { return instances_.values(); }
  QStringList names() const;
  qsizetype count(const QString& name) const { return instances(name).size(); }

 private:
  void removeName(const QString& name);
  void removeContainer(const QString& name, std::optional<quint32> container);  // nullopt: all containers

  QMap<CategoryKey, CategoryInstance> instances_;
};

}  // namespace Parlour::Signin
