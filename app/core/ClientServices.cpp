// SPDX-License-Identifier: Apache-2.0
#include "app/core/ClientServices.h"

#include "app/core/Words.h"

namespace Parlour::Core {

ClientServices::ClientServices(Environment given)
    : environment(std::move(given)),
      preferences(*environment.settings),
      settings(*environment.settings),
      envIds(environment.random()),
      link(*environment.transport, *environment.scheduler, *environment.clock),
      registrar(link, *environment.scheduler),
      session(link, *environment.scheduler, *environment.clock, envIds, environment.random),
      rooms(settings),
      categories(session),
      followed(link, *environment.scheduler),
      opened(settings),
      invitations(settings),
      joinRequests(session, account),
      readMarks(settings, followed),
      joiner(session, rooms, categories, account),
      roomCache(environment.messageCache.get(), rooms, readMarks, *environment.scheduler),
      pager(session, rooms, roomCache, account),
      outbox(session, rooms, account, envIds, environment),
      transfers({session, link, rooms, account, envIds, outbox, environment}),
      updates(rooms, invitations, joinRequests, readMarks, categories, account),
      membership({rooms, joiner, followed, opened, invitations, readMarks, pager, outbox}),
      search(session, rooms, categories, account),
      messageSearch({session, search, roomCache, rooms, *environment.scheduler}),
      admin({session, rooms, updates, categories, account}),
      ownPresence(link),
      roomPresence(link, *environment.scheduler, rooms),
      flow(*environment.clock),
      connectSteps(*environment.locator, link, registrar, session, followed, *environment.scheduler),
      roomSteps({session, rooms, joiner, followed, opened, invitations, membership, account,
                 environment.reopenRooms && preferences.general().reopenRooms}),
      keeper({flow, link, registrar, session, *environment.scheduler, *environment.clock, environment.random,
              environment.hasNetwork}) {
  connectSession();
  connectRooms();
  connectSignIn();
}

// What is still under way when the client goes must not find half of the services gone.
ClientServices::~ClientServices() {
  session.onEnded = nullptr;
  link.onClosed = nullptr;
  connectSteps.closeConnection();
  rooms.onRemoved = nullptr;
  roomCache.end();
  // Before the rooms go, in whose timelines its rows stand.
  transfers.clear();
}

void ClientServices::connectSession() {
  session.onChat = [this](const Xccos::ChatMessage& chat, EnvId) { updates.chat(chat); };
  session.onNotice = [this](const Xccos::Notice& notice) { updates.notice(notice); };
  session.onPostRefused = [this](EnvId envId, const Error& error) { outbox.refused(envId, error); };
  followed.onChanged = [this] { membership.syncFollowed(); };
  followed.onOwnName = [this](const QString& displayName) { account.learnName(account.me, displayName); };
}

void ClientServices::connectRooms() {
  categories.onLearned = [this] {
    for (Room* room : rooms.rooms()) {
      const RoomSummary named = categories.named(room->summary());
      if (named.categoryName != room->summary().categoryName) room->setSummary(named);
    }
  };
  updates.onReturned = [this](const RoomUri& uri) { membership.reenter(uri); };
  updates.onDeleted = [this](const RoomUri& uri) {
    opened.remove(uri);
    roomSteps.forgetRoom(uri);
  };
  updates.onLive = [this](const Message& message) { roomCache.keepLive(message); };
  updates.onMessagesRemoved = [this](const RoomUri& room, const QList<ChatId>& chatIds, const auto& replacement) {
    roomCache.removed(room, chatIds, replacement);
  };
  roomCache.listIsKnown = [this] { return membership.joinsAtOnce(); };
  admin.onCreated = [this](const RoomSummary& room) { roomSteps.learnManaged(room); };
}

void ClientServices::connectSignIn() {
  connectSteps.install(flow);
  roomSteps.install(flow);
  flow.onDropSession = [this] {
    membership.setJoinsAtOnce(false);
    session.reset(Error::make(ErrorCode::ConnectionLost, Words::tr("The connection was lost.")));
    pager.reset();
    outbox.sessionLost();
    transfers.sessionLost();
    joiner.allLeft();
    categories.reset();
  };
  flow.onCloseConnection = [this] {
    ownPresence.lost();
    roomPresence.lost();
    followed.lost();
    connectSteps.closeConnection();
  };
  keeper.onConnectionEnded = flow.onCloseConnection;
  if (environment.networkWatch) environment.networkWatch->onChanged = [this] { keeper.networkChanged(); };
  keeper.missed = [this] { return std::pair(roomSteps.missedMessages(), roomSteps.missedRooms()); };
}

}  // namespace Parlour::Core
