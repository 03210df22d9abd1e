// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/InfoHandler.h"

#include <algorithm>

#include "server-sim/channel/RoomBlocks.h"

namespace Parlour::Server {

void InfoHandler::requestUri(const Session& session, Xccos::CommandRef ref) {
  Xccos::RequestUriReply reply;
  reply.header = Xccos::replyHeader(ref);
  reply.uri = context_.settings.poolUri;
  context_.reply(session.id, std::move(reply));
}

void InfoHandler::serverInfo(const Session& session, const Xccos::GetServerInfo& command, Xccos::CommandRef ref) {
  const ChannelSettings& settings = context_.settings;
  Xccos::ServerInfoReply reply;
  reply.header = Xccos::replyHeader(ref);
  reply.info.infoType = command.infoType;
  reply.info.serverTime = context_.clock.now();
  reply.info.searchLimit = static_cast<quint32>(settings.searchLimit);
  reply.info.messageSizeLimit = static_cast<quint32>(settings.messageSizeLimit);
  reply.info.storySizeLimit = static_cast<quint32>(settings.storySizeLimit);
  reply.info.rootUri = context_.state.rootCategory();
  reply.info.dbVersion = context_.state.databaseVersion();
  reply.info.displayName = QString::fromUtf8(settings.displayName);
  reply.info.roomManagementUrl = context_.roomManagementUrl();
  context_.reply(session.id, std::move(reply));
}

void InfoHandler::channelInfo(const Session& session, const Xccos::GetChannelInfo& command, Xccos::CommandRef ref) {
  if (command.room.isEmpty() && command.name.isEmpty()) {
    return context_.refuse<Xccos::ChannelInfoReply>(session.id, ref, Xccos::ResponseCode::InvalidArgument);
  }
  const RoomIndex& rooms = context_.state.rooms();
  const Room* room = command.room.isEmpty() ? rooms.findName(command.name) : rooms.find(command.room);
  const Standing standing = room ? context_.standing(session, *room) : Standing{};
  const Decision decision = room ? AccessPolicy::see(standing, RoomTraits::of(*room)) : AccessPolicy::noSuchNode();
  if (!decision.allowed()) return context_.refuse<Xccos::ChannelInfoReply>(session.id, ref, decision.code);
  Xccos::ChannelInfoReply reply;
  reply.header = Xccos::replyHeader(ref);
  reply.room = RoomBlocks::full(context_, *room);
  reply.room.roles = RoomBlocks::roles(context_.state, *room);
  if (!AccessPolicy::manage(standing, RoomTraits::of(*room)).allowed()) {
    std::erase_if(reply.room.roles, [](const auto& role) { return role.type != Xccos::RoleType::Manager; });
  }
  context_.reply(session.id, std::move(reply));
}

void InfoHandler::addIns(const Session& session, Xccos::CommandRef ref) {
  Xccos::AddInsReply reply;
  reply.header = Xccos::replyHeader(ref);
  for (const AddIn& addIn : context_.state.addIns()) reply.addIns.push_back({addIn.guid, addIn.name, addIn.url});
  std::sort(reply.addIns.begin(), reply.addIns.end(), [](const Xccos::AddIn& a, const Xccos::AddIn& b) {
    return a.name.compare(b.name, Qt::CaseInsensitive) < 0;
  });
  context_.reply(session.id, std::move(reply));
}

void InfoHandler::creatableNodes(const Session& session, Xccos::CommandRef ref) {
  Xccos::CreatableNodesReply reply;
  reply.header = Xccos::replyHeader(ref);
  for (const Category& category : context_.state.categories()) {
    const bool root = category.uri == context_.state.rootCategory();
    if (root || !AccessPolicy::createRooms(context_.state.standing(session.user, category)).allowed()) continue;
    Xccos::NodeInfo node;
    node.uri = category.uri;
    node.name = category.name;
    node.description = category.description;
    node.invite = category.invitations ? Xccos::InviteSetting::On : Xccos::InviteSetting::Off;
    reply.nodes.push_back(std::move(node));
  }
  std::sort(reply.nodes.begin(), reply.nodes.end(), [](const Xccos::NodeInfo& a, const Xccos::NodeInfo& b) {
    return a.name->compare(*b.name, Qt::CaseInsensitive) < 0;
  });
  context_.reply(session.id, std::move(reply));
}

}  // namespace Parlour::Server
