// SPDX-License-Identifier: Apache-2.0
#include "app/models/wire/RoomNames.h"

namespace Parlour::Models {

namespace {
constexpr qsizetype kMostRoomNames = 20'000;
constexpr qsizetype kShortKeyLength = 4;
}  // namespace

void RoomNames::learn(const QByteArray& uri, const QString& name) {
  if (uri.isEmpty() || name.isEmpty() || (names_.size() >= kMostRoomNames && !names_.contains(uri))) return;
  names_.insert(uri, name);
}

void RoomNames::learn(const Xccos::ChanInfo& room) { learn(room.uri.bytes(), room.name.value_or(QString())); }

void RoomNames::learn(const Xccos::NodeInfo& node) { learn(node.uri.bytes(), node.name.value_or(QString())); }

void RoomNames::learnFrom(const Xccos::Envelope& envelope) {
  const auto learnAll = [this](const auto& message) {
    if constexpr (requires { message.rooms; }) {
      for (const auto& room : message.rooms) {
        if constexpr (requires { room.name; }) learn(room.uri.bytes(), room.name.value_or(QString()));
      }
    }
    if constexpr (requires { message.nodes; }) {
      for (const auto& node : message.nodes) learn(node);
    }
    if constexpr (requires { message.invitations; }) {
      for (const auto& invitation : message.invitations) learn(invitation.room);
    }
    if constexpr (requires { message.requests; }) {
      for (const auto& request : message.requests) learn(request.room.bytes(), request.roomName);
    }
    if constexpr (requires { message.room.name; }) learn(message.room);
    if constexpr (requires { message.node.name; }) learn(message.node);
  };
  if (const auto* replies = envelope.replies()) {
    for (const auto& reply : *replies) std::visit(learnAll, reply.message);
  }
  if (const auto* notices = envelope.notices()) {
    for (const auto& notice : *notices) std::visit(learnAll, notice.message);
  }
}

QString RoomNames::ofUri(const QByteArray& uri) const {
  const auto known = names_.constFind(uri);
  if (known != names_.constEnd()) return *known;
  const QString key = QString::fromUtf8(uri.mid(uri.lastIndexOf('/') + 1));
  return key.size() <= 2 * kShortKeyLength ? key : key.left(kShortKeyLength) + QStringLiteral("…");
}

}  // namespace Parlour::Models
