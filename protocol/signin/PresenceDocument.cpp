// SPDX-License-Identifier: Apache-2.0
#include "protocol/signin/PresenceDocument.h"

#include <limits>
#include <utility>

namespace Parlour::Signin {
namespace {

CategoryKey firstKeyOf(const QString& name) { return {name, 0, 0}; }

CategoryInstance published(const Publication& item, quint32 version, Timestamp now) {
  return {item.categoryName, item.container, item.instance, now, version, item.expireType, item.expires, item.fragment};
}

}  // namespace

QStringList PresenceDocument::apply(const RoamingData& data) {
  if (!data.categories) return {};
  QStringList touched;
  QMap<QString, QList<CategoryInstance>> before;
  QSet<QString> listed;
  for (const auto& item : *data.categories) {
    if (!before.contains(item.name)) {
      before.insert(item.name, instances(item.name));
      touched.append(item.name);
    }
    if (!item.isMarker()) listed.insert(item.name);
  }
  for (const auto& name : std::as_const(listed)) removeName(name);
  for (const auto& item : *data.categories) {
    if (!item.isMarker()) {
      instances_.insert(item.key(), item);
    } else if (!listed.contains(item.name)) {
      removeContainer(item.name, item.container);
    }
  }
  touched.removeIf([&](const QString& name) { return before.value(name) == instances(name); });
  return touched;
}

QList<VersionConflict> PresenceDocument::conflicts(const PublishRequest& request) const {
  QList<VersionConflict> found;
  for (qsizetype i = 0; i < request.publications.size(); ++i) {
    const Publication& item = request.publications[i];
    const CategoryInstance* stored = find(item.key());
    if (stored == nullptr && item.isDeletion()) continue;
    const quint32 current = stored != nullptr ? stored->version : 0;
    if (item.version != current) found.append({static_cast<int>(i) + 1, item.version, current});
  }
  return found;
}

QStringList PresenceDocument::publish(const PublishRequest& request, Timestamp now) {
  QStringList touched;
  for (const auto& item : request.publications) {
    if (!touched.contains(item.categoryName)) touched.append(item.categoryName);
    if (item.isDeletion()) {
      instances_.remove(item.key());
    } else {
      instances_.insert(item.key(), published(item, item.version + 1, now));
    }
  }
  return touched;
}

QList<CategoryInstance> PresenceDocument::report(const QStringList& names) const {
  QList<CategoryInstance> list;
  for (const auto& name : names) {
    const auto present = instances(name);
    if (present.isEmpty()) {
      list.append(CategoryInstance::emptied(name));
    } else {
      list += present;
    }
  }
  return list;
}

void PresenceDocument::insert(const CategoryInstance& instance) {
  if (!instance.isMarker()) instances_.insert(instance.key(), instance);
}

const CategoryInstance* PresenceDocument::find(const CategoryKey& key) const {
  const auto found = instances_.constFind(key);
  return found == instances_.cend() ? nullptr : &*found;
}

QList<CategoryInstance> PresenceDocument::instances(const QString& name) const {
  QList<CategoryInstance> list;
  for (auto it = instances_.lowerBound(firstKeyOf(name)); it != instances_.cend() && it.key().name == name; ++it) {
    list.append(it.value());
  }
  return list;
}

QStringList PresenceDocument::names() const {
  QStringList list;
  for (auto it = instances_.cbegin(); it != instances_.cend(); ++it) {
    if (list.isEmpty() || list.constLast() != it.key().name) list.append(it.key().name);
  }
  return list;
}

qsizetype PresenceDocument::removeIf(const std::function<bool(const CategoryInstance&)>& ends) {
  return instances_.removeIf([&](std::pair<const CategoryKey&, CategoryInstance&> item) { return ends(item.second); });
}

void PresenceDocument::removeName(const QString& name) { removeContainer(name, std::nullopt); }

void PresenceDocument::removeContainer(const QString& name, std::optional<quint32> container) {
  removeIf(
      [&](const CategoryInstance& item) { return item.name == name && (!container || item.container == container); });
}

}  // namespace Parlour::Signin
