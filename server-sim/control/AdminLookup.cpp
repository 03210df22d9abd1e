// SPDX-License-Identifier: Apache-2.0
#include "server-sim/control/AdminLookup.h"

namespace Parlour::Server::AdminLookup {
namespace {

constexpr qsizetype kShownName = 80;

Error notFound(const QString& sentence, const QString& text) {
  return Error::make(ErrorCode::NotFound, sentence.arg(text.left(kShownName)));
}

const Principal* byAddress(const ChannelState& state, const QString& text) {
  const QByteArray address = text.trimmed().toLower().toUtf8();
  const Directory& directory = state.directory();
  if (const Principal* found = directory.find(address)) return found;
  if (const Principal* found = directory.find("sip:" + address)) return found;
  return directory.find("sip:" + address + '@' + state.domain());
}

Result<const Principal*> byName(const ChannelState& state, const QString& text) {
  const QString name = text.trimmed();
  const Principal* found = nullptr;
  for (const Principal* principal : state.directory().all()) {
    if (principal->displayName.compare(name, Qt::CaseInsensitive) != 0) continue;
    if (found) {
      return Error::make(
          ErrorCode::Conflict,
          QStringLiteral("More than one is called \"%1\". Give the address.").arg(name.left(kShownName)));
    }
    found = principal;
  }
  if (found) return found;
  return notFound(QStringLiteral("There is neither a person nor a group \"%1\"."), name);
}

}  // namespace

Result<const Room*> room(const ChannelState& state, const QString& text) {
  const auto uri = RoomUri::parse(text.trimmed().toUtf8());
  const Room* found = uri ? state.rooms().find(*uri) : state.rooms().findName(text.trimmed());
  if (found) return found;
  return notFound(QStringLiteral("There is no room \"%1\"."), text);
}

Result<const Category*> category(const ChannelState& state, const QString& text) {
  const auto uri = CategoryUri::parse(text.trimmed().toUtf8());
  const Category* found = uri ? state.category(*uri) : state.categoryNamed(text.trimmed());
  if (found && found->uri != state.rootCategory()) return found;
  return notFound(QStringLiteral("There is no category \"%1\"."), text);
}

Result<const AddIn*> addIn(const ChannelState& state, const QString& text) {
  if (const AddIn* found = state.addIn(text.trimmed().toLower().toUtf8())) return found;
  for (const AddIn& addIn : state.addIns()) {
    if (addIn.name.compare(text.trimmed(), Qt::CaseInsensitive) == 0) return &addIn;
  }
  return notFound(QStringLiteral("There is no add-in \"%1\"."), text);
}

Result<const Principal*> principal(const ChannelState& state, const QString& text) {
  if (const Principal* found = byAddress(state, text)) return found;
  return byName(state, text);
}

Result<const Principal*> person(const ChannelState& state, const QString& text) {
  auto found = principal(state, text);
  if (found && !(*found)->isUser()) return notFound(QStringLiteral("There is no person \"%1\"."), text);
  return found;
}

Result<const Principal*> group(const ChannelState& state, const QString& text) {
  auto found = principal(state, text);
  if (found && (*found)->isUser()) return notFound(QStringLiteral("There is no group \"%1\"."), text);
  return found;
}

Result<std::vector<QByteArray>> addresses(const ChannelState& state, const QStringList& texts) {
  std::vector<QByteArray> list;
  for (const QString& text : texts) {
    const auto found = principal(state, text);
    if (!found) return found.error();
    list.push_back((*found)->uri);
  }
  return list;
}

}  // namespace Parlour::Server::AdminLookup
