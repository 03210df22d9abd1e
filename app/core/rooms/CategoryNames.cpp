// SPDX-License-Identifier: Apache-2.0
#include "app/core/rooms/CategoryNames.h"

namespace Parlour::Core {

CategoryChoice toCategoryChoice(const Xccos::NodeInfo& node) {
  CategoryChoice choice;
  choice.uri = node.uri.bytes();
  choice.name = node.name.value_or(QString());
  choice.description = node.description.value_or(QString());
  choice.invitations = node.invite.value_or(Xccos::InviteSetting::On) != Xccos::InviteSetting::Off;
  choice.files = node.filePost;
  choice.history = node.logged;
  return choice;
}

void CategoryNames::fetch(const OnChoices& done) {
  Xccos::SearchNodes command;
  command.filter.maxResults = -1;
  session_.ask<Xccos::SearchNodesReply>(command, [this, done](const Result<Xccos::SearchNodesReply>& reply) {
    if (!reply) return done(reply.error());
    list_ = List::Known;
    QList<CategoryChoice> choices;
    bool fresh = false;
    for (const Xccos::NodeInfo& node : reply->nodes) {
      choices.append(toCategoryChoice(node));
      fresh = remember(node.uri.bytes(), choices.last().name) || fresh;
    }
    if (fresh && onLearned) onLearned();
    done(choices);
  });
}

void CategoryNames::prepare() {
  if (list_ == List::NotAsked) askForList();
}

void CategoryNames::want(const QByteArray& category) {
  if (category.isEmpty() || names_.contains(category) || wanted_.contains(category)) return;
  switch (list_) {
    case List::NotAsked:
    case List::Asked:
      wanted_.insert(category);
      return prepare();
    case List::Known:
      return askForOne(category);
    case List::NotSupported:
      return;
  }
}

void CategoryNames::askForList() {
  list_ = List::Asked;
  fetch([this](const Result<QList<CategoryChoice>>& choices) { listKnown(choices); });
}

// Any refusal counts as "not here" until the next session: names are a nicety.
void CategoryNames::listKnown(const Result<QList<CategoryChoice>>& choices) {
  const QSet<QByteArray> wanted = std::exchange(wanted_, {});
  if (!choices) {
    const ErrorCode code = choices.error().code;
    const bool lost = code == ErrorCode::ConnectionLost || code == ErrorCode::Cancelled;
    list_ = lost ? List::NotAsked : List::NotSupported;
    return;
  }
  for (const QByteArray& category : wanted) want(category);
}

void CategoryNames::askForOne(const QByteArray& category) {
  const auto uri = CategoryUri::parse(category);
  if (!uri) return;
  wanted_.insert(category);
  session_.ask<Xccos::NodeInfoReply>(Xccos::GetNodeInfo{*uri}, [this](const Result<Xccos::NodeInfoReply>& reply) {
    if (reply) learn(reply->node);
  });
}

void CategoryNames::learn(const Xccos::NodeInfo& node) {
  if (remember(node.uri.bytes(), node.name.value_or(QString())) && onLearned) onLearned();
}

bool CategoryNames::remember(const QByteArray& category, const QString& name) {
  if (category.isEmpty() || name.isEmpty() || names_.value(category) == name) return false;
  names_.insert(category, name);
  return true;
}

void CategoryNames::reset() {
  names_.clear();
  wanted_.clear();
  list_ = List::NotAsked;
}

RoomSummary CategoryNames::named(RoomSummary summary) const {
  const auto known = names_.constFind(summary.category);
  if (known != names_.constEnd()) summary.categoryName = *known;
  return summary;
}

}  // namespace Parlour::Core
