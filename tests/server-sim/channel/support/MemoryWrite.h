// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <vector>

#include "tests/server-sim/channel/support/MemoryStore.h"

namespace Parlour::Server::Testing {

inline Error refusal(ErrorCode code, const QString& text) { return Error::make(code, text); }

inline Error missing(const char* kind, qint64 id) {
  return refusal(ErrorCode::NotFound, QStringLiteral("There is no %1 %2.").arg(QLatin1String(kind)).arg(id));
}

template <typename Object>
Object* objectOf(std::vector<Object>& objects, qint64 id) {
  const auto found = std::find_if(objects.begin(), objects.end(), [id](const Object& each) { return each.id == id; });
  return found == objects.end() ? nullptr : &*found;
}

template <typename Row>
void addOnce(std::vector<Row>& rows, const Row& row) {
  if (std::find(rows.begin(), rows.end(), row) == rows.end()) rows.push_back(row);
}

inline void setInOrder(std::vector<PrincipalId>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

inline bool sameName(const QString& a, const QString& b) { return a.compare(b, Qt::CaseInsensitive) == 0; }

// Writes one set into a copy of the content; after an error the copy is of no use.
class MemoryWrite {
 public:
  MemoryWrite(MemoryContent& content, const ChangeSet& set, Timestamp now) : content_(content), set_(set), now_(now) {}

  Result<ChangeReceipt> run() {
    using Part = Status (MemoryWrite::*)();
    for (const Part part :
         {&MemoryWrite::holds, &MemoryWrite::policies, &MemoryWrite::addIns, &MemoryWrite::principals,
          &MemoryWrite::categories, &MemoryWrite::rooms, &MemoryWrite::memberships, &MemoryWrite::grants,
          &MemoryWrite::removals, &MemoryWrite::invitations, &MemoryWrite::joinRequests, &MemoryWrite::messages}) {
      if (auto done = (this->*part)(); !done) return done.error();
    }
    content_.audit.insert(content_.audit.end(), set_.audit.begin(), set_.audit.end());
    return receipt_;
  }

 private:
  Snapshot& snapshot() { return content_.snapshot; }

  Policy* policyOf(const QString& name) {
    auto& all = snapshot().policies;
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Policy& each) { return sameName(each.name, name); });
    return found == all.end() ? nullptr : &*found;
  }

  Status policies() {
    for (const QString& name : set_.removedPolicies) {
      if (policyOf(name) == nullptr)
        return refusal(ErrorCode::NotFound, QStringLiteral("There is no policy %1.").arg(name));
      std::erase_if(snapshot().policies, [&](const Policy& each) { return sameName(each.name, name); });
      std::erase_if(snapshot().grants, [&](const PolicyGrant& each) { return sameName(each.policy, name); });
    }
    for (const Policy& policy : set_.policies) {
      if (policy.name.isEmpty()) return refusal(ErrorCode::InvalidArgument, QStringLiteral("A policy needs a name."));
      Policy* known = policyOf(policy.name);
      const bool taken = policy.scope != PolicyScope::User &&
                         std::any_of(snapshot().policies.begin(), snapshot().policies.end(), [&](const Policy& each) {
                           return each.scope == policy.scope && !sameName(each.name, policy.name);
                         });
      if (taken || (known != nullptr && known->scope != policy.scope)) {
        return refusal(ErrorCode::Conflict, QStringLiteral("The policy %1 cannot have this scope.").arg(policy.name));
      }
      if (known != nullptr) {
        *known = policy;
        for (PolicyGrant& grant : snapshot().grants) {
          if (sameName(grant.policy, policy.name)) grant.policy = policy.name;
        }
      } else {
        snapshot().policies.push_back(policy);
      }
    }
    for (const ConfigurationValue& value : set_.configuration) {
      std::erase_if(snapshot().configuration,
                    [&](const auto& each) { return each.scope == value.scope && each.key == value.key; });
      if (value.value) snapshot().configuration.push_back(value);
    }
    return success();
  }

  Status addIns() {
    for (const AddIn& addIn : set_.addIns) {
      if (addIn.guid.isEmpty() || addIn.name.isEmpty()) {
        return refusal(ErrorCode::InvalidArgument, QStringLiteral("An add-in needs a number and a name."));
      }
      std::erase_if(snapshot().addIns, [&](const AddIn& each) { return each.guid == addIn.guid; });
      snapshot().addIns.push_back(addIn);
    }
    return success();
  }

  Status requirePrincipals(const std::vector<PrincipalId>& list) {
    for (const PrincipalId id : list) {
      if (objectOf(snapshot().principals, id) == nullptr) return missing("principal", id);
    }
    return success();
  }

  Status principals() {
    for (Principal principal : set_.principals) {
      const auto& all = snapshot().principals;
      const bool taken = std::any_of(all.begin(), all.end(), [&](const Principal& each) {
        return each.uri == principal.uri && each.id != principal.id;
      });
      if (taken) {
        return refusal(ErrorCode::Conflict, QStringLiteral("%1 exists already.").arg(QString::fromUtf8(principal.uri)));
      }
      Principal* known = objectOf(snapshot().principals, principal.id);
      if (principal.id != 0 && known == nullptr) return missing("principal", principal.id);
      if (known != nullptr) {
        principal.chatEnabled = known->chatEnabled;
        *known = principal;
      } else {
        principal.id = ++content_.lastNumber;
        principal.chatEnabled = false;
        snapshot().principals.push_back(principal);
      }
      receipt_.principals.push_back(principal.id);
    }
    return success();
  }

  template <typename Object>
  Status requireNewAddress(const std::vector<Object>& all, const Object& object) {
    const bool taken = std::any_of(all.begin(), all.end(), [&](const Object& each) { return each.uri == object.uri; });
    if (!taken) return success();
    return refusal(ErrorCode::Conflict, QStringLiteral("%1 exists already.").arg(object.name));
  }

  Status categories() {
    for (Category category : set_.categories) {
      for (auto* list : {&category.allowed, &category.denied, &category.creators}) {
        if (auto known = requirePrincipals(*list); !known) return known;
        setInOrder(*list);
      }
      Category* known = objectOf(snapshot().categories, category.id);
      if (category.id != 0 && known == nullptr) return missing("category", category.id);
      if (known != nullptr) {
        category.uri = known->uri;
        *known = category;
      } else {
        if (auto fresh = requireNewAddress(snapshot().categories, category); !fresh) return fresh;
        category.id = ++content_.lastNumber;
        snapshot().categories.push_back(category);
      }
      receipt_.categories.push_back(category.id);
    }
    return success();
  }

  Status requirePartsOf(Room& room) {
    for (auto* list : {&room.members, &room.managers, &room.presenters}) {
      if (auto known = requirePrincipals(*list); !known) return known;
      setInOrder(*list);
    }
    if (objectOf(snapshot().categories, room.category) == nullptr) return missing("category", room.category);
    const auto& addIns = snapshot().addIns;
    const bool shown = room.addIn.isEmpty() || std::any_of(addIns.begin(), addIns.end(),
                                                           [&](const AddIn& each) { return each.guid == room.addIn; });
    if (shown) return success();
    return refusal(ErrorCode::NotFound, QStringLiteral("There is no add-in %1.").arg(QString::fromUtf8(room.addIn)));
  }

  Status rooms() {
    for (Room room : set_.rooms) {
      if (auto known = requirePartsOf(room); !known) return known;
      Room* known = objectOf(snapshot().rooms, room.id);
      if (room.id != 0 && known == nullptr) return missing("room", room.id);
      if (known != nullptr) {
        room.uri = known->uri;
        room.lastChatId = known->lastChatId;
        room.lastTime = known->lastTime;
        *known = room;
      } else {
        if (auto fresh = requireNewAddress(snapshot().rooms, room); !fresh) return fresh;
        room.id = ++content_.lastNumber;
        room.lastChatId = 0;
        room.lastTime = {};
        snapshot().rooms.push_back(room);
      }
      receipt_.rooms.push_back(room.id);
    }
    return success();
  }

  Status memberships() {
    for (const GroupMembership& each : set_.removedMemberships) std::erase(snapshot().memberships, each);
    for (const GroupMembership& each : set_.addedMemberships) {
      if (auto known = requirePrincipals({each.group, each.member}); !known) return known;
      addOnce(snapshot().memberships, each);
    }
    std::sort(snapshot().memberships.begin(), snapshot().memberships.end());
    return success();
  }

  Status requireUser(PrincipalId id) {
    const Principal* user = objectOf(snapshot().principals, id);
    return user != nullptr && user->isUser() ? success() : Status(missing("user", id));
  }

  Status grants() {
    for (const PolicyGrant& grant : set_.grants) {
      if (auto known = requireUser(grant.user); !known) return known;
      std::erase_if(snapshot().grants, [&](const PolicyGrant& each) { return each.user == grant.user; });
      if (grant.policy.isEmpty()) continue;
      const Policy* policy = policyOf(grant.policy);
      if (policy == nullptr) {
        return refusal(ErrorCode::NotFound, QStringLiteral("There is no policy %1.").arg(grant.policy));
      }
      if (policy->scope != PolicyScope::User) {
        return refusal(ErrorCode::InvalidArgument,
                       QStringLiteral("The policy %1 cannot be granted to a user.").arg(policy->name));
      }
      snapshot().grants.push_back({grant.user, policy->name});
    }
    return success();
  }

  Status removals() {
    for (const RoomId id : set_.removedRooms) {
      if (objectOf(snapshot().rooms, id) == nullptr) return missing("room", id);
      forgetRoom(id);
    }
    for (const CategoryId id : set_.removedCategories) {
      const Category* known = objectOf(snapshot().categories, id);
      if (known == nullptr) return missing("category", id);
      const auto& rooms = snapshot().rooms;
      if (std::any_of(rooms.begin(), rooms.end(), [id](const Room& room) { return room.category == id; })) {
        return refusal(ErrorCode::Conflict, QStringLiteral("The category %1 has rooms.").arg(known->name));
      }
      std::erase_if(snapshot().categories, [id](const Category& each) { return each.id == id; });
    }
    for (const QByteArray& guid : set_.removedAddIns) {
      if (std::erase_if(snapshot().addIns, [&](const AddIn& each) { return each.guid == guid; }) == 0) {
        return refusal(ErrorCode::NotFound, QStringLiteral("There is no add-in %1.").arg(QString::fromUtf8(guid)));
      }
      for (Room& room : snapshot().rooms) {
        if (room.addIn == guid) room.addIn.clear();
      }
    }
    return success();
  }

  void forgetRoom(RoomId id) {
    std::erase_if(snapshot().rooms, [id](const Room& each) { return each.id == id; });
    std::erase_if(snapshot().joinRequests, [id](const JoinRequest& each) { return each.room == id; });
    for (auto& [user, list] : content_.invitations) {
      std::erase_if(list, [id](const StoredInvitation& each) { return each.room == id; });
    }
    receipt_.messagesRemoved += static_cast<qint64>(content_.messages[id].size());
    content_.messages.erase(id);
    content_.last.erase(id);
    content_.removedRooms.insert(id);
  }

  Status invitations() {
    for (const NewInvitation& invitation : set_.invitations) {
      if (auto known = requireUser(invitation.user); !known) return known;
      const auto& rooms = snapshot().rooms;
      const auto room =
          std::find_if(rooms.begin(), rooms.end(), [&](const Room& each) { return each.uri == invitation.room; });
      if (room == rooms.end()) {
        return refusal(ErrorCode::NotFound, QStringLiteral("There is no room %1.").arg(invitation.room.toString()));
      }
      auto& list = content_.invitations[invitation.user];
      if (std::any_of(list.begin(), list.end(), [&](const auto& each) { return each.room == room->id; })) continue;
      list.push_back({++content_.lastInvitation[invitation.user], room->id, now_});
      receipt_.invitations.push_back({invitation.user, list.back()});
    }
    return success();
  }

  Status joinRequests() {
    auto& all = snapshot().joinRequests;
    const auto same = [](const auto& one) {
      return [one](const JoinRequest& each) { return each.user == one.user && each.room == one.room; };
    };
    for (const JoinRequest& request : set_.joinRequests) {
      if (auto known = requireUser(request.user); !known) return known;
      if (objectOf(snapshot().rooms, request.room) == nullptr) return missing("room", request.room);
      std::erase_if(all, same(request));
      all.push_back(request);
    }
    for (const EndedJoinRequest& ended : set_.endedJoinRequests) std::erase_if(all, same(ended));
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.askedOn < b.askedOn; });
    return success();
  }

  Status holds() {
    auto& all = snapshot().holds;
    for (const QString& name : set_.removedHolds) {
      if (std::erase_if(all, [&](const LegalHold& each) { return sameName(each.name, name); }) != 0) continue;
      return refusal(ErrorCode::NotFound, QStringLiteral("There is no hold %1.").arg(name));
    }
    for (const LegalHold& hold : set_.holds) {
      const bool known =
          std::any_of(all.begin(), all.end(), [&](const LegalHold& each) { return sameName(each.name, hold.name); });
      if (known) return refusal(ErrorCode::Conflict, QStringLiteral("There is a hold %1.").arg(hold.name));
      all.push_back(hold);
    }
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
      return a.name.toCaseFolded().toUtf8() < b.name.toCaseFolded().toUtf8();
    });
    for (const auto& [room, messages] : content_.messages) {
      for (const StoredMessage& message : messages) {
        if (!isDoomed(room, message)) continue;
        for (const LegalHold& hold : all) {
          if (keeps(hold, room, message)) {
            return refusal(ErrorCode::Conflict, QStringLiteral("%1 keeps %2").arg(hold.name).arg(message.chatId));
          }
        }
      }
    }
    return success();
  }

  static bool keeps(const LegalHold& hold, RoomId room, const StoredMessage& message) {
    return (hold.room == 0 || hold.room == room) && (hold.user == 0 || hold.user == message.author) &&
           message.time >= hold.from && (hold.to.isNull() || message.time <= hold.to);
  }

  bool isDoomed(RoomId room, const StoredMessage& message) const {
    const auto is = [room](RoomId each) { return each == room; };
    if (std::any_of(set_.removedRooms.begin(), set_.removedRooms.end(), is)) return true;
    for (const MessageRemoval& removal : set_.messageRemovals) {
      const auto& ids = removal.chatIds;
      if (removal.room == room && std::find(ids.begin(), ids.end(), message.chatId) != ids.end()) return true;
    }
    return std::any_of(set_.purges.begin(), set_.purges.end(),
                       [&](const Purge& purge) { return purge.room == room && message.time < purge.until; });
  }

  Status messages() {
    for (const MessageRemoval& removal : set_.messageRemovals) {
      if (objectOf(snapshot().rooms, removal.room) == nullptr) return missing("room", removal.room);
      const auto named = [&](const StoredMessage& message) {
        return std::find(removal.chatIds.begin(), removal.chatIds.end(), message.chatId) != removal.chatIds.end();
      };
      auto& kept = content_.messages[removal.room];
      receipt_.messagesRemoved += std::count_if(kept.begin(), kept.end(), named);
      if (!removal.replacement) std::erase_if(kept, named);
      for (StoredMessage& message : kept) {
        if (!named(message)) continue;
        message.chat = *removal.replacement;
        message.rtf.clear();
      }
    }
    for (const Purge& purge : set_.purges) {
      if (objectOf(snapshot().rooms, purge.room) == nullptr) return missing("room", purge.room);
      receipt_.messagesRemoved += static_cast<qint64>(std::erase_if(
          content_.messages[purge.room], [&](const StoredMessage& message) { return message.time < purge.until; }));
    }
    return success();
  }

  MemoryContent& content_;
  const ChangeSet& set_;
  const Timestamp now_;
  ChangeReceipt receipt_;
};

}  // namespace Parlour::Server::Testing
