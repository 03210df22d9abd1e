// SPDX-License-Identifier: Apache-2.0
// The hot paths write the same bytes as the general serializer.
#include <QTest>

#include "protocol/xccos/Codec.h"
#include "protocol/xccos/FastWriter.h"
#include "tests/program/TestProgram.h"
#include "tests/protocol/xccos/CanonicalXml.h"

namespace tst_fastwriter {

using namespace Parlour;
using namespace Parlour::Xccos;

class TestFastWriter : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void chat_data() {
    QTest::addColumn<QString>("name");
    for (const QString& name : Tests::transcriptNames()) {
      if (name.startsWith(QLatin1String("grpchat-"))) QTest::newRow(qPrintable(name)) << name;
    }
  }

  void chat() {
    QFETCH(QString, name);
    const Envelope envelope = *parse(Tests::readTranscript(name));
    const QByteArray fast = serializeChat(envelope.envId, *envelope.chat());
    QCOMPARE(fast, serialize(envelope));
    QCOMPARE(Tests::canonicalXml(fast), Tests::canonicalXml(Tests::readTranscript(name)));
  }

  void hostileChat() {
    ChatMessage message = *parse(Tests::readTranscript(QStringLiteral("grpchat-alert")))->chat();
    message.chat = QByteArray("<&>\r\n\"'\x02").repeated(5000);
    message.rtf = message.chat;
    message.authDisp = "\"><evil a=\"";
    const QByteArray fast = serializeChat(1, message);
    QCOMPARE(fast, serialize(Envelope::ofChat(1, message)));
    QCOMPARE(parse(fast)->chat()->authDisp, message.authDisp);
    QCOMPARE(parse(fast)->chat()->chat, QByteArray("<&>\r\n\"'").repeated(5000));
  }

  void splicedHistory_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("numbered");
    QTest::newRow("bccontext") << QStringLiteral("rpl-bccontext") << true;
    QTest::newRow("bcbydate") << QStringLiteral("rpl-bcbydate") << false;
    QTest::newRow("bcbymsg") << QStringLiteral("rpl-bcbymsg") << false;
    QTest::newRow("bcquery") << QStringLiteral("rpl-bcquery") << false;
  }

  void splicedHistory() {
    QFETCH(QString, name);
    QFETCH(bool, numbered);
    const Envelope envelope = *parse(Tests::readTranscript(name));
    const Reply& reply = envelope.replies()->at(0).message;
    std::vector<RoomHistory> rooms;
    std::visit(
        [&rooms](const auto& message) {
          if constexpr (requires { message.rooms.front().messages; }) rooms = message.rooms;
        },
        reply);
    std::vector<std::vector<QByteArray>> fragments;
    for (const RoomHistory& room : rooms) {
      auto& list = fragments.emplace_back();
      quint32 seqId = 0;
      for (const ChatMessage& message : room.messages) {
        list.push_back(encodeMsgFragment(message, numbered ? ++seqId : 0));
      }
    }
    std::vector<EncodedHistory> encoded;
    for (std::size_t i = 0; i < rooms.size(); ++i) {
      encoded.push_back({rooms[i].uri, rooms[i].name, rooms[i].matches, rooms[i].truncated, fragments[i]});
    }
    const ReplyId id = *findReply(QString::fromLatin1(messageId(reply)));
    QCOMPARE(serializeHistory(envelope.envId, id, headerOf(reply), encoded), serialize(envelope));
  }
};

PARLOUR_TEST(TestFastWriter)

}  // namespace tst_fastwriter

#include "tst_fastwriter.moc"
