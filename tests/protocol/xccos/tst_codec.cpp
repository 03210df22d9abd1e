// SPDX-License-Identifier: Apache-2.0
// Every recorded message: parsed, checked, written again and compared; and what the values are.
#include <QTest>

#include "protocol/xccos/Codec.h"
#include "tests/program/TestProgram.h"
#include "tests/protocol/xccos/CanonicalXml.h"

namespace tst_codec {

using namespace Parlour;
using namespace Parlour::Xccos;
using Tests::canonicalXml;
using Tests::readTranscript;

namespace {

const QByteArray kTideRoom = "ma-chan://orchard.example/a3c1d7e2-0f44-4d5a-9b6b-2f10c8e47a01";
const QByteArray kCrewRoom = "ma-chan://orchard.example/e91b7c33-1d2e-4a5f-8c60-7788990011aa";

template <typename Message>
Message onlyCommand(const char* name) {
  auto envelope = parse(readTranscript(QLatin1String(name)));
  if (!envelope) qFatal("%s: %s", name, qPrintable(envelope.error().detail));
  return std::get<Message>(envelope->commands()->at(0).message);
}

template <typename Message>
Message onlyReply(const char* name) {
  auto envelope = parse(readTranscript(QLatin1String(name)));
  if (!envelope) qFatal("%s: %s", name, qPrintable(envelope.error().detail));
  return std::get<Message>(envelope->replies()->at(0).message);
}

template <typename Message>
Message onlyNotice(const char* name) {
  auto envelope = parse(readTranscript(QLatin1String(name)));
  if (!envelope) qFatal("%s: %s", name, qPrintable(envelope.error().detail));
  return std::get<Message>(envelope->notices()->at(0).message);
}

QByteArray idInFileName(const QString& fileName) {
  const QStringList parts = fileName.split(u'-');
  return (parts[0] == QLatin1String("grpchat") ? parts[0] : parts[0] + u':' + parts[1]).toUtf8();
}

}  // namespace

class TestCodec : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void roundTrip_data() {
    QTest::addColumn<QString>("name");
    const QStringList names = Tests::transcriptNames();
    QVERIFY2(names.size() >= 85, "recorded messages are missing");
    for (const QString& name : names) QTest::newRow(qPrintable(name)) << name;
  }

  void roundTrip() {
    QFETCH(QString, name);
    const QByteArray document = readTranscript(name);
    auto first = parse(document);
    QVERIFY2(first, first ? "" : qPrintable(first.error().detail));
    QCOMPARE(first->dropped, 0);
    const QByteArray written = serialize(*first);
    QVERIFY(!written.contains("<?xml") && !written.contains("> <"));
    QCOMPARE(canonicalXml(written), canonicalXml(document));
    auto second = parse(written);
    QVERIFY2(second, second ? "" : qPrintable(second.error().detail));
    QVERIFY(*second == *first);
    QCOMPARE(serialize(*second), written);
  }

  void everyMessageIsKnown_data() { roundTrip_data(); }

  void everyMessageIsKnown() {
    QFETCH(QString, name);
    const Envelope envelope = *parse(readTranscript(name));
    QByteArray id = "grpchat";
    if (const auto* commands = envelope.commands()) {
      id = messageId(commands->at(0).message);
      QVERIFY(!std::holds_alternative<UnknownCommand>(commands->at(0).message));
    } else if (const auto* replies = envelope.replies()) {
      id = messageId(replies->at(0).message);
      QVERIFY(!std::holds_alternative<UnknownReply>(replies->at(0).message));
      QCOMPARE(headerOf(replies->at(0).message).ok(), !name.endsWith(QLatin1String("-failed")));
    } else if (const auto* notices = envelope.notices()) {
      id = messageId(notices->at(0).message);
      QVERIFY(!std::holds_alternative<UnknownNotice>(notices->at(0).message));
    } else if (const auto* errors = envelope.errors()) {
      const QLatin1String wire = wireName(errors->at(0).message.id);
      id = QByteArray(wire.data(), wire.size());
    }
    QCOMPARE(id.replace("getservinfo", "getserverinfo"), idInFileName(name).replace("getservinfo", "getserverinfo"));
  }

  void everyTableRowHasATranscript() {
    const QStringList names = Tests::transcriptNames();
    const auto check = [&names](QLatin1String wire) {
      const QString file = QString(wire).replace(u':', u'-');
      return names.contains(file) || file == QLatin1String("err-general");
    };
    for (const auto& row : commandNames()) QVERIFY2(check(row.name), row.name.data());
    for (const auto& row : replyNames()) QVERIFY2(check(row.name), row.name.data());
    for (const auto& row : noticeNames()) QVERIFY2(check(row.name), row.name.data());
    for (const auto& row : errNames()) QVERIFY2(check(row.name), row.name.data());
  }

  void joinCommand() {
    const auto join = onlyCommand<Join>("cmd-join");
    QCOMPARE(join.room.key, 0U);
    QCOMPARE(join.room.uri.bytes(), kTideRoom);
    const auto batch = onlyCommand<BatchJoin>("cmd-bjoin");
    QCOMPARE(batch.rooms.size(), 2U);
    QCOMPARE(batch.rooms[1].key, 1U);
    QVERIFY(batch == BatchJoin::of({batch.rooms[0].uri, batch.rooms[1].uri}));
  }

  void joinReply() {
    const auto reply = onlyReply<JoinReply>("rpl-join");
    QCOMPARE(reply.header.commandEnvId, 1804289385U);
    QCOMPARE(reply.users.size(), 3U);
    QCOMPARE(reply.users[1].uri, QByteArray("sip:bo@orchard.example"));
    QCOMPARE(reply.users[1].id.value(), 1U);
    QCOMPARE(reply.users[1].type.value(), PrincipalType::User);
    QVERIFY(!reply.users[2].type.has_value());
    const ChanInfo& room = reply.rooms.at(0);
    QCOMPARE(room.uri.bytes(), kTideRoom);
    QCOMPARE(room.topic.value(), QStringLiteral("Spring tides"));
    QCOMPARE(room.behavior.value(), Behavior::Normal);
    QCOMPARE(room.disabled.value(), false);
    QCOMPARE(room.participantCount.value(), 3U);
    QCOMPARE(room.visibility.value(), Visibility::Scoped);
    QCOMPARE(room.invite.value(), InviteSetting::On);
    QVERIFY(room.filePost.value() && room.logged.value());
    QVERIFY((room.maskMap == std::vector<MaskEntry>{{3984, {0, 2}}, {12276, {1}}}));
    QCOMPARE(room.audit->updatedOn->toXccos(), QByteArray("2031-01-20T09:30:00.0000000Z"));
  }

  void batchJoinReplyKeepsFailures() {
    const auto reply = onlyReply<BatchJoinReply>("rpl-bjoin");
    QCOMPARE(reply.rooms.size(), 1U);
    QCOMPARE(reply.failed.size(), 1U);
    QCOMPARE(reply.failed[0].room.key(), QByteArray("c07e5b19-6a2d-4f3c-8d11-94e0b7a6d302"));
  }

  void failedReplyHasNoData() {
    const auto reply = onlyReply<JoinReply>("rpl-join-failed");
    QCOMPARE(reply.header.code, 403);
    QCOMPARE(reply.header.text, QStringLiteral("ERROR_PERMISSION"));
    QVERIFY(reply.users.empty() && reply.rooms.empty());
  }

  void serverInformation() {
    for (const char* name : {"rpl-getserverinfo", "rpl-getservinfo"}) {
      const auto reply = onlyReply<ServerInfoReply>(name);
      QCOMPARE(reply.info.searchLimit.value(), 999U);
      QCOMPARE(reply.info.rootUri.bytes(), QByteArray("ma-cat://orchard.example/11111111-2222-4333-8444-555555555555"));
    }
    QCOMPARE(onlyReply<ServerInfoReply>("rpl-getserverinfo").info.messageSizeLimit.value(), 8000U);
    QCOMPARE(onlyReply<RequestUriReply>("rpl-requri").uri,
             QByteArray("sip:GC-1-PersistentChatService-4@orchard.example"));
  }

  void history() {
    QCOMPARE(onlyCommand<BackchatContext>("cmd-bccontext").count, 25U);
    const auto reply = onlyReply<BackchatContextReply>("rpl-bccontext");
    QCOMPARE(reply.rooms.size(), 1U);
    const ChatMessage& message = reply.rooms[0].messages.at(1);
    QCOMPARE(message.seqId, 2U);
    QCOMPARE(message.chatId, ChatId{42});
    QCOMPARE(message.chat, QByteArray("Noted & posted."));
    QCOMPARE(message.authDisp, QByteArray("Cy Sorb"));
    QCOMPARE(message.ts.toXccosSeconds(), QByteArray("2031-03-03T17:05:40Z"));
    QVERIFY(!message.isAlert());
    const auto byDate = onlyCommand<BackchatByDate>("cmd-bcbydate").query;
    QCOMPARE(byDate.date->from->toXccosSeconds(), QByteArray("2031-03-01T00:00:00Z"));
    QCOMPARE(byDate.text->terms, QStringLiteral("low water"));
    QCOMPARE(byDate.authors.at(0).bytes(), QByteArray("sip:bo@orchard.example"));
    QCOMPARE(byDate.order->searchBackwards.value(), true);
    QCOMPARE(onlyCommand<BackchatByMessage>("cmd-bcbymsg").query.start.value(), ChatId{41});
    QVERIFY(!onlyCommand<BackchatQueryCommand>("cmd-bcquery").query.date->to.has_value());
    QCOMPARE(onlyReply<BackchatByDateReply>("rpl-bcbydate").rooms[0].matches.value(), 1U);
  }

  void searchAndRooms() {
    const auto filter = onlyCommand<ChannelSearch>("cmd-chansrch-filter").filter;
    QCOMPARE(filter.type, QueryType::ByFilter);
    QCOMPARE(filter.maxResults.value(), 100);
    QCOMPARE(filter.invites.value(), InviteSetting::Inherit);
    QCOMPARE(filter.member, QByteArray("sip:ada@orchard.example"));
    const auto reply = onlyReply<ChannelSearchReply>("rpl-chansrch");
    QCOMPARE(reply.rooms.at(1).description.value(), QString());
    QVERIFY(!reply.rooms.at(1).invite.has_value());
    QCOMPARE(reply.rooms.at(1).visibility.value(), Visibility::Private);
    QCOMPARE(onlyCommand<GetAssociations>("cmd-getassociations").type, AssociationType::Member);
    QCOMPARE(onlyReply<AssociationsReply>("rpl-getassociations").truncated.value(), false);
    const auto info = onlyReply<ChannelInfoReply>("rpl-getchaninfo").room;
    QCOMPARE(info.addIn->name, QStringLiteral("Tide clock"));
    QCOMPARE(info.invite.value(), InviteSetting::Inherit);
    QCOMPARE(onlyCommand<GetChannelInfo>("cmd-getchaninfo").name, QStringLiteral("Tide tables"));
  }

  void preferencesAndFiles() {
    QCOMPARE(onlyReply<GetPreferenceReply>("rpl-getpref").pref->content.value(), QByteArray("Tide tables"));
    QCOMPARE(onlyCommand<GetUploadToken>("cmd-getfutok").file.fileName, QStringLiteral("tides-march.txt"));
    QCOMPARE(onlyReply<FileTokenReply>("rpl-getftok").grant.token, QByteArray("4c1d0a77-90ab-4e1c-b3f2-6d5e4f3a2b1c"));
  }

  void rolesAndPrincipals() {
    const auto create = onlyCommand<CreateChannel>("cmd-chancreate").room;
    QCOMPARE(create.roles.size(), 2U);
    QCOMPARE(create.roles[0].op.value(), RoleOp::Set);
    QCOMPARE(create.roles[0].users[1].uri, QByteArray("ma-grp:0f1e2d3c-4b5a-4697-8877-665544332211@u.g"));
    QVERIFY(create.roles[0].users[1].sipUri().isEmpty());
    const auto search = onlyCommand<SearchUsers>("cmd-usersrch");
    QCOMPARE(search.eligibleFor->role, RoleType::Presenter);
    QCOMPARE(std::get<RoomUri>(search.eligibleFor->node).bytes(), kTideRoom);
    QCOMPARE(onlyReply<PermissionsReply>("rpl-getperms").room.users.at(0).mask.value(), 3984U);
    QCOMPARE(onlyReply<UserInfoReply>("rpl-getuserinfo").users.at(0).memberOf.at(0).uname, QStringLiteral("Crew"));
    QCOMPARE(onlyCommand<DeleteMessages>("cmd-deletemsg").messages.chatIds, std::vector<ChatId>{42});
  }

  void notices() {
    const auto batch = onlyNotice<BatchJoinNotice>("ntc-bjoin");
    QCOMPARE(batch.users.at(0).entered.size(), 2U);
    QCOMPARE(batch.users.at(0).entered[1].room.bytes(), kCrewRoom);
    QCOMPARE(batch.users.at(0).entered[0].mask, 12276U);
    QCOMPARE(onlyNotice<PartNotice>("ntc-part").rooms.at(0).users.at(0).uri, QByteArray("sip:dot@orchard.example"));
    QCOMPARE(onlyNotice<InviteNotice>("ntc-invite").invitations.at(0).inviteId, 8U);
    QCOMPARE(onlyNotice<PermissionsNotice>("ntc-perms").rooms.at(0).users.at(0).mask.value(), 8080U);
    QCOMPARE(onlyNotice<MessagesDeletedNotice>("ntc-deletemsg").rooms.at(0).replacement.value(),
             QStringLiteral("Removed by the harbour master."));
  }

  void chatAndErrors() {
    const Envelope alert = *parse(readTranscript(QStringLiteral("grpchat-alert")));
    QVERIFY(alert.chat()->isAlert());
    QCOMPARE(alert.chat()->chatId, ChatId{43});
    QCOMPARE(alert.chat()->rtf.value(), QByteArray("{\\rtf1\\ansi{\\b Gale warning!}}"));
    QCOMPARE(alert.envId, EnvId{6917529027641081835U});
    const Envelope story = *parse(readTranscript(QStringLiteral("grpchat-story")));
    QVERIFY(story.chat()->chat.startsWith("[STORY]Voyage report\r\nDay one: calm.\r\n"));
    const Envelope refused = *parse(readTranscript(QStringLiteral("err-grpchat")));
    QCOMPARE(refused.errors()->at(0).message.command->envId, EnvId{1804289420});
    QVERIFY(!parse(readTranscript(QStringLiteral("err-parse")))->errors()->at(0).message.command.has_value());
  }
};

PARLOUR_TEST(TestCodec)

}  // namespace tst_codec

#include "tst_codec.moc"
