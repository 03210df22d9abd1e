// SPDX-License-Identifier: Apache-2.0
#include "server-sim/channel/PreferenceHandler.h"

namespace Parlour::Server {
namespace {

constexpr qsizetype kMaxLabelChars = 255;

bool isUsableLabel(const QString& label) { return !label.isEmpty() && label.size() <= kMaxLabelChars; }

}  // namespace

void PreferenceHandler::get(const Session& session, const Xccos::GetPreference& command, Xccos::CommandRef ref) {
  const Xccos::PrefBlock& asked = command.pref;
  if (!isUsableLabel(asked.label)) {
    return context_.refuse<Xccos::GetPreferenceReply>(session.id, ref, Xccos::ResponseCode::InvalidArgument);
  }
  const auto done = [this, id = session.id, ref, asked](const Result<StoredPreference>& stored) {
    if (!stored) return context_.refuse<Xccos::GetPreferenceReply>(id, ref, storeFailureCode(stored.error()));
    Xccos::GetPreferenceReply reply;
    reply.header = Xccos::replyHeader(ref);
    if (stored->version > asked.seqId) {
      reply.pref = Xccos::PrefBlock{asked.label, static_cast<quint32>(stored->version), std::nullopt, stored->content};
    }
    context_.reply(id, std::move(reply));
  };
  context_.store.preference(session.user, asked.label.toUtf8(), context_.whileAlive<StoredPreference>(done));
}

void PreferenceHandler::set(const Session& session, const Xccos::SetPreference& command, Xccos::CommandRef ref) {
  const Xccos::PrefBlock& given = command.pref;
  if (!isUsableLabel(given.label) || !given.content) {
    return context_.refuse<Xccos::SetPreferenceReply>(session.id, ref, Xccos::ResponseCode::InvalidArgument);
  }
  const auto done = [this, id = session.id, ref, label = given.label](const Result<quint64>& version) {
    if (!version) return context_.refuse<Xccos::SetPreferenceReply>(id, ref, storeFailureCode(version.error()));
    Xccos::SetPreferenceReply reply;
    reply.header = Xccos::replyHeader(ref);
    reply.pref = Xccos::PrefBlock{label, static_cast<quint32>(*version), std::nullopt, std::nullopt};
    context_.reply(id, std::move(reply));
  };
  context_.store.setPreference(session.user, given.label.toUtf8(), *given.content, context_.whileAlive<quint64>(done));
}

}  // namespace Parlour::Server
